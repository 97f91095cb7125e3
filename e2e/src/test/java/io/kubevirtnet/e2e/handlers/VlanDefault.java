package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Handlers filter VLANs at every port of a Linux bridge that says nothing about VLANs. */
final class VlanDefault {
  private VlanDefault() {}

  static ObjectNode addTo(ObjectNode desired) {
    for (JsonNode entry : desired.path("interfaces")) {
      // Only where the state is written down, and only under this spelling of the list.
      if (entry.path("type").asText().equals("linux-bridge")
          && entry.path("state").asText().equals("up")) {
        Json.objects(entry.at("/bridge/port")).stream()
            .filter(port -> !port.has("vlan"))
            .forEach(VlanDefault::trunk);
      }
    }
    return desired;
  }

  private static void trunk(ObjectNode port) {
    ObjectNode vlan = port.putObject("vlan").put("mode", "trunk");
    vlan.putArray("trunk-tags").addObject().putObject("id-range").put("min", 2).put("max", 4094);
  }
}
