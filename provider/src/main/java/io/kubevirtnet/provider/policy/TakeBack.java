package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Revert;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states that put nodes back: as they were before everything that they may have from this
 * policy, less what others want there.
 */
final class TakeBack {
  private final List<Applied> applied;
  private final Baselines baselines;
  private final Optional<Fields> stated;
  private final OtherPolicies others;
  private final Map<List<Object>, Revert> seen = new HashMap<>();
  private final Set<String> leftBehind = new LinkedHashSet<>();

  /**
   * @param stated what the author says that nodes had whose former state is not known
   */
  TakeBack(
      List<Applied> applied, Baselines baselines, Optional<Fields> stated, OtherPolicies others) {
    this.applied = applied;
    this.baselines = baselines;
    this.stated = stated;
    this.others = others;
  }

  /** Empty when there is nothing to put back on this node. */
  Fields whole(ClusterNode node) {
    return worked(node, (before, state) -> Revert.of(state, before), Optional.empty());
  }

  /** What a new desired state has to be accompanied by, since it says less than the old ones. */
  Fields shrunk(ClusterNode node, Fields now) {
    return worked(node, (before, state) -> Revert.shrink(state, now, before), Optional.of(now));
  }

  private interface Way {
    Revert back(NetworkState before, Fields state);
  }

  private Fields worked(ClusterNode node, Way way, Optional<Fields> now) {
    var before =
        baselines
            .of(node.name())
            .or(() -> stated.map(NetworkState::new))
            .orElse(NetworkState.EMPTY);
    var claims = others.on(node);
    var states = applied.stream().filter(a -> a.on(node.name())).map(Applied::state).toList();
    var revert =
        seen.computeIfAbsent(
            List.of(before.fields(), states, claims, now),
            key -> {
              var all = merged(states.stream().map(s -> way.back(before, s)).toList());
              return new Revert(claims.leave(all.state()), all.leftBehind());
            });
    leftBehind.addAll(revert.leftBehind());
    return revert.state();
  }

  private static Revert merged(List<Revert> reverts) {
    var state = Fields.EMPTY;
    var left = new ArrayList<String>();
    for (var revert : reverts) {
      // The newest is the last, and wins.
      state = new Revert(state, List.of()).with(revert.state());
      left.addAll(revert.leftBehind());
    }
    return new Revert(withoutRepeats(state), left.stream().distinct().toList());
  }

  /** Two old states that differ a little ask for many of the same entries. */
  private static Fields withoutRepeats(Fields state) {
    var unique = state;
    for (var section : List.of("routes", "route-rules")) {
      var in = States.object(unique, section);
      if (in.get("config").isPresent()) {
        unique =
            unique.with(
                section,
                in.with("config", States.items(in, "config").stream().distinct().toList()));
      }
    }
    var ovn = States.object(unique, "ovn");
    return ovn.get("bridge-mappings").isEmpty()
        ? unique
        : unique.with(
            "ovn",
            ovn.with(
                "bridge-mappings",
                States.items(ovn, "bridge-mappings").stream().distinct().toList()));
  }

  /** Nodes by what puts them back, in the order of their names; those with nothing are left out. */
  static Map<Fields, List<ClusterNode>> grouped(Map<ClusterNode, Fields> states) {
    var groups = new LinkedHashMap<Fields, List<ClusterNode>>();
    states.forEach(
        (node, state) -> {
          if (!state.fields().isEmpty()) {
            groups.computeIfAbsent(state, s -> new ArrayList<>()).add(node);
          }
        });
    return groups;
  }

  /** Sentences about what no state can bring back, so far. */
  List<String> leftBehind() {
    return List.copyOf(leftBehind);
  }
}
