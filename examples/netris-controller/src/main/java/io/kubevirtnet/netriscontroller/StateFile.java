package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The state on disk. It is there as a whole or as it was. */
record StateFile(Path path) {
  private static final JsonMapper JSON = new JsonMapper();

  boolean exists() {
    return Files.exists(path);
  }

  Fabric read() {
    try {
      return JSON.readValue(path.toFile(), Fabric.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Fabric fabric) {
    Path absolute = path.toAbsolutePath();
    Path next = absolute.resolveSibling(absolute.getFileName() + ".next");
    try {
      Files.createDirectories(absolute.resolveSibling("."));
      try (OutputStream out = Files.newOutputStream(next)) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, fabric);
      }
      Files.move(
          next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
