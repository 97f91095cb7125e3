package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.NodeNames;
import io.kubevirtnet.provider.policy.AlikeLines;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody should agree to about nodes: each by its name, or many by the name of their policy.
 */
final class HostRisks {
  private static final int NAMED = 20;

  private final Map<Risk.Kind, Map<String, Set<String>>> byNode = new LinkedHashMap<>();
  private final NodeIndex nodes;
  private final Draft draft;

  HostRisks(NodeIndex nodes, Draft draft) {
    this.nodes = nodes;
    this.draft = draft;
  }

  void add(PolicyMove move, Collection<NodeStep> steps) {
    add(move, steps, Risk.Kind.MANAGEMENT_INTERFACE, NodeStep::danger);
    add(move, steps, Risk.Kind.NODE_ADDRESS, s -> String.join("; ", s.lost()));
  }

  private void add(
      PolicyMove move,
      Collection<NodeStep> steps,
      Risk.Kind kind,
      Function<NodeStep, String> what) {
    var risky = steps.stream().filter(s -> !what.apply(s).isEmpty()).toList();
    if (risky.size() > NAMED) {
      var names = risky.stream().map(s -> nodes.at(s.node()).name()).toList();
      draft.add(
          Risk.of(
              kind,
              move.policy().name(),
              risky.size() + " nodes (" + NodeNames.text(names) + "): " + common(risky, what)));
      return;
    }
    for (var step : risky) {
      byNode
          .computeIfAbsent(kind, k -> new LinkedHashMap<>())
          .computeIfAbsent(nodes.at(step.node()).name(), n -> new LinkedHashSet<>())
          .add(what.apply(step));
    }
  }

  private static String common(List<NodeStep> risky, Function<NodeStep, String> what) {
    var own = risky.stream().map(what).distinct().map(List::of).toList();
    var alike = AlikeLines.of(own.get(0));
    return own.stream().map(AlikeLines::of).allMatch(alike::equals)
        ? AlikeLines.common(own).get(0)
        : alike.get(0) + ", and the like";
  }

  /** A node is acknowledged once, whatever number of policies are a risk to it. */
  void finish() {
    byNode.forEach(
        (kind, risks) ->
            risks.forEach((node, what) -> draft.add(Risk.of(kind, node, String.join("; ", what)))));
  }
}
