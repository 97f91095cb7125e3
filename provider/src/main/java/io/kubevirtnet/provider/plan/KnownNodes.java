package io.kubevirtnet.provider.plan;

import io.kubevirtnet.link.NodeSelector;

/** Which of the nodes that are known a selector takes. */
final class KnownNodes {
  private KnownNodes() {}

  static int number(NodeSelector selector, PlanScene scene) {
    return (int) scene.nodes().stream().filter(n -> takes(n, selector)).count();
  }

  /** Of a node that nobody knows it can not be told, so that it counts. */
  static boolean takes(String node, NodeSelector selector, PlanScene scene) {
    var known = scene.nodes().stream().filter(n -> n.name().equals(node)).findFirst();
    return known.isEmpty() || takes(known.get(), selector);
  }

  private static boolean takes(PlannedNode node, NodeSelector selector) {
    return node.labels()
        .map(labels -> labels.entrySet().containsAll(selector.labels().entrySet()))
        .orElse(true);
  }
}
