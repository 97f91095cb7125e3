package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.drawing.TopologyDrawing;
import io.kubevirtnet.provider.drawing.TopologyDrawing.Broken;
import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The picture, what its signs mean, and what in it does not fit. */
final class DrawingChapter {
  private static final String ID = "topology";

  private DrawingChapter() {}

  static Optional<PageChapter> of(Plan plan, Anchors anchors) {
    var drawing = TopologyDrawing.of(plan.before(), plan.after(), anchors::link);
    if (drawing.svg().isEmpty() && drawing.note().isEmpty()) {
      return Optional.empty();
    }
    var section = Piece.section(ID, "Topology");
    if (!drawing.note().isEmpty()) {
      section.add(Element.of("p", drawing.note()).kind("note"));
    }
    drawing
        .svg()
        .ifPresent(
            svg ->
                section.add(
                    Element.of("div")
                        .kind("drawing")
                        .add(switches())
                        .add(legend())
                        .add(
                            Element.of("div")
                                .kind("scroll")
                                .attribute("tabindex", "0")
                                .attribute("role", "region")
                                .attribute("aria-label", "Drawing of the topology")
                                .add(svg))));
    if (!drawing.broken().isEmpty()) {
      section.add(broken(drawing.broken()));
    }
    return Optional.of(new PageChapter(ID, "Topology", 0, section));
  }

  private static Element switches() {
    return Element.of("fieldset")
        .kind("views")
        .add(Element.of("legend", "Show"))
        .add(choice("changes", "Changes", true))
        .add(choice("before", "Before", false))
        .add(choice("after", "After", false))
        .add(
            Element.of("label")
                .add(Element.of("input").attribute("type", "checkbox").kind("fit"))
                .say(" Fit to the width"));
  }

  private static Element choice(String value, String label, boolean chosen) {
    var input =
        Element.of("input")
            .attribute("type", "radio")
            .attribute("name", "view")
            .attribute("value", value);
    if (chosen) {
      input.attribute("checked");
    }
    return Element.of("label").add(input).say(" " + label);
  }

  private static Element legend() {
    return Element.of("ul")
        .kind("legend")
        .attribute("aria-label", "Signs")
        .add(Element.of("li").add(Piece.badge("created", "+", "created")))
        .add(Element.of("li").add(Piece.badge("changed", "~", "changed")))
        .add(Element.of("li").add(Piece.badge("deleted", "\u2212", "deleted")))
        .add(Element.of("li").add(Piece.badge("stop", "\u2715", "does not fit")));
  }

  private static Element broken(List<Broken> wires) {
    var list = Element.of("ol").kind("broken-wires");
    for (var wire : wires.subList(0, Math.min(wires.size(), Piece.MOST_ROWS))) {
      list.add(
          Element.of("li")
              .add(Piece.code(wire.from()))
              .say(" \u2192 ")
              .add(Piece.code(wire.to()))
              .say(": ")
              .add(Piece.words(wire.why())));
    }
    var box = Element.of("div").add(Element.of("h3", "What does not fit")).add(list);
    if (wires.size() > Piece.MOST_ROWS) {
      box.add(Piece.more(wires.size() - Piece.MOST_ROWS, "wires"));
    }
    return box;
  }
}
