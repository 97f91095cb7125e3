package io.kubevirtnet.provider.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal of 100 columns. */
final class Paragraph {
  /** A space at which no line ends. */
  static final char FIRM_SPACE = '\u00a0';

  private static final int WIDTH = 100;

  private Paragraph() {}

  /** Lines of the text, the first with one indent and the others with another. */
  static List<String> lines(String text, String first, String others) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(first);
    int empty = first.length();
    for (var word : text.split(" ", -1)) {
      if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
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
