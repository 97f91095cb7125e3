package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Baseline;
import io.kubevirtnet.provider.cluster.Enactment;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds to a state what only the cluster remembers: an earlier run may have been killed after it
 * wrote and before it could tell, and nodes may have joined since.
 */
final class Recall {
  private Recall() {}

  /** The policies under one of our owners, the temporary ones left out. */
  static List<Policy> ours(List<Policy> all, PolicyState state, String owner) {
    return all.stream()
        .filter(p -> PolicyWriter.isOurs(p, state, owner))
        .filter(p -> Stamp.of(p).filter(Stamp::isTemporary).isEmpty())
        .toList();
  }

  static List<Policy> temporary(List<Policy> all, PolicyState state, String owner) {
    return all.stream()
        .filter(p -> PolicyWriter.isOurs(p, state, owner))
        .filter(p -> Stamp.of(p).filter(Stamp::isTemporary).isPresent())
        .toList();
  }

  /**
   * What a policy's stamp says beyond the state.
   *
   * @param secret some of the inputs are, so that what a policy shows may be
   */
  static PolicyState stamp(PolicyState state, Policy policy, boolean secret) {
    var stamp = Stamp.of(policy);
    if (stamp.isEmpty()) {
      return state;
    }
    var journal = stamp.get().journal();
    var known = state.withBaselines(baselines(state.baselines(), journal.baselines()));
    if (stamp.get().serial() <= state.serial()) {
      return known;
    }
    var applied = new ArrayList<>(known.applied());
    journal.applied().forEach(a -> add(applied, a, secret));
    boolean applies = stamp.get().operation() == Stamp.Operation.APPLY;
    if (applies) {
      add(applied, Applied.everywhere(Drafts.desired(policy)), secret);
    }
    return known
        .withApplied(applied)
        .touching(journal.touched())
        .written(known.owner(), stamp.get().serial())
        .withPending(applies ? "update" : "delete");
  }

  private static Baselines baselines(Baselines known, Baselines more) {
    var all = known.with(more.byNode());
    for (var node : more.byNode().entrySet()) {
      all = all.extended(node.getKey(), new NetworkState(node.getValue()), Set.of());
    }
    return all;
  }

  private static void add(List<Applied> applied, Applied more, boolean secret) {
    boolean known =
        applied.stream()
            .anyMatch(
                a ->
                    a.nodes().equals(more.nodes())
                        && Digest.of(a.state()).equals(Digest.of(more.state())));
    if (!known) {
      var state = secret ? (Fields) more.state().marked(new Marks(true, Set.of())) : more.state();
      applied.add(new Applied(more.nodes(), state));
    }
  }

  /**
   * Nodes that have a policy, and what its captures kept of those whose former state is not known
   * yet. A picture that was taken when the policy's own bridge was there already is none.
   */
  static PolicyState enactments(
      PolicyState state, List<Enactment> enactments, List<Fields> desired) {
    var ours = new HashSet<String>();
    desired.forEach(d -> ours.addAll(States.claimed(d)));
    var known = state;
    for (var enactment : enactments) {
      if (!known.baselines().has(enactment.node()) && !desired.isEmpty()) {
        var picture = picture(enactment);
        if (!picture.interfaces().isEmpty() && !shows(picture, ours)) {
          var before = Baseline.of(picture, desired.get(desired.size() - 1)).state();
          known = known.withBaselines(known.baselines().with(enactment.node(), before));
        }
      }
    }
    return known.touching(
        enactments.stream()
            .filter(
                e -> e.phase() != Enactment.Phase.UNKNOWN && e.phase() != Enactment.Phase.PENDING)
            .map(Enactment::node)
            .toList());
  }

  private static boolean shows(NetworkState picture, Set<String> ours) {
    return picture.interfaces().stream()
        .anyMatch(i -> i.controller().filter(ours::contains).isPresent());
  }

  private static NetworkState picture(Enactment enactment) {
    var interfaces = new ArrayList<Tree>();
    var names = new HashSet<String>();
    enactment.captured().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .flatMap(e -> States.objects(e.getValue(), "interfaces").stream())
        .filter(i -> names.add(States.text(i, "name").orElse("")))
        .forEach(interfaces::add);
    return new NetworkState(Tree.of("interfaces", interfaces));
  }
}
