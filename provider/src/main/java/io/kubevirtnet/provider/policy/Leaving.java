package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes that a policy means no more: put back, or kept in mind. */
final class Leaving {
  private final Scene scene;
  private final Ledger ledger;
  private final PolicyInputs inputs;
  private final TakeBack takeBack;
  private final Duration one;

  /**
   * @param one how long one node may take
   */
  Leaving(Scene scene, Ledger ledger, PolicyInputs inputs, TakeBack takeBack, Duration one) {
    this.scene = scene;
    this.ledger = ledger;
    this.inputs = inputs;
    this.takeBack = takeBack;
    this.one = one;
  }

  /** What is going to be applied to them. */
  Collection<Fields> states(Fleet fleet) {
    return inputs.revertsLeft() ? due(fleet).values() : List.of();
  }

  private Map<ClusterNode, Fields> due(Fleet fleet) {
    var states = new LinkedHashMap<ClusterNode, Fields>();
    fleet.left().stream()
        .filter(Fleet::isUp)
        .forEach(node -> states.put(node, takeBack.whole(node)));
    return states;
  }

  void run(Fleet fleet, RolloutLimit limit) {
    var kept = new ArrayList<String>();
    if (!inputs.revertsLeft()) {
      kept.addAll(Fleet.names(fleet.left()));
    } else {
      fleet.left().stream().filter(n -> !Fleet.isUp(n)).map(ClusterNode::name).forEach(kept::add);
      putBack(due(fleet), limit);
    }
    if (!kept.isEmpty()) {
      scene
          .messages()
          .warning(
              new LifeProblem(
                      LifeCatalogue.LEFT_BEHIND,
                      Names.some(kept)
                          + (kept.size() == 1 ? " keeps" : " keep")
                          + " what "
                          + inputs.policyName()
                          + " made there.")
                  .text());
    }
  }

  private void putBack(Map<ClusterNode, Fields> states, RolloutLimit limit) {
    var due = new LinkedHashMap<>(states);
    due.values().removeIf(state -> state.fields().isEmpty());
    states.keySet().stream()
        .filter(node -> !due.containsKey(node))
        .forEach(node -> ledger.note(s -> s.forgetting(List.of(node.name()))));
    if (due.isEmpty()) {
      return;
    }
    var problems = new NodeByNode(scene, ledger, limit.batch(), one).run(due, true);
    if (!problems.isEmpty()) {
      throw new LifeProblem(
          LifeCatalogue.ROLLOUT_FAILED,
          "Nodes that match no longer could not be put back: " + Names.with(problems) + ".");
    }
    scene.messages().info("put back: " + Names.some(Fleet.names(due.keySet())));
  }
}
