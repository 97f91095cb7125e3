package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.NodeImpact;
import java.util.ArrayList;

/** The head of what happens on some nodes. */
final class NodeTitle {
  private static final int NAMED = 6;

  private NodeTitle() {}

  /** {@code worker-1, worker-2}, or the selector where nobody knows the nodes. */
  static String who(NodeImpact impact) {
    if (impact.nodes().isEmpty()) {
      return impact.selector().isEmpty() ? "all nodes" : impact.selector();
    }
    var names = FirstFew.of(impact.nodes(), NAMED);
    return impact.nodes().size() <= NAMED
        ? names
        : names + " (" + Count.of(impact.nodes().size(), "node") + ")";
  }

  /** {@code 1 node at a time, about 6 min at worst}; empty when neither is known. */
  static String pace(NodeImpact impact) {
    var parts = new ArrayList<String>();
    if (impact.atOnce() > 0) {
      parts.add(Count.of(impact.atOnce(), "node") + " at a time");
    }
    if (impact.worstSeconds() > 0) {
      parts.add(WorstTime.of(impact.worstSeconds()));
    }
    return String.join(", ", parts);
  }

  static String by(NodeImpact impact) {
    var policies = impact.policies().stream().map(CheckedObject::title).toList();
    return policies.isEmpty() ? "" : "by " + FirstFew.of(policies, NAMED);
  }

  static String management(ManagementVerdict.Kind kind) {
    return switch (kind) {
      case UNTOUCHED -> "no management interface touched";
      case TAKEN_OVER -> "management interface taken over";
      case AT_RISK -> "MANAGEMENT INTERFACE AT RISK";
      case UNKNOWN -> "management interface: not known";
    };
  }
}
