package io.kubevirtnet.provider.cli;

/** As much of a text as fits a cell of a table. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  static String of(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.equals(text) && line.length() <= LONGEST
        ? text
        : line.substring(0, Math.min(LONGEST, line.length())) + "…";
  }
}
