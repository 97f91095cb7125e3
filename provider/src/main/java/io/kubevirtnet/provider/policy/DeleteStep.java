package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts the nodes back and takes the policy away, in this order. Nothing is deleted before every
 * node that can be reached is as it was; until then the next run begins anew.
 */
final class DeleteStep {
  private final Scene scene;
  private final Ledger ledger;
  private final PolicyInputs inputs;
  private final Optional<Duration> asked;

  DeleteStep(Scene scene, Ledger ledger, PolicyInputs inputs, Optional<Duration> asked) {
    this.scene = scene;
    this.ledger = ledger;
    this.inputs = inputs;
    this.asked = asked;
  }

  void run() {
    List<Policy> all;
    try {
      all = scene.cluster().policies();
    } catch (ClusterProblem problem) {
      if (problem.kind() != ClusterProblem.Kind.NO_SUCH_KIND) {
        throw problem;
      }
      withoutNmstate();
      return;
    }
    var ours = Recall.ours(all, ledger.state(), scene.owner());
    if (inputs.reverts()) {
      revert(all, ours);
    } else if (!ledger.state().touched().isEmpty()) {
      scene
          .messages()
          .info("teardown: leave: " + Names.some(ledger.state().touched()) + " stay as they are");
    }
    ours.forEach(p -> scene.cluster().delete(p.name()));
    Recall.temporary(scene.cluster().policies(), ledger.state(), scene.owner())
        .forEach(p -> scene.cluster().delete(p.name()));
  }

  private void withoutNmstate() {
    if (inputs.reverts() && !ledger.state().touched().isEmpty()) {
      scene
          .messages()
          .warning(
              new LifeProblem(
                      LifeCatalogue.LEFT_BEHIND,
                      "nmstate is gone from the cluster: "
                          + Names.some(ledger.state().touched())
                          + " keep what "
                          + inputs.policyName()
                          + " made there.",
                      "Put them back by hand.")
                  .text());
    }
  }

  private void revert(List<Policy> all, List<Policy> ours) {
    var enactments = new LinkedHashMap<String, List<Enactment>>();
    for (var policy : ours) {
      ledger.note(s -> Recall.stamp(s, policy, inputs.spec().allMarks().secret()));
      var of = scene.cluster().enactments(policy.name());
      var applied = ledger.state().applied().stream().map(Applied::state).toList();
      ledger.note(s -> Recall.enactments(s, of, applied));
      enactments.put(policy.name(), of);
    }
    var live = new Keeper(scene, ledger).alone(all, newest(ours));
    var means = live.map(OtherPolicies::selector).map(NodeSelector::new).orElse(inputs.nodes());
    var fleet = Fleet.of(scene.cluster(), means, ledger.state().touched());
    var others = OtherPolicies.stamped(all, ledger.state(), scene.owner());
    var takeBack =
        new TakeBack(
            ledger.state().applied(), ledger.state().baselines(), inputs.baseline(), others);
    var states = states(fleet, takeBack);
    if (inputs.refusesForUsers()) {
      new UsersGate(scene).pass(states.values());
    }
    var limit = RolloutLimit.of(inputs.maxUnavailable(), states.size(), asked.or(inputs::limit));
    var matching = matching(fleet, states);
    if (live.isPresent()) {
      together(live.get(), matching, byNode(enactments.getOrDefault(live.get().name(), List.of())))
          .ifPresentOrElse(
              common -> rollOut(live.get(), common, limit),
              () -> oneByOne(live.get(), matching, limit));
    } else {
      nodeByNode(remaining(matching), limit);
    }
    var left = new LinkedHashMap<>(states);
    left.keySet().removeAll(matching.keySet());
    nodeByNode(remaining(left), limit);
    tell(fleet, takeBack);
  }

  /** It may be one that the engine does not know of. */
  private static String newest(List<Policy> ours) {
    return ours.stream()
        .max(Comparator.comparingInt(p -> Stamp.of(p).map(Stamp::serial).orElse(0)))
        .map(Policy::name)
        .orElse("");
  }

  /** What is to be applied to each node that can be reached. */
  private Map<ClusterNode, Fields> states(Fleet fleet, TakeBack takeBack) {
    var states = new LinkedHashMap<ClusterNode, Fields>();
    fleet.matching().stream()
        .filter(Fleet::isUp)
        .forEach(node -> states.put(node, takeBack.whole(node)));
    fleet.left().stream()
        .filter(this::isDue)
        .filter(Fleet::isUp)
        .forEach(node -> states.put(node, takeBack.whole(node)));
    return states;
  }

  /** A run that was killed may have narrowed the policy already. */
  private boolean isDue(ClusterNode left) {
    return inputs.revertsLeft()
        || left.labels().entrySet().containsAll(inputs.nodes().labels().entrySet());
  }

  private static Map<ClusterNode, Fields> matching(Fleet fleet, Map<ClusterNode, Fields> states) {
    var matching = new LinkedHashMap<ClusterNode, Fields>();
    fleet.matching().stream()
        .filter(states::containsKey)
        .forEach(n -> matching.put(n, states.getOrDefault(n, Fields.EMPTY)));
    return matching;
  }

  private static Map<String, Enactment> byNode(List<Enactment> enactments) {
    return enactments.stream()
        .collect(Collectors.toMap(Enactment::node, e -> e, (a, b) -> b, LinkedHashMap::new));
  }

  /**
   * One state for all of them, where there is one.
   *
   * @param enactments of this very policy: captures of another one are not its own
   */
  private Optional<Fields> together(
      Policy live, Map<ClusterNode, Fields> states, Map<String, Enactment> enactments) {
    var distinct = states.values().stream().distinct().toList();
    if (distinct.size() <= 1) {
      return Optional.of(distinct.isEmpty() ? Fields.EMPTY : distinct.get(0));
    }
    var applied = ledger.state().applied().stream().map(Applied::state).distinct().toList();
    if (applied.size() != 1) {
      return Optional.empty();
    }
    var captured = new CapturedRevert(applied.get(0));
    boolean serves =
        captured.isIn(live.spec())
            && states.entrySet().stream()
                .allMatch(
                    e ->
                        enactments.containsKey(e.getKey().name())
                            && captured.servesAsWell(
                                before(e.getKey().name()),
                                e.getValue(),
                                enactments.get(e.getKey().name())));
    return serves ? Optional.of(captured.template()) : Optional.empty();
  }

  private NetworkState before(String node) {
    return ledger
        .state()
        .baselines()
        .of(node)
        .or(() -> inputs.baseline().map(NetworkState::new))
        .orElse(NetworkState.EMPTY);
  }

  private void rollOut(Policy live, Fields state, RolloutLimit limit) {
    if (state.fields().isEmpty()) {
      return;
    }
    var written = write(live, state, limit);
    var result = new Rollout(scene).await(written, limit.whole());
    Rollout.require(result, live.name());
    scene.messages().info("put back: " + Names.count(result.done(), "node", "nodes"));
  }

  private Policy write(Policy live, Fields state, RolloutLimit limit) {
    int serial = ledger.state().serial() + 1;
    ledger.writing(s -> s.written(s.owner(), serial).withPending("delete"));
    var spec = Drafts.instead(live, state, serial);
    var stamp =
        Stamp.on(
            scene.owner(), Stamp.Operation.TAKE_BACK, serial, spec, Journal.of(ledger.state()));
    return new PolicyWriter(
            scene, PolicyWriter.foreigners(ledger.state(), scene.owner(), inputs.adopts()))
        .put(live.name(), spec, stamp, limit.whole());
  }

  /** The policy itself wants nothing any more then, so that no handler applies it meanwhile. */
  private void oneByOne(Policy live, Map<ClusterNode, Fields> states, RolloutLimit limit) {
    write(live, Fields.EMPTY, limit);
    nodeByNode(states, limit);
  }

  private void nodeByNode(Map<ClusterNode, Fields> states, RolloutLimit limit) {
    var due = new LinkedHashMap<>(states);
    due.values().removeIf(state -> state.fields().isEmpty());
    if (due.isEmpty()) {
      return;
    }
    var one = RolloutLimit.of("1", 1, asked.or(inputs::limit)).whole();
    var problems = new NodeByNode(scene, ledger, limit.batch(), one).run(due, false);
    if (!problems.isEmpty()) {
      throw new LifeProblem(
          LifeCatalogue.ROLLOUT_FAILED, "Not put back: " + Names.with(problems) + ".");
    }
    scene.messages().info("put back: " + Names.some(Fleet.names(due.keySet())));
  }

  /** Nodes on which there is still something to put back, as far as they report. */
  private Map<ClusterNode, Fields> remaining(Map<ClusterNode, Fields> states) {
    var reports = scene.cluster().reports(Fleet.names(states.keySet()));
    return states.entrySet().stream()
        .filter(
            e -> {
              var report = reports.get(e.getKey().name());
              return report == null || !HostDiff.between(report.state(), e.getValue()).isEmpty();
            })
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private void tell(Fleet fleet, TakeBack takeBack) {
    var kept = new ArrayList<String>();
    var nodes = new ArrayList<>(fleet.left());
    fleet.matching().stream()
        .filter(n -> ledger.state().touched().contains(n.name()))
        .forEach(nodes::add);
    nodes.stream()
        .filter(n -> !Fleet.isUp(n) || (fleet.left().contains(n) && !isDue(n)))
        .map(ClusterNode::name)
        .forEach(kept::add);
    if (!kept.isEmpty()) {
      scene
          .messages()
          .warning(
              new LifeProblem(
                      LifeCatalogue.LEFT_BEHIND,
                      Names.some(kept) + " keep what " + inputs.policyName() + " made there.",
                      "Put them back by hand, or remove the nodes.")
                  .text());
    }
    takeBack.leftBehind().forEach(text -> scene.messages().warning("What stays: " + text));
  }
}
