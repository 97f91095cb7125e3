package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition as one line: status, reason, message. */
final class Said {
  private Said() {}

  static String of(JsonNode object, String type) {
    return Json.objects(object.at("/status/conditions")).stream()
        .filter(condition -> condition.path("type").asText().equals(type))
        .map(
            condition ->
                Stream.of("status", "reason", "message")
                    .map(field -> condition.path(field).asText())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" ")))
        .findFirst()
        .orElse("not said");
  }
}
