package io.kubevirtnet.provider.policy;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The nodes of one moment.
 *
 * @param matching those that the policy means
 * @param left those that may have its configuration and that it means no more
 */
record Fleet(List<ClusterNode> matching, List<ClusterNode> left, Set<String> vanished) {

  static Fleet of(Cluster cluster, NodeSelector selector, Collection<String> touched) {
    var matching = cluster.nodes(selector);
    var names = matching.stream().map(ClusterNode::name).collect(Collectors.toSet());
    var others = new HashSet<>(touched);
    others.removeAll(names);
    if (others.isEmpty()) {
      return new Fleet(matching, List.of(), Set.of());
    }
    var left =
        cluster.nodes(new NodeSelector(Map.of())).stream()
            .filter(n -> others.contains(n.name()))
            .toList();
    left.forEach(n -> others.remove(n.name()));
    return new Fleet(matching, left, others);
  }

  static boolean isUp(ClusterNode node) {
    return node.ready() && node.handled();
  }

  List<String> names() {
    return names(matching);
  }

  static List<String> names(Collection<ClusterNode> nodes) {
    return nodes.stream().map(ClusterNode::name).sorted().toList();
  }

  int upCount() {
    return (int) matching.stream().filter(Fleet::isUp).count();
  }

  Map<String, ClusterNode> byName() {
    var all = new TreeMap<String, ClusterNode>();
    matching.forEach(n -> all.put(n.name(), n));
    left.forEach(n -> all.put(n.name(), n));
    return all;
  }
}
