package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which nodes are meant. */
final class Nodes {
  private static final String SCHEDULABLE = "kubevirt.io/schedulable";

  private Nodes() {}

  static boolean isReady(LiveObject node) {
    return node.is("Ready");
  }

  /** All labels of a selector, as nodeSelector has them. */
  static boolean matches(LiveObject node, JsonNode selector) {
    for (var label : selector.properties()) {
      var labels = node.at("/metadata/labels");
      if (!labels.has(label.getKey())
          || !labels.path(label.getKey()).asText().equals(label.getValue().asText())) {
        return false;
      }
    }
    return true;
  }

  /** Where a machine may be started; virt-handler marks its nodes once it runs on one. */
  static List<LiveObject> forMachine(List<LiveObject> nodes, JsonNode machineSpec) {
    boolean marked = nodes.stream().anyMatch(n -> !n.label(SCHEDULABLE).isEmpty());
    return nodes.stream()
        .filter(Nodes::isReady)
        .filter(n -> !n.at("/spec/unschedulable").asBoolean())
        .filter(n -> !marked || n.label(SCHEDULABLE).equals("true"))
        .filter(n -> matches(n, machineSpec.path("nodeSelector")))
        .toList();
  }
}
