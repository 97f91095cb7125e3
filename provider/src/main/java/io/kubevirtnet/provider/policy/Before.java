package io.kubevirtnet.provider.policy;

import io.kubevirtnet.node.Baseline;
import io.kubevirtnet.provider.cluster.NodeReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Notes what nodes have, just before a policy lays hands on it. */
final class Before {
  private final Rendering rendering;
  private final Map<String, NodeReport> reports;
  private final List<String> unknown = new ArrayList<>();

  Before(Rendering rendering, Map<String, NodeReport> reports) {
    this.rendering = rendering;
    this.reports = reports;
  }

  PolicyState note(PolicyState state, List<String> nodes) {
    var known = state;
    for (var node : nodes) {
      known = note(known, node);
    }
    return known;
  }

  private PolicyState note(PolicyState state, String node) {
    var report = reports.get(node);
    var rendered = rendering.on(node);
    if (report == null || rendered.isEmpty()) {
      if (!state.baselines().has(node)) {
        unknown.add(node);
      }
      return state;
    }
    var desired = rendered.get();
    var fresh = Baseline.of(report.state(), desired).state();
    if (state.touched().contains(node)) {
      if (!state.baselines().has(node)) {
        unknown.add(node);
        return state;
      }
      return state.withBaselines(
          state.baselines().extended(node, fresh, touchedBefore(state, node)));
    }
    if (Baseline.showsOwn(report.state(), desired)) {
      unknown.add(node);
      return state;
    }
    // A node that was never touched may have been seen by a run that then wrote nothing.
    return state.withBaselines(
        state.baselines().has(node)
            ? state.baselines().extended(node, fresh, java.util.Set.of())
            : state.baselines().with(node, fresh));
  }

  private static HashSet<String> touchedBefore(PolicyState state, String node) {
    var names = new HashSet<String>();
    state.applied().stream()
        .filter(a -> a.on(node))
        .forEach(a -> names.addAll(States.claimed(a.state())));
    return names;
  }

  /** Nodes whose former state nobody knows. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }
}
