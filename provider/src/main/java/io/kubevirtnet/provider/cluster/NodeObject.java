package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/** Reads a Node, and which node a handler's pod is on. */
final class NodeObject {
  private NodeObject() {}

  static ClusterNode read(JsonNode object, boolean handled) {
    var ips = new ArrayList<String>();
    object
        .path("status")
        .path("addresses")
        .forEach(
            a -> {
              if (a.path("type").asText().equals("InternalIP")) {
                ips.add(a.path("address").asText());
              }
            });
    return new ClusterNode(
        object.path("metadata").path("name").asText(),
        JsonTree.texts(object.path("metadata").path("labels")),
        ready(object),
        handled,
        ips);
  }

  static boolean ready(JsonNode object) {
    return StatusConditions.of(object).is("Ready");
  }

  /** Empty unless the pod runs there. */
  static String handledNode(JsonNode pod) {
    return pod.path("status").path("phase").asText().equals("Running")
        ? pod.path("spec").path("nodeName").asText()
        : "";
  }
}
