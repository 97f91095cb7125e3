package io.kubevirtnet.provider.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds where a program starts, without loading any of its classes. */
final class MainClassScan {
  private static final String CLASS = ".class";
  private static final int SHOWN = 5;

  private MainClassScan() {}

  /** The one class with a main method, or that which a jar's manifest names. */
  static String of(Path program) {
    try {
      return Files.isDirectory(program) ? only(program, program) : ofJar(program);
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableProgram(program + " is neither a folder of classes nor a jar.");
    }
  }

  private static String ofJar(Path jar) throws IOException {
    var named = manifestMain(jar);
    if (named.isPresent()) {
      return named.get();
    }
    try (var inside = FileSystems.newFileSystem(jar)) {
      return only(jar, inside.getPath("/"));
    }
  }

  private static Optional<String> manifestMain(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest())
          .map(m -> m.getMainAttributes().getValue("Main-Class"));
    }
  }

  private static String only(Path program, Path root) throws IOException {
    var found = mains(root);
    if (found.isEmpty()) {
      throw new UnusableProgram(
          program + " has no class with public static void main(String[]). Compile it first?");
    }
    if (found.size() > 1) {
      throw new UnusableProgram(
          program
              + " has several classes with a main method: "
              + String.join(", ", found.subList(0, Math.min(SHOWN, found.size())))
              + (found.size() > SHOWN ? ", …" : "")
              + ". Choose one with --main.");
    }
    return found.get(0);
  }

  private static List<String> mains(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(CLASS))
          .filter(MainClassScan::starts)
          .map(f -> name(root.relativize(f)))
          .sorted()
          .toList();
    }
  }

  private static boolean starts(Path file) {
    try {
      return ClassFile.hasMain(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    var text = file.toString();
    return text.substring(0, text.length() - CLASS.length())
        .replace(file.getFileSystem().getSeparator(), ".");
  }
}
