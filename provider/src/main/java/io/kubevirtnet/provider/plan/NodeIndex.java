package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.cluster.NodeNameOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The nodes in the order in which people count them, and which of them have which label. */
final class NodeIndex {
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Map<Optional<String>, List<Integer>>> byLabel = new HashMap<>();

  NodeIndex(List<PlannedNode> given) {
    given.stream()
        .sorted(
            Comparator.comparing(PlannedNode::name, new NodeNameOrder())
                .thenComparing(PlannedNode::toString))
        .forEach(
            node -> {
              if (places.putIfAbsent(node.name(), nodes.size()) == null) {
                nodes.add(node);
              }
            });
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  int size() {
    return nodes.size();
  }

  PlannedNode at(int place) {
    return nodes.get(place);
  }

  Optional<Integer> place(String name) {
    return Optional.ofNullable(places.get(name));
  }

  /** The places of the nodes that a policy means, in order; none while its labels are unknown. */
  List<Integer> takenBy(PlannedPolicy policy) {
    if (policy.selector().isEmpty()) {
      return List.of();
    }
    return policy.selector().get().labels().entrySet().stream()
        .map(l -> having(l.getKey(), l.getValue()))
        .min(Comparator.comparingInt(List::size))
        .map(few -> few.stream().filter(i -> policy.takes(nodes.get(i))).toList())
        .orElseGet(() -> IntStream.range(0, nodes.size()).boxed().toList());
  }

  /** Those that may have any label are among them. */
  private List<Integer> having(String key, String value) {
    var byValue = byLabel.computeIfAbsent(key, this::byValue);
    return byValue.getOrDefault(
        Optional.of(value), byValue.getOrDefault(Optional.empty(), List.of()));
  }

  /** Nodes by their value of a label; under none those whose labels are unknown. */
  private Map<Optional<String>, List<Integer>> byValue(String key) {
    var all = new HashMap<Optional<String>, List<Integer>>();
    var open = new ArrayList<Integer>();
    for (int i = 0; i < nodes.size(); i++) {
      var labels = nodes.get(i).labels();
      if (labels.isEmpty()) {
        open.add(i);
      } else if (labels.get().containsKey(key)) {
        all.computeIfAbsent(Optional.ofNullable(labels.get().get(key)), v -> new ArrayList<>())
            .add(i);
      }
    }
    if (!open.isEmpty()) {
      all.replaceAll(
          (value, some) -> {
            var both = new ArrayList<>(some);
            both.addAll(open);
            both.sort(Comparator.naturalOrder());
            return both;
          });
    }
    all.put(Optional.empty(), open);
    return all;
  }
}
