package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java that only prints what it was asked to run. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("src", "main", "launcher", "kubevirtnet.sh");

  @TempDir Path folder;
  private Path javaHome;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void fakeJava() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    folder = folder.toRealPath();
    javaHome = javaHome("17.0.15");
  }

  @Test
  void findsItsJarsBesideItAsAnUnpackedPluginHasThem() throws Exception {
    var plugin = install(folder.resolve("pulumi-resource-kubevirtnet"));

    var ended = run(plugin, "127.0.0.1:1");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains(
            "-cp " + folder.resolve("lib") + "/*",
            "io.kubevirtnet.provider.plugin.Main 127.0.0.1:1");
  }

  @Test
  void findsItsJarsBesideItsFolder() throws Exception {
    var command = install(folder.resolve("bin").resolve("kubevirtnet"));

    var ended = run(command, "explain", "KVN-A001");

    assertThat(ended.out())
        .contains(
            "-cp " + folder.resolve("lib") + "/*",
            "io.kubevirtnet.provider.cli.Main explain KVN-A001");
  }

  @Test
  void followsSymbolicLinksFromElsewhere() throws Exception {
    install(folder.resolve("bin").resolve("pulumi-resource-kubevirtnet"));
    var first = Files.createDirectories(folder.resolve("a b")).resolve("link");
    Files.createSymbolicLink(first, Path.of("..", "bin", "pulumi-resource-kubevirtnet"));
    var second = folder.resolve("pulumi-resource-kubevirtnet");
    Files.createSymbolicLink(second, first);

    var ended = run(second);

    assertThat(ended.out())
        .contains("-cp " + folder.resolve("lib") + "/*", "io.kubevirtnet.provider.plugin.Main");
  }

  @Test
  void saysThatItsJarsAreMissing() throws Exception {
    var alone = Files.createDirectories(folder.resolve("alone")).resolve("kubevirtnet");
    Files.copy(LAUNCHER, alone);

    var ended = run(alone);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("there is no folder lib in " + folder.resolve("alone"));
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    javaHome = folder.resolve("nothing");

    var ended = run(install(folder.resolve("kubevirtnet")));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("JAVA_HOME is " + javaHome, "Java 17 or newer");
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    var command = install(folder.resolve("kubevirtnet"));
    for (String old : new String[] {"1.8.0_392", "11.0.2"}) {
      javaHome = javaHome(old);

      var ended = run(command);

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains("is Java " + old + ". Java 17 or newer is needed");
    }
  }

  @Test
  void takesNewerJavasAndThoseOfAnEarlyBuild() throws Exception {
    var command = install(folder.resolve("kubevirtnet"));
    for (String version : new String[] {"17", "21.0.1", "26-ea"}) {
      javaHome = javaHome(version);

      assertThat(run(command).code()).isZero();
    }
  }

  @Test
  void keepsNewerJavasFromWarningAboutTheInsideOfGrpc() throws Exception {
    var command = install(folder.resolve("kubevirtnet"));
    javaHome = javaHome("25.0.1");
    assertThat(run(command).out()).contains("--sun-misc-unsafe-memory-access=allow");

    javaHome = javaHome("17.0.15");
    assertThat(run(command).out()).doesNotContain("--sun-misc-unsafe-memory-access");
  }

  @Test
  void compilesWellOnlyWhereARunIsLong() throws Exception {
    var command = install(folder.resolve("kubevirtnet"));

    assertThat(run(command, "check", "a.yaml").out()).contains("-XX:TieredStopAtLevel=1");
    assertThat(run(command, "check", "--jsonl", "-").out())
        .doesNotContain("TieredStopAtLevel")
        .contains("check --jsonl -");
  }

  private Path install(Path launcher) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(launcher.resolveSibling("."));
    Files.copy(LAUNCHER, launcher);
    return launcher;
  }

  private Path javaHome(String version) throws IOException {
    var home = Files.createDirectories(folder.resolve("java-" + version));
    var java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Ended run(Path launcher, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    var err = Files.createTempFile(folder, "err", ".txt");
    var builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", javaHome.toString()));
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }
}
