package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.policy.Claims;
import io.kubevirtnet.provider.policy.PutBack;
import java.util.ArrayList;
import java.util.List;

/** What policies want that are there in the end. */
final class Wishes {
  private final List<Wish> all;

  /**
   * What one of them wants.
   *
   * @param respected a managed policy leaves it alone when it takes something back
   */
  record Wish(PlannedPolicy policy, boolean respected) {}

  private Wishes(List<Wish> all) {
    this.all = List.copyOf(all);
  }

  static Wishes of(Side after, PlanScene scene) {
    var all = new ArrayList<Wish>();
    PolicyMove.policies(after).values().forEach(p -> all.add(new Wish(p, p.life().isPresent())));
    scene.others().stream()
        .filter(PlannedPolicy::isOne)
        .forEach(
            o ->
                all.add(
                    new Wish(PlannedPolicy.of(PlannedObject.of(o)), PutBack.respects(o.fields()))));
    return new Wishes(all);
  }

  /** Those of one node. */
  Wishes on(PlannedNode node) {
    return new Wishes(all.stream().filter(w -> w.policy().takes(node)).toList());
  }

  /** Those of nodes that nobody knows. */
  Wishes meeting(PlannedPolicy policy) {
    return new Wishes(all.stream().filter(w -> w.policy().mayMeet(policy)).toList());
  }

  Claims respectedBeside(PolicyMove move) {
    return claims(move, true);
  }

  Claims beside(PolicyMove move) {
    return claims(move, false);
  }

  private Claims claims(PolicyMove move, boolean respectedOnly) {
    return all.stream()
        .filter(w -> !w.policy().name().equals(move.policy().name()))
        .filter(w -> w.respected() || !respectedOnly)
        .map(w -> w.policy().claims())
        .reduce(Claims.NONE, Claims::and);
  }
}
