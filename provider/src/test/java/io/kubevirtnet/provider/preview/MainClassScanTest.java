package io.kubevirtnet.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassScanTest {
  @TempDir Path folder;

  /** A class that can be started, with constants of every size before its method. */
  static final class Startable {
    static final long LONG = 1L << 40;
    static final double DOUBLE = 1e-9;
    final Runnable lambda = () -> System.out.println(LONG + DOUBLE + "ä" + hashCode());

    public static void main(String[] args) {}
  }

  /** Looks like one, but the JVM would not start it. */
  static final class NotStatic {
    public void main(String[] args) {}

    public static void main(String arg) {}
  }

  @Test
  void findsTheOnlyClassWithAMainMethod() throws IOException {
    put(Startable.class);
    put(NotStatic.class);

    assertThat(MainClassScan.of(folder)).isEqualTo(Startable.class.getName());
  }

  @Test
  void refusesAFolderWithoutAMainMethod() throws IOException {
    put(NotStatic.class);
    Files.write(folder.resolve("Damaged.class"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> MainClassScan.of(folder))
        .isInstanceOf(UnusableProgram.class)
        .hasMessageContaining("has no class with public static void main");
  }

  @Test
  void takesTheMainClassOfAManifest() throws IOException {
    var jar = jar("com.example.App");

    assertThat(MainClassScan.of(jar)).isEqualTo("com.example.App");
  }

  @Test
  void looksIntoAJarWithoutOne() throws IOException {
    var jar = jar("");

    assertThat(MainClassScan.of(jar)).isEqualTo(Startable.class.getName());
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    var text = Files.writeString(folder.resolve("notes.txt"), "no jar");

    assertThatThrownBy(() -> MainClassScan.of(text))
        .isInstanceOf(UnusableProgram.class)
        .hasMessage(text + " is neither a folder of classes nor a jar.");
  }

  private Path jar(String mainClass) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!mainClass.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    var jar = folder.resolve("app.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(file(Startable.class)));
      out.write(bytes(Startable.class));
    }
    return jar;
  }

  private void put(Class<?> type) throws IOException {
    var target = folder.resolve(file(type));
    Files.createDirectories(target.getParent());
    Files.write(target, bytes(type));
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file(type))) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
