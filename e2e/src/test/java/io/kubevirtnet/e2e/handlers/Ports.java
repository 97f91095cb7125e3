package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each kind of controller lists its ports. */
final class Ports {
  private Ports() {}

  static List<String> of(JsonNode entry) {
    return stated(entry).orElse(List.of());
  }

  /** Nothing when the entry says nothing about its ports; an empty list is a statement. */
  static Optional<List<String>> stated(JsonNode entry) {
    List<String> names = new ArrayList<>();
    boolean found = false;
    for (String list : List.of("/bridge", "/link-aggregation", "/vrf")) {
      JsonNode ports = entry.at(list).path("port");
      if (ports.isArray()) {
        found = true;
        ports.forEach(port -> names.addAll(names(port)));
      }
    }
    return found ? Optional.of(List.copyOf(names)) : Optional.empty();
  }

  /** nmstate takes {@code ports} for {@code port} and always shows the latter. */
  static void unify(ObjectNode entry) {
    for (String list : List.of("bridge", "link-aggregation", "vrf")) {
      if (entry.get(list) instanceof ObjectNode settings && settings.has("ports")) {
        settings.set("port", settings.remove("ports"));
      }
    }
  }

  /** A port of an OVS bridge can be a bond with ports of its own. */
  private static List<String> names(JsonNode port) {
    if (port.isTextual()) {
      return List.of(port.asText());
    }
    JsonNode bond = port.path("link-aggregation");
    if (!bond.isObject()) {
      return List.of(port.path("name").asText());
    }
    List<String> names = new ArrayList<>();
    bond.path(bond.has("ports") ? "ports" : "port")
        .forEach(entry -> names.add(entry.path("name").asText()));
    return names;
  }
}
