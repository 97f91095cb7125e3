package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.cluster.RolloutResult;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings the cluster from whatever it is to what the author wants: the way of a create and of an
 * update. Every part can be repeated from the state and the cluster, so that a run that was killed
 * anywhere is continued by the next one.
 */
final class ApplyStep {
  private static final Duration KIND_PATIENCE = Duration.ofMinutes(2);

  private final Scene scene;
  private final Ledger ledger;
  private final PolicyInputs inputs;
  private final Optional<Duration> asked;

  ApplyStep(Scene scene, Ledger ledger, PolicyInputs inputs, Optional<Duration> asked) {
    this.scene = scene;
    this.ledger = ledger;
    this.inputs = inputs;
    this.asked = asked;
  }

  void run() {
    var all = awaitKind();
    var state = ledger.state();
    guard(all, state);
    recall(all);

    var fleet = Fleet.of(scene.cluster(), inputs.nodes(), ledger.state().touched());
    if (fleet.matching().isEmpty() && !inputs.allowsNoNodes()) {
      throw new LifeProblem(
          LifeCatalogue.NO_MATCHING_NODE, "No node matches " + inputs.nodes() + ".");
    }
    var rendering = Rendering.on(scene.cluster(), inputs, all, fleet.names());
    before(fleet, rendering);
    ledger.note(s -> s.forgetting(fleet.vanished()));

    var others = OtherPolicies.stamped(all, ledger.state(), scene.owner());
    refuseFreshCaptures(all, fleet, rendering, others);
    var takeBack = takeBack(others);
    var shrink = shrink(fleet, takeBack, rendering);
    var leaving = new Leaving(scene, ledger, inputs, takeBack, one());
    var gate = new ArrayList<>(shrink.all());
    gate.addAll(leaving.states(fleet));
    if (inputs.refusesForUsers()) {
      new UsersGate(scene).pass(gate);
    }

    var limit = limit(fleet.upCount());
    var kept = new Keeper(scene, ledger).alone(all, inputs.policyName());
    if (isDue(all)) {
      kept.filter(p -> !p.name().equals(inputs.policyName()))
          .ifPresent(p -> new PolicyWriter(scene, q -> {}).settle(p, limit.whole()));
      rollOut(fleet, shrink, rendering, limit);
    }
    own(shrink, limit);
    leaving.run(fleet, limit);
    removeOthers();
    ledger.note(s -> s.done(wish(), now(s, fleet, shrink, rendering)));
    takeBack.leftBehind().forEach(text -> scene.messages().warning("What stays: " + text));
  }

  private void refuseFreshCaptures(
      List<Policy> all, Fleet fleet, Rendering rendering, OtherPolicies others) {
    if (isDue(all)) {
      new FreshCaptures(inputs, rendering, ledger.state(), takeBack(others))
          .problem(fleet)
          .ifPresent(
              problem -> {
                throw problem;
              });
    }
  }

  private TakeBack takeBack(OtherPolicies others) {
    var state = ledger.state();
    return new TakeBack(state.applied(), state.baselines(), inputs.baseline(), others);
  }

  /** What nodes may have from here on: those that could not be reached still have the old. */
  private List<Applied> now(PolicyState state, Fleet fleet, Shrink shrink, Rendering rendering) {
    var behind = new TreeSet<>(Fleet.names(fleet.left()));
    shrink.rest().keySet().stream().filter(n -> !Fleet.isUp(n)).forEach(n -> behind.add(n.name()));
    behind.retainAll(state.touched());
    var wanted = rendering.on(fleet.names());
    var now = new ArrayList<Applied>();
    for (var old : state.applied()) {
      var nodes = behind.stream().filter(old::on).collect(Collectors.toSet());
      if (!nodes.isEmpty() && wanted.stream().noneMatch(w -> w.state().equals(old.state()))) {
        now.add(new Applied(nodes, old.state()));
      }
    }
    now.addAll(wanted);
    return now;
  }

  private RolloutLimit limit(int nodes) {
    return RolloutLimit.of(inputs.maxUnavailable(), nodes, asked.or(inputs::limit));
  }

  /** The NMState that makes the kind may have been made a moment ago. */
  private List<Policy> awaitKind() {
    var deadline = scene.within(KIND_PATIENCE);
    while (true) {
      try {
        return scene.cluster().policies();
      } catch (ClusterProblem problem) {
        if (problem.kind() != ClusterProblem.Kind.NO_SUCH_KIND || deadline.isOver()) {
          throw problem;
        }
        scene.messages().status("waiting until the cluster knows the kinds of nmstate");
        deadline.pause();
      }
    }
  }

  private void guard(List<Policy> all, PolicyState state) {
    var foreigners = PolicyWriter.foreigners(state, scene.owner(), inputs.adopts());
    all.stream()
        .filter(p -> p.name().equals(inputs.policyName()) || p.name().equals(state.policyName()))
        .forEach(foreigners);
  }

  /** What earlier runs wrote, and what nodes that joined since had before. */
  private void recall(List<Policy> all) {
    boolean secret = inputs.spec().allMarks().secret();
    var state = ledger.state();
    for (var policy : Recall.ours(all, state, scene.owner())) {
      ledger.note(s -> Recall.stamp(s, policy, secret));
      harvest(policy);
    }
    all.stream()
        .filter(p -> p.name().equals(inputs.policyName()))
        .filter(p -> !PolicyWriter.isOurs(p, state, scene.owner()))
        .forEach(this::takeOver);
  }

  private void harvest(Policy policy) {
    var enactments = scene.cluster().enactments(policy.name());
    var applied = ledger.state().applied().stream().map(Applied::state).toList();
    ledger.note(s -> Recall.enactments(s, enactments, applied));
  }

  /** Its nodes are taken as they are: what they had before is not known. */
  private void takeOver(Policy policy) {
    var nodes = scene.cluster().enactments(policy.name()).stream().map(e -> e.node()).toList();
    var applied = new ArrayList<>(ledger.state().applied());
    applied.add(Applied.everywhere(Drafts.desired(policy)));
    ledger.note(s -> s.withApplied(applied).touching(nodes));
    scene.messages().info("takes over " + policy.name() + ", which is there already");
  }

  private void before(Fleet fleet, Rendering rendering) {
    var before = new Before(rendering, rendering.reports());
    ledger.note(s -> before.note(s, fleet.names()));
    if (inputs.reverts() && inputs.baseline().isEmpty() && !before.unknown().isEmpty()) {
      scene
          .messages()
          .warning(
              new LifeProblem(
                      LifeCatalogue.FORMER_STATE_UNKNOWN,
                      "What " + Names.some(before.unknown()) + " had before is not known.")
                  .text());
    }
  }

  private Shrink shrink(Fleet fleet, TakeBack takeBack, Rendering rendering) {
    var states = new LinkedHashMap<ClusterNode, Fields>();
    var touched = ledger.state().touched();
    for (var node : fleet.matching()) {
      if (touched.contains(node.name())) {
        states.put(node, takeBack.shrunk(node, rendering.on(node.name()).orElse(inputs.desired())));
      }
    }
    return Shrink.of(states);
  }

  private String wish() {
    return Digest.of(Tree.of("name", inputs.policyName()).with("spec", inputs.spec()));
  }

  private boolean isDue(List<Policy> all) {
    var state = ledger.state();
    var there = all.stream().filter(p -> p.name().equals(inputs.policyName())).findFirst();
    return state.pending().isPresent()
        || !Drift.concernsNobodyElse(state.drift())
        || !state.wish().equals(wish())
        || there.flatMap(p -> Stamp.of(p).filter(s -> s.fits(p))).isEmpty();
  }

  private void rollOut(Fleet fleet, Shrink shrink, Rendering rendering, RolloutLimit limit) {
    var name = inputs.policyName();
    var operation = ledger.state().policyName().equals(name) ? "update" : "rename";
    int serial = ledger.state().serial() + 1;
    var there = scene.cluster().policy(name);
    var spec = Drafts.wanted(inputs, shrink.common(), there, serial);
    var applied = new ArrayList<>(ledger.state().applied());
    rendering.on(fleet.names()).stream().filter(a -> !applied.contains(a)).forEach(applied::add);
    ledger.writing(
        s ->
            s.withApplied(applied)
                .touching(fleet.names())
                .written(scene.owner(), serial)
                .withPending(operation));
    var stamp =
        Stamp.on(scene.owner(), Stamp.Operation.APPLY, serial, spec, Journal.of(ledger.state()));
    var policy =
        new PolicyWriter(
                scene, PolicyWriter.foreigners(ledger.state(), scene.owner(), inputs.adopts()))
            .put(name, spec, stamp, limit.whole());
    finish(fleet, new Rollout(scene).await(policy, limit.whole()), name);
  }

  private void finish(Fleet fleet, RolloutResult result, String name) {
    var done = Rollout.done(result);
    var waiting = new ArrayList<>(fleet.names());
    waiting.removeAll(done);
    ledger.note(s -> s.on(done, waiting));
    Rollout.require(result, name);
    if (!waiting.isEmpty()) {
      scene
          .messages()
          .warning(
              name
                  + " waits for "
                  + Names.some(waiting)
                  + ": not Ready, or without nmstate's handler. They get it when they return.");
    }
    scene.messages().info(name + " is on " + Names.count(done, "node", "nodes"));
  }

  /** What differs from node to node goes to each of them alone. */
  private void own(Shrink shrink, RolloutLimit limit) {
    var up = new LinkedHashMap<ClusterNode, Fields>();
    shrink
        .rest()
        .forEach(
            (node, state) -> {
              if (Fleet.isUp(node)) {
                up.put(node, state);
              }
            });
    if (up.isEmpty()) {
      return;
    }
    var problems = new NodeByNode(scene, ledger, limit.batch(), one()).run(up, false);
    if (!problems.isEmpty()) {
      throw new LifeProblem(
          LifeCatalogue.ROLLOUT_FAILED,
          "What only "
              + inputs.policyName()
              + " made could not be taken off "
              + Names.with(problems)
              + ".");
    }
  }

  private Duration one() {
    return RolloutLimit.of("1", 1, asked.or(inputs::limit)).whole();
  }

  /** Policies of former names, and temporary ones of runs that were killed. */
  private void removeOthers() {
    var all = scene.cluster().policies();
    var state = ledger.state();
    Recall.ours(all, state, scene.owner()).stream()
        .map(Policy::name)
        .filter(name -> !name.equals(inputs.policyName()))
        .forEach(scene.cluster()::delete);
    Recall.temporary(all, state, scene.owner()).forEach(p -> scene.cluster().delete(p.name()));
    ledger.note(s -> s.named(inputs.policyName()));
  }
}
