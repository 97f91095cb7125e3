package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.NodeReport;
import io.kubevirtnet.provider.cluster.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what has become of a policy and of its nodes. */
final class ReadStep {
  private final Scene scene;
  private final PolicyInputs inputs;

  ReadStep(Scene scene, PolicyInputs inputs) {
    this.scene = scene;
    this.inputs = inputs;
  }

  /** Nothing when neither the policy nor anything that it made is there any more. */
  Optional<PolicyState> run(PolicyState old) {
    var all = scene.cluster().policies();
    var ours = Recall.ours(all, old, scene.owner());
    var state = old;
    var enactments = List.<Enactment>of();
    for (var policy : ours) {
      state = Recall.stamp(state, policy, inputs.spec().allMarks().secret());
      var of = scene.cluster().enactments(policy.name());
      state = Recall.enactments(state, of, state.applied().stream().map(Applied::state).toList());
      if (policy.name().equals(old.policyName())) {
        enactments = of;
      }
    }
    var live = ours.stream().filter(p -> p.name().equals(old.policyName())).findFirst();
    var fleet = Fleet.of(scene.cluster(), inputs.nodes(), state.touched());
    var reports = scene.cluster().reports(fleet.byName().keySet());
    if (live.isEmpty() && !isAnythingLeft(state, fleet, reports, all)) {
      return Optional.empty();
    }
    return Optional.of(seen(state, live, fleet, reports, enactments));
  }

  private PolicyState seen(
      PolicyState state,
      Optional<Policy> live,
      Fleet fleet,
      Map<String, NodeReport> reports,
      List<Enactment> enactments) {
    var drift = new ArrayList<String>();
    if (live.isEmpty()) {
      drift.add("the policy " + state.policyName() + " is gone, what it made is not");
    } else if (Stamp.of(live.get()).filter(s -> s.fits(live.get())).isEmpty()) {
      drift.add("somebody else changed the policy " + state.policyName());
    }
    var done = new ArrayList<String>();
    for (var enactment : enactments) {
      boolean current = live.filter(p -> p.generation() == enactment.generation()).isPresent();
      if (current && enactment.phase() == Enactment.Phase.DONE) {
        done.add(enactment.node());
      }
    }
    done.retainAll(fleet.names());
    // Nodes that have not got it yet do not drift: they wait.
    drift.addAll(
        Drift.lines(
            Drift.between(
                reports,
                live.isEmpty() ? fleet.names() : done,
                new Rendering(inputs, reports, enactments))));
    if (inputs.revertsLeft()) {
      Drift.leaving(fleet.left().stream().filter(Fleet::isUp).toList()).ifPresent(drift::add);
    }
    var waiting = new ArrayList<>(fleet.names());
    waiting.removeAll(done);
    return state.on(done.stream().sorted().toList(), waiting).withDrift(drift);
  }

  private boolean isAnythingLeft(
      PolicyState state, Fleet fleet, Map<String, NodeReport> reports, List<Policy> all) {
    var takeBack =
        new TakeBack(
            state.applied(),
            state.baselines(),
            inputs.baseline(),
            OtherPolicies.stamped(all, state, scene.owner()));
    return fleet.byName().values().stream()
        .filter(node -> state.touched().contains(node.name()))
        .anyMatch(node -> isLeft(node, reports, takeBack));
  }

  /** A node that does not report may well have it still. */
  private static boolean isLeft(
      ClusterNode node, Map<String, NodeReport> reports, TakeBack takeBack) {
    var back = takeBack.whole(node);
    var report = reports.get(node.name());
    return !back.fields().isEmpty() && (report == null || Drift.changes(report, back));
  }
}
