package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** A NodeNetworkConfigurationPolicy as a handler reads it. */
record Policy(String name, String uid, long generation, JsonNode spec) {
  private static final String DEFAULT_UNAVAILABLE = "50%";

  static Policy of(JsonNode object) {
    return new Policy(
        object.at("/metadata/name").asText(),
        object.at("/metadata/uid").asText(),
        object.at("/metadata/generation").asLong(),
        object.path("spec"));
  }

  boolean selects(Map<String, String> labels) {
    return spec.path("nodeSelector").properties().stream()
        .allMatch(entry -> entry.getValue().asText().equals(labels.get(entry.getKey())));
  }

  /** Scaled over the enactments that there are, rounded up, at least one. */
  int maxUnavailable(int enactments) {
    JsonNode stated = spec.path("maxUnavailable");
    if (stated.isInt()) {
      return Math.max(1, stated.asInt());
    }
    int percent =
        percent(stated.asText(DEFAULT_UNAVAILABLE))
            .or(() -> percent(DEFAULT_UNAVAILABLE))
            .orElseThrow();
    return Math.max(1, (enactments * percent + 99) / 100);
  }

  private static Optional<Integer> percent(String text) {
    return text.matches("\\d+%")
        ? Optional.of(Integer.valueOf(text.substring(0, text.length() - 1)))
        : Optional.empty();
  }

  /** The desired state with the captures filled in and the default VLAN filter of bridge ports. */
  ObjectNode rendered(Captures captures) {
    return VlanDefault.addTo(captures.render(spec.path("desiredState")));
  }
}
