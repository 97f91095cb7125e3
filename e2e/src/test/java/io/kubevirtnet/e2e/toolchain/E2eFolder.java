package io.kubevirtnet.e2e.toolchain;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this module, wherever the tests are started from. */
public final class E2eFolder {
  private E2eFolder() {}

  /** A path inside the module's folder. */
  public static Path path(String relative) {
    return base().resolve(relative);
  }

  private static Path base() {
    String stated = System.getProperty("kubevirtnet.e2e.basedir");
    if (stated != null) {
      return Path.of(stated);
    }
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("toolchain")) ? here : here.resolve("e2e");
  }
}
