package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.List;
import java.util.Optional;

/**
 * A state as nmstate writes it: what a node has ({@code status.currentState} of a NodeNetworkState,
 * output of {@code nmstatectl show}), or what it shall have.
 */
public record NetworkState(Fields fields) {
  public static final NetworkState EMPTY = new NetworkState(Fields.EMPTY);

  /** The entries that are objects, in their order. */
  public List<NetworkInterface> interfaces() {
    return list(fields.get("interfaces")).stream()
        .filter(Fields.class::isInstance)
        .map(f -> new NetworkInterface((Fields) f))
        .toList();
  }

  /** The first one of that name; an OVS bridge and its internal interface may share one. */
  public Optional<NetworkInterface> find(String name) {
    return interfaces().stream().filter(i -> i.isNamed(name)).findFirst();
  }

  static List<Tree> list(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Items l ? l.items() : List.of();
  }
}
