package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import java.util.List;

/**
 * A node as a rule sees it.
 *
 * @param internalIps the addresses of type InternalIP in the Node's status; none when there is only
 *     a state in a file
 */
public record NodeFacts(String name, NetworkState state, List<String> internalIps) {
  public NodeFacts {
    internalIps = List.copyOf(internalIps);
  }
}
