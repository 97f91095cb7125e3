package io.kubevirtnet.provider.cluster;

import java.util.List;
import java.util.Map;

/**
 * A node.
 *
 * @param ready its condition Ready is True
 * @param handled a handler of kubernetes-nmstate runs on it
 * @param internalIps its addresses of type InternalIP
 */
public record ClusterNode(
    String name,
    Map<String, String> labels,
    boolean ready,
    boolean handled,
    List<String> internalIps) {
  public ClusterNode {
    labels = Map.copyOf(labels);
    internalIps = List.copyOf(internalIps);
  }
}
