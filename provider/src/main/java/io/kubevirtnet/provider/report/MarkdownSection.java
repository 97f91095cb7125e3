package io.kubevirtnet.provider.report;

import java.util.List;

/**
 * A part of a comment that can be shown in part.
 *
 * @param noun what its entries are, for counting those that are left out
 */
record MarkdownSection(String noun, String opening, List<MarkdownEntry> entries, String closing) {
  /** Room for saying how many are left out. */
  private static final int REMARK = 80;

  MarkdownSection {
    entries = List.copyOf(entries);
  }

  /**
   * What of it is shown.
   *
   * @param hidden number of entries that are not
   */
  record Shown(String text, int hidden) {}

  /** What can be opened and closed again. */
  static MarkdownSection folded(String title, String noun, List<MarkdownEntry> entries) {
    return folded(title, noun, "", entries);
  }

  /**
   * @param head of a table
   */
  static MarkdownSection folded(
      String title, String noun, String head, List<MarkdownEntry> entries) {
    return new MarkdownSection(
        noun,
        "<details>\n<summary>" + title + ": " + Count.of(entries.size()) + "</summary>\n\n" + head,
        entries,
        "\n</details>\n\n");
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The characters that all of it takes. */
  int size() {
    return frame() + entries.stream().mapToInt(e -> e.text().length()).sum();
  }

  private int frame() {
    return opening.length() + closing.length();
  }

  /** As much as fits into so many characters: nothing at all where not even one entry does. */
  Shown within(int room) {
    if (size() <= room) {
      return new Shown(whole(), 0);
    }
    var text = new StringBuilder(opening);
    int left = room - frame() - REMARK;
    int shown = 0;
    for (var entry : entries) {
      var fitting = entry.text().length() <= left / 2 ? entry.text() : entry.brief();
      if (fitting.length() > left) {
        break;
      }
      text.append(fitting);
      left -= fitting.length();
      shown++;
    }
    if (shown == 0) {
      return new Shown("", entries.size());
    }
    int hidden = entries.size() - shown;
    if (hidden > 0) {
      text.append("\n… and ").append(Count.of(hidden)).append(" more.\n");
    }
    return new Shown(closed(text), hidden);
  }

  private String whole() {
    var text = new StringBuilder(opening);
    entries.forEach(e -> text.append(e.text()));
    return closed(text);
  }

  /** One empty line before the end is enough. */
  private String closed(StringBuilder text) {
    boolean spaced = text.length() > 1 && text.substring(text.length() - 2).equals("\n\n");
    return text + (spaced && closing.startsWith("\n") ? closing.substring(1) : closing);
  }
}
