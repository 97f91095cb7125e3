package io.kubevirtnet.provider.page;

import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.Plan;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happens to which machine, the worst first. */
final class MachineChapter {
  private static final String ID = "machines";

  private MachineChapter() {}

  static Optional<PageChapter> of(Plan plan, Anchors anchors) {
    var impacts = plan.machines();
    if (impacts.isEmpty()) {
      return Optional.empty();
    }
    var rows = Element.of("tbody");
    IntStream.range(0, Math.min(impacts.size(), Piece.MOST_ROWS))
        .forEach(i -> rows.add(row(impacts.get(i), Anchors.machine(i), anchors)));
    var section =
        Piece.section(ID, "Virtual machines")
            .add(
                Element.of("div")
                    .kind("wide")
                    .add(
                        Piece.table(
                                "Virtual machines, the worst first",
                                "Machine",
                                "Effect",
                                "What changes",
                                "Because of")
                            .add(rows)));
    if (impacts.size() > Piece.MOST_ROWS) {
      section.add(Piece.more(impacts.size() - Piece.MOST_ROWS, "machines"));
    }
    return Optional.of(new PageChapter(ID, "Virtual machines", impacts.size(), section));
  }

  private static Element row(MachineImpact impact, String id, Anchors anchors) {
    var who = Element.of("td").add(Piece.link(impact.machine(), anchors));
    if (!impact.type().isEmpty()) {
      who.add(Element.of("div", "node type ").kind("muted").add(Piece.code(impact.type())));
    }
    return Element.of("tr")
        .id(id)
        .add(who)
        .add(Element.of("td").add(badge(impact.effect())))
        .add(Element.of("td").add(Piece.lines(impact.lines())))
        .add(Element.of("td").add(Piece.links(impact.because(), anchors)));
  }

  private static Element badge(Effect effect) {
    return switch (effect) {
      case NOTHING -> Piece.badge("plain", "=", "stays as it is");
      case LIVE -> Piece.badge("go", "\u2713", "changes while it runs");
      case HOTPLUG -> Piece.badge("go", "\u2713", "card plugged while it runs");
      case MIGRATION -> Piece.badge("changed", "\u2194", "migrates");
      case RESTART -> Piece.badge("caution", "\u21bb", "restart needed");
      case NEVER_LANDS -> Piece.badge("caution", "\u21bb", "restart needed, and not told");
      case RECREATE -> Piece.badge("stop", "\u2715", "made anew");
      case CUT_OFF -> Piece.badge("stop", "\u2715", "cut off");
      case DELETED -> Piece.badge("stop", "\u2715", "deleted");
    };
  }
}
