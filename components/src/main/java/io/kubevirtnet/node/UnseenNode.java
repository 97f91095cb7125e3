package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A node that nobody has looked at: the network cards that policies name are there and up, and have
 * no addresses. What policies say about each other can be told on it, and nothing else.
 */
public final class UnseenNode {
  private UnseenNode() {}

  public static NetworkState with(List<Fields> desired) {
    Set<String> cards = new LinkedHashSet<>();
    for (var state : desired) {
      Wanted.of(state, new Links()).links().stream()
          .filter(l -> l.state().equals("up") && !l.isVirtual())
          .forEach(l -> cards.add(l.name()));
    }
    desired.forEach(state -> cards.addAll(BaselineCaptures.cards(state)));
    // What one policy takes for given, another one may make.
    for (var state : desired) {
      Wanted.of(state, new Links()).links().stream()
          .filter(Link::isVirtual)
          .forEach(l -> cards.remove(l.name()));
    }
    return new NetworkState(
        Tree.of("interfaces", cards.stream().sorted().map(UnseenNode::card).toList()));
  }

  private static Fields card(String name) {
    var off = Tree.of("enabled", false);
    return Tree.of("name", name)
        .with("type", "ethernet")
        .with("state", "up")
        .with("ipv4", off)
        .with("ipv6", off);
  }
}
