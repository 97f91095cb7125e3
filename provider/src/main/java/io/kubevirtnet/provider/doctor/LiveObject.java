package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.finding.ObjectReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An object as the cluster has it. What it does not have reads as nothing. */
record LiveObject(Subject subject, JsonNode node) {

  /** A condition of its status. */
  record Condition(boolean isTrue, String reason, String message, Optional<Instant> since) {}

  String name() {
    return text("/metadata/name");
  }

  String namespace() {
    return text("/metadata/namespace");
  }

  /** As machines and attachments name it: {@code namespace/name}. */
  String key() {
    return namespace() + "/" + name();
  }

  ObjectReference reference() {
    return new ObjectReference(subject.kind(), namespace(), name());
  }

  JsonNode at(String pointer) {
    return node.at(pointer);
  }

  String text(String pointer) {
    return node.at(pointer).asText();
  }

  String label(String key) {
    return node.path("metadata").path("labels").path(key).asText();
  }

  String annotation(String key) {
    return node.path("metadata").path("annotations").path(key).asText();
  }

  Optional<Instant> created() {
    return instant(text("/metadata/creationTimestamp"));
  }

  Optional<Condition> condition(String type) {
    for (var condition : at("/status/conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return Optional.of(
            new Condition(
                condition.path("status").asText().equals("True"),
                condition.path("reason").asText(),
                condition.path("message").asText(),
                instant(condition.path("lastTransitionTime").asText())));
      }
    }
    return Optional.empty();
  }

  boolean is(String type) {
    return condition(type).filter(Condition::isTrue).isPresent();
  }

  /** It has the condition, and that says no. */
  boolean isNot(String type) {
    return condition(type).filter(c -> !c.isTrue()).isPresent();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
