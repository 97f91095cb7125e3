package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.cluster.MaxUnavailable;
import io.kubevirtnet.provider.policy.RolloutLimit;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/**
 * How many nodes of a policy change at the same time, and how long all of them may take; 0 for what
 * is not known.
 */
record RolloutPace(int atOnce, int worstSeconds) {
  private static final RolloutPace UNKNOWN = new RolloutPace(0, 0);

  /**
   * Nodes whose number is known.
   *
   * @param nodes those that can be changed now
   */
  static RolloutPace of(PlannedPolicy policy, int nodes) {
    if (nodes == 0 || policy.maxUnavailable().isEmpty()) {
      return UNKNOWN;
    }
    if (policy.life().isEmpty()) {
      return new RolloutPace(Math.min(nodes, MaxUnavailable.of(spec(policy)).of(nodes)), 0);
    }
    var limit = RolloutLimit.of(policy.maxUnavailable().get(), nodes, policy.life().get().limit());
    return new RolloutPace(Math.min(nodes, limit.batch()), (int) limit.whole().toSeconds());
  }

  /** A share of nodes whose number nobody knows is not known, either. */
  static RolloutPace of(PlannedPolicy policy) {
    int atOnce =
        policy
            .maxUnavailable()
            .filter(m -> m.matches("[1-9]\\d{0,8}"))
            .map(Integer::parseInt)
            .orElse(0);
    var limit = policy.life().map(PlannedPolicy.Life::limit).orElse(Optional.empty());
    return new RolloutPace(atOnce, limit.map(l -> (int) l.toSeconds()).orElse(0));
  }

  private static Fields spec(PlannedPolicy policy) {
    return policy
        .object()
        .fields()
        .get("spec")
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .orElse(Fields.EMPTY);
  }
}
