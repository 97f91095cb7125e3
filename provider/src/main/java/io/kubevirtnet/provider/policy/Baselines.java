package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What each node had before the first write to it; equal ones are one object, written once. */
record Baselines(Map<String, Fields> byNode) {
  static final Baselines NONE = new Baselines(Map.of());

  Baselines {
    byNode = java.util.Collections.unmodifiableMap(new TreeMap<>(byNode));
  }

  Optional<NetworkState> of(String node) {
    return Optional.ofNullable(byNode.get(node)).map(NetworkState::new);
  }

  boolean has(String node) {
    return byNode.containsKey(node);
  }

  /** The first one of a node wins. */
  Baselines with(String node, NetworkState state) {
    return with(Map.of(node, state.fields()));
  }

  Baselines with(Map<String, Fields> more) {
    var all = new TreeMap<>(more);
    all.putAll(byNode);
    return new Baselines(all);
  }

  Baselines without(Collection<String> nodes) {
    var rest = new TreeMap<>(byNode);
    rest.keySet().removeAll(nodes);
    return new Baselines(rest);
  }

  /**
   * What a node also had that the policy touches only now; what it says already stays. Of a node
   * whose former state is not known, a part would not help.
   *
   * @param ours interfaces that the policy itself has touched before, which tell nothing any more
   */
  Baselines extended(String node, NetworkState fresh, Set<String> ours) {
    var old = byNode.get(node);
    if (old == null) {
      return this;
    }
    var known = States.names(old).toList();
    var added =
        States.objects(fresh.fields(), "interfaces").stream()
            .filter(
                i ->
                    States.text(i, "name")
                        .filter(n -> !known.contains(n) && !ours.contains(n))
                        .isPresent())
            .toList();
    if (added.isEmpty()) {
      return this;
    }
    var interfaces = new ArrayList<>(States.items(old, "interfaces"));
    interfaces.addAll(added);
    var names = added.stream().flatMap(i -> States.text(i, "name").stream()).toList();
    var routes = new ArrayList<>(States.items(States.object(old, "routes"), "config"));
    States.objects(States.object(fresh.fields(), "routes"), "config").stream()
        .filter(r -> States.text(r, "next-hop-interface").filter(names::contains).isPresent())
        .forEach(routes::add);
    var all = new TreeMap<>(byNode);
    all.put(
        node,
        old.with("interfaces", interfaces)
            .with("routes", States.object(old, "routes").with("config", routes)));
    return new Baselines(all);
  }

  /** {@code [{nodes: [w1, w2], state: …}]} */
  Tree tree() {
    var groups = new LinkedHashMap<Fields, List<String>>();
    byNode.forEach(
        (node, state) -> groups.computeIfAbsent(state, s -> new ArrayList<>()).add(node));
    return Tree.of(
        groups.entrySet().stream()
            .map(g -> Tree.of("nodes", g.getValue()).with("state", g.getKey()))
            .toList());
  }

  static Baselines read(Fields in, String name) {
    var all = new TreeMap<String, Fields>();
    for (var group : States.objects(in, name)) {
      var state = States.object(group, "state");
      States.texts(group, "nodes").forEach(node -> all.put(node, state));
    }
    return new Baselines(all);
  }
}
