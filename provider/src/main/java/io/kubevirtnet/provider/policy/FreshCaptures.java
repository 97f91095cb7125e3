package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Baseline;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Captures that are taken anew on nodes that have the policy already. They would see what it has
 * made there, and a bridge that took its address from a card would take it from a port that has
 * none.
 */
final class FreshCaptures {
  private final PolicyInputs inputs;
  private final Rendering rendering;
  private final PolicyState state;
  private final TakeBack takeBack;

  /**
   * @param takeBack of what nodes may have now
   */
  FreshCaptures(PolicyInputs inputs, Rendering rendering, PolicyState state, TakeBack takeBack) {
    this.inputs = inputs;
    this.rendering = rendering;
    this.state = state;
    this.takeBack = takeBack;
  }

  /** The problem with a write of this policy now, if there is one. */
  Optional<LifeProblem> problem(Fleet fleet) {
    if (!inputs.hasTemplates()) {
      return Optional.empty();
    }
    var lost = fleet.matching().stream().filter(this::loses).map(ClusterNode::name).toList();
    return lost.isEmpty() ? Optional.empty() : Optional.of(problem(lost));
  }

  private LifeProblem problem(List<String> lost) {
    return new LifeProblem(
        LifeCatalogue.CAPTURES_GONE,
        "On "
            + Names.some(lost)
            + " the captures of "
            + inputs.policyName()
            + " would find what it has made there itself, not what was there before.",
        lost.stream().allMatch(this::isKnown)
            ? LifeCatalogue.CAPTURES_GONE.fix()
            : "What these nodes had before is not known: take the bridge off them by hand, or write"
                + " what it is to have into desiredState, without captures.");
  }

  private boolean loses(ClusterNode node) {
    var report = rendering.reports().get(node.name());
    if (report == null || rendering.isKept(node.name())) {
      return false;
    }
    var now = rendering.anew(report.state());
    if (now.filter(n -> HostDiff.between(report.state(), n).isEmpty()).isPresent()) {
      return false;
    }
    return isKnown(node.name())
        ? differs(report.state(), now, takeBack.whole(node))
        : now.filter(n -> Baseline.showsOwn(report.state(), n)).isPresent();
  }

  private boolean isKnown(String node) {
    return state.baselines().has(node)
        || (state.touched().contains(node) && inputs.baseline().isPresent());
  }

  /** Whether the node would get something else if it were put back first. */
  private boolean differs(NetworkState host, Optional<Fields> now, Fields back) {
    if (HostDiff.between(host, back).isEmpty()) {
      // It never came to this node, or is off it again.
      return false;
    }
    var before = rendering.anew(Effect.apply(host, back));
    if (before.isEmpty()) {
      return false;
    }
    return now.isEmpty()
        || !HostDiff.states(Effect.apply(host, now.get()), Effect.apply(host, before.get()))
            .isEmpty();
  }
}
