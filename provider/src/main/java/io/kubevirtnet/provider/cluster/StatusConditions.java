package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The conditions of an object by their type. */
record StatusConditions(Map<String, Condition> byType) {
  StatusConditions {
    byType = Map.copyOf(byType);
  }

  /** One of them. */
  record Condition(boolean isTrue, String reason, String message) {}

  static StatusConditions of(JsonNode object) {
    var found = new LinkedHashMap<String, Condition>();
    object
        .path("status")
        .path("conditions")
        .forEach(
            c ->
                found.put(
                    c.path("type").asText(),
                    new Condition(
                        c.path("status").asText().equals("True"),
                        c.path("reason").asText(),
                        c.path("message").asText())));
    return new StatusConditions(found);
  }

  Optional<Condition> get(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  boolean is(String type) {
    return get(type).filter(Condition::isTrue).isPresent();
  }
}
