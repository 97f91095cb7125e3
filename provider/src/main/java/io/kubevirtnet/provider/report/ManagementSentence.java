package io.kubevirtnet.provider.report;

import io.kubevirtnet.node.ManagementVerdict.Kind;
import io.kubevirtnet.provider.plan.NodeImpact;
import java.util.List;

/** Whether nodes stay reachable, in one sentence. */
final class ManagementSentence {
  private static final int NAMED = 3;

  private ManagementSentence() {}

  /** Empty when nothing happens on any node. */
  static String of(List<NodeImpact> impacts) {
    if (impacts.isEmpty()) {
      return "";
    }
    if (any(impacts, Kind.AT_RISK)) {
      return "Management interface at risk on " + who(impacts, Kind.AT_RISK) + ".";
    }
    if (any(impacts, Kind.UNKNOWN)) {
      return "Whether a management interface is touched is not known"
          + (any(impacts, Kind.TAKEN_OVER)
              ? "; one is taken over on " + who(impacts, Kind.TAKEN_OVER)
              : "")
          + ".";
    }
    return any(impacts, Kind.TAKEN_OVER)
        ? "Management interface taken over on " + who(impacts, Kind.TAKEN_OVER) + "."
        : "No management interface touched.";
  }

  private static boolean any(List<NodeImpact> impacts, Kind kind) {
    return impacts.stream().anyMatch(i -> i.management() == kind);
  }

  private static String who(List<NodeImpact> impacts, Kind kind) {
    var meant = impacts.stream().filter(i -> i.management() == kind).toList();
    var nodes = meant.stream().flatMap(i -> i.nodes().stream()).distinct().sorted().toList();
    if (nodes.isEmpty()) {
      return Excerpt.of(NodeTitle.who(meant.get(0)), 200);
    }
    return nodes.size() <= NAMED
        ? String.join(", ", nodes.stream().map(n -> Excerpt.of(n, 100)).toList())
        : Count.of(nodes.size(), "node");
  }
}
