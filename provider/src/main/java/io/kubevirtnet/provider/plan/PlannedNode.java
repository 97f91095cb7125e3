package io.kubevirtnet.provider.plan;

import io.kubevirtnet.nmstate.NetworkState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the cluster that the objects go to.
 *
 * @param labels nothing when only a state in a file told of the node: then each selector takes it
 * @param internalIps the addresses of type InternalIP
 * @param state what it reports; empty when it reports nothing
 */
public record PlannedNode(
    String name,
    Optional<Map<String, String>> labels,
    List<String> internalIps,
    boolean ready,
    Optional<NetworkState> state) {
  public PlannedNode {
    labels = labels.map(Map::copyOf);
    internalIps = List.copyOf(internalIps);
  }
}
