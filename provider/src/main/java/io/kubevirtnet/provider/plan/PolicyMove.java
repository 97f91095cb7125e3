package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy that one side has and the other has not, or has in another way. */
record PolicyMove(Optional<PlannedPolicy> before, Optional<PlannedPolicy> after) {

  /**
   * In the order in which they happen, as far as objects tell it: created and changed ones by name,
   * as handlers take them; then deleted ones by name, since engines delete last.
   */
  static List<PolicyMove> between(Side before, Side after) {
    var old = policies(before);
    var now = policies(after);
    var moves = new ArrayList<PolicyMove>();
    for (var policy : now.values()) {
      var was = Optional.ofNullable(old.get(policy.name()));
      if (was.filter(policy::saysTheSameAs).isEmpty()) {
        moves.add(new PolicyMove(was, Optional.of(policy.after(was))));
      }
    }
    for (var policy : old.values()) {
      if (!now.containsKey(policy.name())) {
        moves.add(new PolicyMove(Optional.of(policy), Optional.empty()));
      }
    }
    return moves;
  }

  static Map<String, PlannedPolicy> policies(Side side) {
    var objects = new TreeMap<String, PlannedObject>();
    side.objects().stream()
        .filter(o -> PlannedPolicy.isOne(o.object()))
        // Two of one name are refused elsewhere; which of them is looked at must not be chance.
        .forEach(
            o ->
                objects.merge(
                    o.reference().name(),
                    o,
                    (a, b) -> a.toString().compareTo(b.toString()) <= 0 ? a : b));
    var policies = new TreeMap<String, PlannedPolicy>();
    objects.forEach((name, object) -> policies.put(name, PlannedPolicy.of(object)));
    return policies;
  }

  boolean isDelete() {
    return after.isEmpty();
  }

  /** The newer one. */
  PlannedPolicy policy() {
    return after.or(() -> before).orElseThrow();
  }

  ObjectReference reference() {
    return policy().reference();
  }

  /** A delete that changes nothing on any node. */
  boolean leavesAll() {
    return isDelete() && policy().life().filter(PlannedPolicy.Life::reverts).isEmpty();
  }

  /** Nodes that may have something of the older one, by their place. */
  List<Integer> had(NodeIndex nodes) {
    if (before.isEmpty()) {
      return List.of();
    }
    var kept = policy().life().map(l -> l.putBack().touched()).orElse(java.util.Set.of());
    if (kept.isEmpty()) {
      return nodes.takenBy(before.get());
    }
    var all = new TreeSet<>(nodes.takenBy(before.get()));
    kept.forEach(name -> nodes.place(name).ifPresent(all::add));
    return List.copyOf(all);
  }

  /**
   * What stays of the older one on nodes of this part; a managed policy takes back what it says no
   * more.
   */
  Made stays(NodeRun.Part part) {
    var made = before.map(p -> Made.by(p.desired())).orElse(Made.NOTHING);
    return switch (part) {
      case APPLY -> Made.NOTHING;
      case CHANGE ->
          policy().life().isPresent() ? Made.NOTHING : made.without(Made.by(policy().desired()));
      case LEAVE -> made;
    };
  }
}
