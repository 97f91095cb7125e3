package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.Optional;

/** What one object says differently, or says at all. */
final class ObjectDetails {
  private static final int ROW = 180;
  private static final int FRAME = 400;
  private static final int LONGEST = 4000;
  private static final int MOST_FIELDS = 300;

  private final ResourceChange change;
  private final Anchors anchors;
  private final Optional<String> yaml;

  ObjectDetails(ResourceChange change, Anchors anchors) {
    this.change = change;
    this.anchors = anchors;
    this.yaml = change.object().map(ShownTree::yaml);
  }

  /** About how many characters the body has. */
  int cost() {
    int cost = FRAME + yaml.map(String::length).orElse(0);
    for (var field : change.fields()) {
      cost +=
          ROW
              + field.path().length()
              + Math.min(LONGEST, field.before().length())
              + Math.min(LONGEST, field.after().length())
              + field.consequence().length();
    }
    for (var note : change.notes()) {
      cost += note.length();
    }
    return cost + change.users().size() * ROW;
  }

  Element body() {
    var body = Element.of("div").kind("body");
    if (!change.notes().isEmpty()) {
      body.add(Piece.lines(change.notes()));
    }
    if (!change.fields().isEmpty()) {
      body.add(Element.of("div").kind("wide").add(fields()));
    }
    yaml.ifPresent(
        text ->
            body.add(
                Element.of("pre")
                    .attribute("tabindex", "0")
                    .attribute("role", "region")
                    .attribute("aria-label", Piece.title(change.reference()))
                    .add(Element.of("code", text))));
    if (!change.users().isEmpty()) {
      body.add(Element.of("p", "Used by").kind("muted")).add(Piece.links(change.users(), anchors));
    }
    return body;
  }

  private Element fields() {
    var rows = Element.of("tbody");
    change.fields().stream().limit(MOST_FIELDS).forEach(f -> rows.add(row(f)));
    int more = change.fields().size() - MOST_FIELDS;
    if (more > 0) {
      rows.add(
          Element.of("tr")
              .add(
                  Element.of("td", "And " + Piece.number(more) + " more fields.")
                      .attribute("colspan", 4)));
    }
    return Piece.table(
            "Fields of " + Piece.title(change.reference()),
            "Field",
            "Before",
            "After",
            "What comes of it")
        .add(rows);
  }

  private static Element row(PlannedField field) {
    return Element.of("tr")
        .add(Element.of("th").attribute("scope", "row").add(Piece.code(field.path())))
        .add(Element.of("td").kind("before").add(Piece.code(cut(field.before()))))
        .add(Element.of("td").kind("after").add(Piece.code(cut(field.after()))))
        .add(Element.of("td").add(Piece.words(field.consequence())));
  }

  private static String cut(String value) {
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST)
            + "\u2026 and "
            + Piece.number(value.length() - LONGEST)
            + " more characters";
  }
}
