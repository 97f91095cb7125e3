package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Pulumi's marks in a tree: secrets (an object with a signature) and unknowns (a sentinel text).
 */
final class Marks {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private Marks() {}

  static boolean hasUnknown(JsonNode tree) {
    if (tree.isTextual()) {
      return tree.textValue().equals(UNKNOWN);
    }
    for (JsonNode child : tree) {
      if (hasUnknown(child)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasSecret(JsonNode tree) {
    if (isSecret(tree)) {
      return true;
    }
    for (JsonNode child : tree) {
      if (hasSecret(child)) {
        return true;
      }
    }
    return false;
  }

  /** A copy without secret marks, as the API server gets it. */
  static ObjectNode reveal(ObjectNode tree) {
    return revealFields(tree);
  }

  private static JsonNode revealAny(JsonNode tree) {
    if (isSecret(tree)) {
      return revealAny(tree.path("value"));
    }
    if (tree instanceof ObjectNode object) {
      return revealFields(object);
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(revealAny(item)));
      return copy;
    }
    return tree;
  }

  private static ObjectNode revealFields(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(field -> copy.set(field.getKey(), revealAny(field.getValue())));
    return copy;
  }

  /**
   * Marks in {@code outputs} what is secret in {@code inputs}: leaf by leaf through objects, an
   * array as a whole, and all data of a Secret (pulumi-kubernetes: annotateSecrets).
   */
  static ObjectNode conceal(ObjectNode outputs, ObjectNode inputs) {
    ObjectNode result = outputs.deepCopy();
    if (result.path("kind").asText().equals("Secret")) {
      for (String field : List.of("data", "stringData")) {
        if (result.has(field)) {
          result.set(field, secret(result.path(field)));
        }
      }
      return result;
    }
    inputs
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode input = field.getValue();
              JsonNode output = result.path(name);
              if (output instanceof ObjectNode out
                  && !isSecret(out)
                  && input instanceof ObjectNode in
                  && !isSecret(in)) {
                result.set(name, conceal(out, in));
              } else if (result.has(name) && hasSecret(input)) {
                result.set(name, secret(output));
              }
            });
    return result;
  }

  private static boolean isSecret(JsonNode tree) {
    return tree.path(SIGNATURE).asText().equals(SECRET);
  }

  private static JsonNode secret(JsonNode value) {
    return isSecret(value)
        ? value
        : JsonNodeFactory.instance.objectNode().put(SIGNATURE, SECRET).set("value", value);
  }
}
