package io.kubevirtnet.provider.report;

/** As much of a text as fits where it stands. */
public final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** For a cell of a table. */
  public static String of(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.equals(text) && line.length() <= LONGEST
        ? text
        : line.substring(0, Math.min(LONGEST, line.length())) + "…";
  }

  /** All lines, and not more characters than that. */
  static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
