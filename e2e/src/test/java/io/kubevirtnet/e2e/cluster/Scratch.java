package io.kubevirtnet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in the system's temporary folder that goes away again. */
public record Scratch(Path path) implements AutoCloseable {

  public static Scratch create(String prefix) {
    try {
      return new Scratch(Files.createTempDirectory("kubevirtnet-" + prefix + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty folder inside. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what it can: a process that is just ending may still write. */
  @Override
  public void close() {
    List<Path> content;
    try (Stream<Path> walk = Files.walk(path)) {
      content = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return;
    }
    content.forEach(entry -> entry.toFile().delete());
  }
}
