package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The network attachments that a virtual machine names, each as {@code namespace/name}. */
final class MachineNetworks {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private MachineNetworks() {}

  /** None when the instance has ended. */
  static Set<String> ofInstance(JsonNode instance) {
    return ENDED.contains(instance.path("status").path("phase").asText())
        ? Set.of()
        : of(instance.path("spec"), instance);
  }

  static Set<String> ofMachine(JsonNode machine) {
    return of(machine.path("spec").path("template").path("spec"), machine);
  }

  private static Set<String> of(JsonNode spec, JsonNode object) {
    var networks = new LinkedHashSet<String>();
    for (var network : spec.path("networks")) {
      var name = network.path("multus").path("networkName").asText();
      if (!name.isEmpty()) {
        networks.add(in(object.path("metadata").path("namespace").asText(), name));
      }
    }
    return networks;
  }

  /** A bare name means one of the machine's own namespace. */
  static String in(String namespace, String name) {
    return name.contains("/") ? name : namespace + "/" + name;
  }
}
