package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a mode changes in data as a whole. */
final class Drift {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Drift() {}

  /** The same with strings instead of numbers. */
  static JsonNode numbersAsStrings(JsonNode node) {
    if (node.isNumber()) {
      return JSON.textNode(node.asText());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode strings = JSON.arrayNode();
      array.forEach(entry -> strings.add(numbersAsStrings(entry)));
      return strings;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode strings = JSON.objectNode();
      object
          .properties()
          .forEach(field -> strings.set(field.getKey(), numbersAsStrings(field.getValue())));
      return strings;
    }
    return node;
  }
}
