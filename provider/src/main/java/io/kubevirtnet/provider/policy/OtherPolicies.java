package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies that other resources keep on the cluster: what they want is not taken away. */
final class OtherPolicies {
  private final List<Wish> wishes;

  private record Wish(Map<String, String> selector, Claims claims) {
    boolean on(ClusterNode node) {
      return node.labels().entrySet().containsAll(selector.entrySet());
    }
  }

  private OtherPolicies(List<Wish> wishes) {
    this.wishes = wishes;
  }

  /** Those that carry a stamp of this project, and not one of these owners. */
  static OtherPolicies stamped(List<Policy> all, PolicyState state, String owner) {
    var wishes = new ArrayList<Wish>();
    for (var policy : all) {
      Optional<Stamp> stamp = Stamp.of(policy);
      if (stamp.filter(s -> s.operation() == Stamp.Operation.APPLY).isPresent()
          && !PolicyWriter.isOurs(policy, state, owner)) {
        wishes.add(
            new Wish(selector(policy), Claims.of(States.object(policy.spec(), "desiredState"))));
      }
    }
    return new OtherPolicies(wishes);
  }

  static Map<String, String> selector(Policy policy) {
    var labels = new LinkedHashMap<String, String>();
    States.object(policy.spec(), "nodeSelector")
        .fields()
        .keySet()
        .forEach(
            key ->
                labels.put(
                    key,
                    States.text(States.object(policy.spec(), "nodeSelector"), key).orElse("")));
    return labels;
  }

  /** Somebody who wants this everywhere. */
  static OtherPolicies wanting(Claims claims) {
    return new OtherPolicies(List.of(new Wish(Map.of(), claims)));
  }

  Claims on(ClusterNode node) {
    return wishes.stream()
        .filter(w -> w.on(node))
        .map(Wish::claims)
        .reduce(Claims.NONE, Claims::and);
  }
}
