package io.kubevirtnet.provider.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that are kept in files. With {@code -Daccept} a different text replaces the file. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src", "test", "resources");

  private Golden() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static void assertSame(String name, String actual) {
    try {
      var file = file(name);
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
      Files.createDirectories(file.getParent());
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
