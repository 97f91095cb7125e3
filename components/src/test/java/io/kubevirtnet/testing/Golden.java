package io.kubevirtnet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text that a person approved; {@code -Daccept} on the command line takes the new one over. */
public final class Golden {
  private Golden() {}

  public static void compare(Path file, String actual) {
    try {
      var expected = Files.exists(file) ? Files.readString(file) : "";
      if (expected.equals(actual)) {
        return;
      }
      if (System.getProperty("accept") == null) {
        throw new AssertionError(
            file
                + " has another text:\n"
                + diff(expected.lines().toList(), actual.lines().toList())
                + "\nIf the new text is right, run this test again with -Daccept.");
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that differ, without what is equal before and after them. */
  private static String diff(List<String> expected, List<String> actual) {
    int before = 0;
    int shorter = Math.min(expected.size(), actual.size());
    while (before < shorter && expected.get(before).equals(actual.get(before))) {
      before++;
    }
    int after = 0;
    while (after < shorter - before
        && expected
            .get(expected.size() - 1 - after)
            .equals(actual.get(actual.size() - 1 - after))) {
      after++;
    }
    var lines = new ArrayList<String>();
    lines.add("@@ line " + (before + 1));
    expected.subList(before, expected.size() - after).forEach(l -> lines.add("- " + l));
    actual.subList(before, actual.size() - after).forEach(l -> lines.add("+ " + l));
    return String.join("\n", lines);
  }
}
