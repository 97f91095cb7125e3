package io.kubevirtnet.provider.policy;

import io.kubevirtnet.node.HostDiff;
import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.provider.cluster.NodeReport;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between the nodes and what a policy wants of them, in lines about groups of nodes.
 */
final class Drift {
  private static final String LEAVING = " no longer matched, not put back yet";

  private Drift() {}

  /** The same lines of several nodes are said once: {@code w1, w2 and 14 more: br1 is created}. */
  static List<String> lines(Map<String, List<String>> byNode) {
    var groups = new LinkedHashMap<List<String>, List<String>>();
    byNode.forEach(
        (node, lines) -> {
          if (!lines.isEmpty()) {
            groups.computeIfAbsent(lines, l -> new ArrayList<>()).add(node);
          }
        });
    var text = new ArrayList<String>();
    groups.forEach((lines, nodes) -> text.add(Names.some(nodes) + ": " + String.join("; ", lines)));
    return text;
  }

  static Map<String, List<String>> between(
      Map<String, NodeReport> reports, List<String> nodes, Rendering rendering) {
    var all = new LinkedHashMap<String, List<String>>();
    for (var node : nodes) {
      var report = reports.get(node);
      if (report != null) {
        rendering
            .on(node)
            .ifPresent(desired -> all.put(node, HostDiff.between(report.state(), desired).lines()));
      }
    }
    return all;
  }

  /** Nodes that match no longer and have not been put back. */
  static Optional<String> leaving(List<ClusterNode> left) {
    return left.isEmpty() ? Optional.empty() : Optional.of(Names.some(Fleet.names(left)) + LEAVING);
  }

  /** For the nodes that match still, it is as it should be. */
  static boolean concernsNobodyElse(List<String> drift) {
    return drift.stream().allMatch(line -> line.endsWith(LEAVING));
  }

  static boolean changes(NodeReport report, Fields state) {
    return !HostDiff.between(report.state(), state).isEmpty();
  }
}
