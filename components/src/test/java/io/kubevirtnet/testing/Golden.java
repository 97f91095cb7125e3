package io.kubevirtnet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that a person approved; {@code -Daccept} on the command line takes the new one over. */
public final class Golden {
  private Golden() {}

  public static void compare(Path expected, String actual) {
    try {
      if (System.getProperty("accept") != null) {
        Files.writeString(expected, actual);
      }
      assertThat(actual)
          .as("%s (run with -Daccept to take the new text over)", expected)
          .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
