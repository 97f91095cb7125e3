package io.kubevirtnet.provider.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A document after RFC 6902 operations, applied here by the letter of the RFC. */
final class Patched {
  private Patched() {}

  static JsonNode of(JsonNode document, List<PatchOperation> operations) {
    operations.forEach(o -> apply(document, o));
    return document;
  }

  private static void apply(JsonNode document, PatchOperation operation) {
    var steps = operation.path().split("/", -1);
    var at = document;
    for (int i = 1; i < steps.length - 1; i++) {
      at = at instanceof ArrayNode a ? a.get(index(steps[i])) : at.get(key(steps[i]));
    }
    var last = steps[steps.length - 1];
    if (at instanceof ArrayNode list) {
      list(list, last, operation);
    } else {
      object((ObjectNode) at, key(last), operation);
    }
  }

  private static void list(ArrayNode list, String step, PatchOperation operation) {
    int n = step.equals("-") ? list.size() : index(step);
    switch (operation.op()) {
      case "add" -> list.insert(within(n, list.size()), value(operation));
      case "replace" -> list.set(within(n, list.size() - 1), value(operation));
      case "remove" -> list.remove(within(n, list.size() - 1));
      default -> throw new AssertionError(operation);
    }
  }

  private static int within(int n, int last) {
    if (n > last) {
      throw new AssertionError("no item " + n);
    }
    return n;
  }

  private static void object(ObjectNode object, String key, PatchOperation operation) {
    if (!operation.op().equals("add") && !object.has(key)) {
      throw new AssertionError("no field " + key);
    }
    switch (operation.op()) {
      case "add", "replace" -> object.set(key, value(operation));
      case "remove" -> object.remove(key);
      default -> throw new AssertionError(operation);
    }
  }

  private static JsonNode value(PatchOperation operation) {
    return ObjectChangesPropertiesTest.json(operation.value().orElseThrow());
  }

  private static int index(String step) {
    return Integer.parseInt(step);
  }

  private static String key(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
