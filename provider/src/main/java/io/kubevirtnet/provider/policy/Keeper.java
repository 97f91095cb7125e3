package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that an operation starts with at most one policy of ours. Runs that were killed may
 * have left more: they would work against what is written next, so they go, and what they remember
 * goes to the one that stays.
 */
final class Keeper {
  private final Scene scene;
  private final Ledger ledger;

  Keeper(Scene scene, Ledger ledger) {
    this.scene = scene;
    this.ledger = ledger;
  }

  /**
   * The one that stays.
   *
   * @param all the policies of the cluster; what ours say has been recalled already
   * @param preferred the name of the one to stay, when it is there
   */
  Optional<Policy> alone(List<Policy> all, String preferred) {
    var state = ledger.state();
    Recall.temporary(all, state, scene.owner()).forEach(p -> scene.cluster().delete(p.name()));
    var ours = Recall.ours(all, state, scene.owner());
    var keeper =
        ours.stream()
            .filter(p -> p.name().equals(preferred))
            .findFirst()
            .or(() -> ours.stream().max(Comparator.comparingInt(Keeper::serial)));
    if (keeper.isEmpty() || ours.size() == 1) {
      return keeper;
    }
    var kept = remembering(keeper.get());
    ours.stream()
        .filter(p -> !p.name().equals(kept.name()))
        .forEach(p -> scene.cluster().delete(p.name()));
    return Optional.of(kept);
  }

  private static int serial(Policy policy) {
    return Stamp.of(policy).map(Stamp::serial).orElse(0);
  }

  /** Only its annotations change, which is allowed at any time and starts no rollout. */
  private Policy remembering(Policy policy) {
    var stamp = Stamp.of(policy).orElseThrow();
    var more = stamp.remembering(Journal.of(ledger.state()), ledger.state().serial());
    return scene
        .cluster()
        .replace(
            new Policy(
                policy.name(),
                more.annotations(),
                policy.spec(),
                policy.uid(),
                policy.resourceVersion(),
                policy.generation(),
                policy.inProgress(),
                policy.managers()));
  }
}
