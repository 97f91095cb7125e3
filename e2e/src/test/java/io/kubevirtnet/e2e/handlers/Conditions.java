package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A status' list of conditions; times of a condition that stays as it is are kept. */
final class Conditions {
  private final ArrayNode list;

  private Conditions(ArrayNode list) {
    this.list = list;
  }

  static Conditions of(ObjectNode status) {
    return new Conditions(status.withArray("/conditions"));
  }

  void set(String type, String value, String reason, String message) {
    Optional<ObjectNode> present = find(list, type);
    ObjectNode condition = present.orElseGet(list::addObject);
    boolean same =
        condition.path("status").asText("-").equals(value)
            && condition.path("reason").asText("").equals(reason)
            && condition.path("message").asText("").equals(message);
    if (same) {
      return;
    }
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    if (!condition.path("status").asText("-").equals(value)) {
      condition.put("lastTransitionTime", now);
    }
    condition.put("type", type).put("status", value).put("lastHeartbeatTime", now);
    put(condition, "reason", reason);
    put(condition, "message", message);
  }

  static boolean is(JsonNode status, String type, String value) {
    return find(status.path("conditions"), type)
        .filter(condition -> condition.path("status").asText().equals(value))
        .isPresent();
  }

  /** Upstream leaves out what is empty. */
  private static void put(ObjectNode condition, String field, String text) {
    if (text.isEmpty()) {
      condition.remove(field);
    } else {
      condition.put(field, text);
    }
  }

  private static Optional<ObjectNode> find(JsonNode list, String type) {
    return Json.objects(list).stream()
        .filter(condition -> condition.path("type").asText().equals(type))
        .findFirst();
  }
}
