package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.NodeNames;
import java.util.List;

/** What stays on nodes of a policy that no longer says it, and how to get rid of it. */
final class HostLeftovers {
  private static final int NAMED = 3;

  private HostLeftovers() {}

  static LeftBehind of(PolicyMove move, Made made, String where) {
    return new LeftBehind(made.text(), where, fix(move) + warning(made));
  }

  /** {@code w1 and w2}, {@code 6 nodes} */
  static String where(List<String> nodes) {
    return nodes.size() <= NAMED ? NodeNames.text(nodes) : nodes.size() + " nodes";
  }

  private static String fix(PolicyMove move) {
    boolean managed = move.policy().life().isPresent();
    if (move.isDelete()) {
      return managed
          ? "Set teardown to revert and update before you delete "
              + move.policy().name()
              + ", or put the nodes back with what `kubevirtnet revert --policy FILE` prints for it."
          : "Before you delete "
              + move.policy().name()
              + ", apply what `kubevirtnet revert --policy FILE` prints for it, and wait for it.";
    }
    return managed
        ? "Set leftBehind to revert before nodes stop matching "
            + move.policy().name()
            + ", or put them back with what `kubevirtnet revert --policy FILE` prints for it."
        : "Put it back with what `kubevirtnet revert --policy FILE` prints for the old "
            + move.policy().name()
            + ", on a selector that takes these nodes.";
  }

  private static String warning(Made made) {
    var cards = made.cards();
    return cards.isEmpty()
        ? ""
        : " A policy with %s as absent alone leaves %s without an address, and often down."
            .formatted(NodeNames.text(made.interfaces()), NodeNames.text(cards));
  }
}
