package io.kubevirtnet.provider.page;

import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.Plan;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happens on which nodes, in its order. */
final class NodeChapter {
  private static final String ID = "nodes";
  private static final int SECONDS = 60;

  private NodeChapter() {}

  static Optional<PageChapter> of(Plan plan, Anchors anchors) {
    var impacts = plan.nodes();
    if (impacts.isEmpty()) {
      return Optional.empty();
    }
    var rows = Element.of("tbody");
    IntStream.range(0, Math.min(impacts.size(), Piece.MOST_ROWS))
        .forEach(i -> rows.add(row(impacts.get(i), Anchors.node(i), anchors)));
    var section =
        Piece.section(ID, "Nodes")
            .add(
                Element.of("div")
                    .kind("wide")
                    .add(
                        Piece.table(
                                "Nodes, in the order in which they change",
                                "Turn",
                                "Nodes",
                                "What happens",
                                "Management interface")
                            .add(rows)));
    if (impacts.size() > Piece.MOST_ROWS) {
      section.add(Piece.more(impacts.size() - Piece.MOST_ROWS, "groups of nodes"));
    }
    int nodes = impacts.stream().flatMap(i -> i.nodes().stream()).distinct().toList().size();
    return Optional.of(new PageChapter(ID, "Nodes", nodes, section));
  }

  private static Element row(NodeImpact impact, String id, Anchors anchors) {
    var who = Element.of("td");
    if (impact.nodes().isEmpty()) {
      who.add(Piece.words(impact.selector().isEmpty() ? "all nodes" : impact.selector()));
    } else {
      who.add(
          Piece.folded(
              impact.nodes().stream().map(n -> Element.of("li").add(Piece.code(n))).toList(),
              4,
              "nodes"));
    }
    var what = Element.of("td").add(Piece.lines(impact.lines()));
    if (!impact.policies().isEmpty()) {
      what.add(Element.of("div", "by").kind("muted").add(Piece.links(impact.policies(), anchors)));
    }
    var management = Element.of("td").add(badge(impact.management()));
    if (!impact.touches().isEmpty()) {
      management.add(Piece.lines(impact.touches()));
    }
    return Element.of("tr")
        .id(id)
        .add(Element.of("td", turn(impact)))
        .add(who)
        .add(what)
        .add(management);
  }

  private static String turn(NodeImpact impact) {
    var text = impact.wave() + ".";
    if (impact.atOnce() > 0) {
      text += " " + Piece.count(impact.atOnce(), "node") + " at a time";
    }
    if (impact.worstSeconds() > 0) {
      int minutes = (impact.worstSeconds() + SECONDS - 1) / SECONDS;
      text += ", at worst about " + Piece.number(minutes) + " min";
    }
    return text;
  }

  private static Element badge(ManagementVerdict.Kind kind) {
    return switch (kind) {
      case UNTOUCHED -> Piece.badge("go", "\u2713", "not touched");
      case TAKEN_OVER -> Piece.badge("changed", "~", "taken over by the bridge");
      case AT_RISK -> Piece.badge("stop", "\u2715", "at risk");
      case UNKNOWN -> Piece.badge("caution", "?", "not known");
    };
  }
}
