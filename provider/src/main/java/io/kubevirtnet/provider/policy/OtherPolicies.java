package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policies that other resources keep on the cluster: what they want is not taken away. */
final class OtherPolicies {
  private final List<Wish> wishes;

  private record Wish(Map<String, String> selector, Claims claims) {
    boolean on(ClusterNode node) {
      return node.labels().entrySet().containsAll(selector.entrySet());
    }
  }

  /** What somebody else wants on a node. */
  record Claims(Set<String> interfaces, Set<String> localnets, boolean dns) {
    static final Claims NONE = new Claims(Set.of(), Set.of(), false);

    static Claims of(Fields desired) {
      return new Claims(
          States.claimed(desired),
          States.localnets(desired),
          desired.get("dns-resolver").isPresent());
    }

    Claims and(Claims more) {
      var links = new LinkedHashSet<>(interfaces);
      links.addAll(more.interfaces);
      var nets = new LinkedHashSet<>(localnets);
      nets.addAll(more.localnets);
      return new Claims(links, nets, dns || more.dns);
    }

    /** A state without what it would do to these. */
    Fields leave(Fields state) {
      if (equals(NONE)) {
        return state;
      }
      var rest = new LinkedHashMap<String, Tree>();
      state.fields().forEach((key, value) -> rest.put(key, value));
      replace(rest, "interfaces", kept(state, "interfaces", "name", interfaces));
      inside(rest, state, "routes", "config", "next-hop-interface", interfaces);
      inside(rest, state, "ovn", "bridge-mappings", "localnet", localnets);
      if (dns) {
        rest.remove("dns-resolver");
      }
      return new Fields(rest, state.marks());
    }

    private static void inside(
        Map<String, Tree> rest,
        Fields state,
        String section,
        String list,
        String key,
        Set<String> taken) {
      var in = States.object(state, section);
      if (in.get(list).isPresent()) {
        var kept = kept(in, list, key, taken);
        if (kept.isEmpty()) {
          rest.remove(section);
        } else {
          rest.put(section, in.with(list, kept));
        }
      }
    }

    private static void replace(Map<String, Tree> rest, String key, List<Tree> kept) {
      if (kept.isEmpty()) {
        rest.remove(key);
      } else {
        rest.put(key, Tree.of(kept));
      }
    }

    private static List<Tree> kept(Fields in, String list, String key, Set<String> taken) {
      return States.items(in, list).stream()
          .filter(
              t ->
                  !(t instanceof Fields f) || States.text(f, key).filter(taken::contains).isEmpty())
          .toList();
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

  Claims on(ClusterNode node) {
    return wishes.stream()
        .filter(w -> w.on(node))
        .map(Wish::claims)
        .reduce(Claims.NONE, Claims::and);
  }
}
