package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal, of 100 columns where nobody says how many there are. */
public final class Paragraph {
  /** A space at which no line ends. */
  public static final char FIRM_SPACE = '\u00a0';

  public static final int WIDTH = 100;

  private Paragraph() {}

  /** Lines of the text, the first with one indent and the others with another. */
  public static List<String> lines(String text, String first, String others) {
    return lines(text, first, others, WIDTH);
  }

  /** The same for that many columns; a longer word stands in a line of its own. */
  public static List<String> lines(String text, String first, String others, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(first);
    int empty = first.length();
    for (var word : text.split(" ", -1)) {
      if (line.length() > empty && line.length() + 1 + word.length() > width) {
        lines.add(printed(line));
        line = new StringBuilder(others);
        empty = others.length();
      }
      line.append(line.length() == empty ? "" : " ").append(word);
    }
    lines.add(printed(line));
    return lines;
  }

  private static String printed(StringBuilder line) {
    return line.toString().replace(FIRM_SPACE, ' ');
  }
}
