package io.kubevirtnet.provider.policy;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A desired state that nodes may have.
 *
 * @param nodes those that may; none for all that the policy has ever meant
 * @param state as a node is handed it
 */
record Applied(Set<String> nodes, Fields state) {
  Applied {
    nodes = java.util.Collections.unmodifiableSet(new TreeSet<>(nodes));
  }

  static Applied everywhere(Fields state) {
    return new Applied(Set.of(), state);
  }

  boolean on(String node) {
    return nodes.isEmpty() || nodes.contains(node);
  }

  Tree tree() {
    return Tree.fields().withIf(!nodes.isEmpty(), "nodes", List.copyOf(nodes)).with("state", state);
  }

  static List<Applied> read(Fields in, String name) {
    return States.objects(in, name).stream()
        .map(a -> new Applied(Set.copyOf(States.texts(a, "nodes")), States.object(a, "state")))
        .toList();
  }
}
