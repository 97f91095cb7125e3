package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What does not fit, what stays, and what nobody looked at. */
final class LastChapters {
  private LastChapters() {}

  static List<PageChapter> of(Plan plan, Anchors anchors, List<String> accepted) {
    var chapters = new ArrayList<PageChapter>();
    if (!plan.joins().isEmpty()) {
      chapters.add(
          chapter(
              "joins",
              "What does not fit together",
              Piece.table("Joins", "Who", "Needs", "Why it does not fit", "Since"),
              plan.joins(),
              j -> row(j, anchors)));
    }
    if (!plan.leftBehind().isEmpty()) {
      chapters.add(
          chapter(
              "left-behind",
              "What stays behind",
              Piece.table("Left behind", "What", "Where", "What to do"),
              plan.leftBehind(),
              LastChapters::row));
    }
    if (!accepted.isEmpty()) {
      chapters.add(
          chapter(
              "accepted",
              "What somebody accepted",
              Piece.table("Accepted", "What and why"),
              accepted,
              line -> Element.of("tr").add(Element.of("td").add(Piece.words(line)))));
    }
    if (!plan.notChecked().isEmpty()) {
      chapters.add(
          chapter(
              "not-checked",
              "What was not checked",
              Piece.table("Not checked", "What", "Why"),
              plan.notChecked(),
              LastChapters::row));
    }
    return chapters;
  }

  private static <T> PageChapter chapter(
      String id, String title, Element table, List<T> things, Function<T, Element> row) {
    var rows = Element.of("tbody");
    things.stream().limit(Piece.MOST_ROWS).map(row).forEach(rows::add);
    var section = Piece.section(id, title).add(Element.of("div").kind("wide").add(table.add(rows)));
    if (things.size() > Piece.MOST_ROWS) {
      section.add(Piece.more(things.size() - Piece.MOST_ROWS, "of these"));
    }
    return new PageChapter(id, title, things.size(), section);
  }

  private static Element row(BrokenJoin join, Anchors anchors) {
    return Element.of("tr")
        .add(Element.of("td").add(Piece.link(join.from(), anchors)))
        .add(Element.of("td").add(Piece.words(join.to())))
        .add(Element.of("td").add(Piece.words(join.why())).say(" ").add(Piece.code(join.code())))
        .add(
            Element.of("td")
                .add(
                    join.arises()
                        ? Piece.badge("stop", "\u2715", "this change")
                        : Piece.badge("plain", "=", "before")));
  }

  private static Element row(LeftBehind left) {
    return Element.of("tr")
        .add(Element.of("td").add(Piece.words(left.what())))
        .add(Element.of("td").add(Piece.words(left.where())))
        .add(Element.of("td").add(Piece.words(left.fix())));
  }

  private static Element row(NotChecked note) {
    return Element.of("tr")
        .add(Element.of("td").add(Piece.words(note.what())))
        .add(Element.of("td").add(Piece.words(note.why())));
  }
}
