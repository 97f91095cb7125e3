package io.kubevirtnet.provider.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Pulumi.yaml of a program. */
final class ProjectFile {
  private static final String FILE = "Pulumi.yaml";
  private static final String UNNAMED = "program";
  private static final int LEVELS = 4;
  private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*[\"']?([\\w.-]+)");

  private ProjectFile() {}

  /** The project of the nearest file above, as compiled programs lie a few folders below it. */
  static String nameAbove(Path program) {
    Optional<Path> folder = Optional.of(program.toAbsolutePath().normalize());
    for (int i = 0; i <= LEVELS && folder.isPresent(); i++) {
      var file = folder.get().resolve(FILE);
      if (Files.isRegularFile(file)) {
        return name(file);
      }
      folder = Optional.ofNullable(folder.get().getParent());
    }
    return UNNAMED;
  }

  private static String name(Path file) {
    try {
      var matcher = NAME.matcher(Files.readString(file));
      return matcher.find() ? matcher.group(1) : UNNAMED;
    } catch (IOException e) {
      return UNNAMED;
    }
  }
}
