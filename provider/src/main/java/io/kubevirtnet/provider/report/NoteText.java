package io.kubevirtnet.provider.report;

import java.util.List;

/** What components said, in a terminal. */
final class NoteText {
  private static final int NOTES = 100;

  private NoteText() {}

  static void lines(List<Note> notes, String component, Page page) {
    page.some(
        notes.stream().filter(n -> n.component().equals(component)).toList(),
        NOTES,
        Page.INDENT,
        n -> page.block(n.line(), Page.INDENT, colour(n.line())));
  }

  private static Colour colour(String line) {
    if (line.startsWith("error: ")) {
      return Colour.RED;
    }
    return line.startsWith("warning: ") ? Colour.YELLOW : Colour.NONE;
  }
}
