package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;

/** Lines that Markdown shows as they are, between two fences that nothing in them can close. */
final class MarkdownBlock {
  private static final int MOST_LINES = 60;
  private static final int LONGEST_LINE = 300;
  private static final int SHORTEST_FENCE = 3;

  private final String language;
  private final List<String> lines = new ArrayList<>();

  MarkdownBlock(String language) {
    this.language = language;
  }

  /** The mark stands at the beginning of the line: {@code -}, {@code +}. */
  MarkdownBlock line(String mark, String text) {
    lines.add(mark + Excerpt.of(Columns.printable(text), LONGEST_LINE).stripTrailing());
    return this;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String text() {
    var shown = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    if (lines.size() > MOST_LINES) {
      shown.add("# … and " + Count.of(lines.size() - MOST_LINES) + " more lines");
    }
    var fence = "`".repeat(fence(shown));
    return fence + language + "\n" + String.join("\n", shown) + "\n" + fence + "\n";
  }

  private static int fence(List<String> lines) {
    int longest = SHORTEST_FENCE - 1;
    for (var line : lines) {
      int run = 0;
      for (int i = 0; i < line.length(); i++) {
        run = line.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest + 1;
  }
}
