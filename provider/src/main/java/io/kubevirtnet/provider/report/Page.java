package io.kubevirtnet.provider.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lines of a terminal that are being written. What would move its cursor becomes a mark. */
final class Page {
  static final String INDENT = "  ";
  private static final String TAB = "    ";
  private static final int LONGEST = 2_000;

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  Page(Style style) {
    this.style = style;
  }

  /** A line with nothing on it, and a head below it. */
  void section(String head) {
    lines.add("");
    say(head, "", Colour.BOLD);
  }

  void say(String text, String indent) {
    say(text, indent, Colour.NONE);
  }

  /** Further lines stand below the first. */
  void say(String text, String indent, Colour colour) {
    wrapped(text, indent, indent, colour);
  }

  /** Further lines stand further in. */
  void item(String text, String indent, Colour colour) {
    wrapped(text, indent, indent + INDENT, colour);
  }

  private void wrapped(String text, String first, String others, Colour colour) {
    var shown = Columns.printable(Excerpt.of(text, LONGEST));
    Paragraph.lines(shown, first, others, style.width())
        .forEach(l -> lines.add(style.colour() ? colour.on(l) : l));
  }

  void fact(Fact fact, String indent) {
    var shown =
        new Fact(
            fact.label(),
            fact.lines().stream().map(l -> Columns.printable(Excerpt.of(l, LONGEST))).toList());
    lines.addAll(shown.shown(indent, style.width()));
  }

  /** Lines with margins of their own, which they keep; those of a stack trace stay whole. */
  void block(String text, String indent, Colour colour) {
    text.strip()
        .lines()
        .forEach(
            l -> {
              var words = l.stripLeading();
              var margin = l.substring(0, l.length() - words.length());
              var shown = Columns.printable(margin.replace("\t", TAB));
              if (margin.contains("\t")) {
                lines.add(indent + shown + Columns.printable(words));
              } else {
                item(words, indent + shown, colour);
              }
            });
  }

  /** The first of many, and how many more there are. */
  <T> void some(List<T> all, int most, String indent, Consumer<T> each) {
    all.stream().limit(most).forEach(each);
    if (all.size() > most) {
      say(
          "… and "
              + Count.of(all.size() - most)
              + " more of the same kind; -o json has all of them.",
          indent);
    }
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
