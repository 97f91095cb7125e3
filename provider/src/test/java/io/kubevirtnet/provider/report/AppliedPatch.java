package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What RFC 6902 makes of a document, as far as plans use it, and strictly. */
final class AppliedPatch {
  private static final String END = "-";

  private JsonNode document;

  private AppliedPatch(JsonNode document) {
    this.document = document.deepCopy();
  }

  static JsonNode of(JsonNode document, JsonNode operations) {
    var applied = new AppliedPatch(document);
    operations.forEach(applied::apply);
    return applied.document;
  }

  private void apply(JsonNode operation) {
    var path = operation.path("path").asText();
    var op = operation.path("op").asText();
    if (path.isEmpty()) {
      require(op.equals("replace"), operation);
      document = operation.path("value");
      return;
    }
    int last = path.lastIndexOf('/');
    var parent = document.at(path.substring(0, last));
    var name = path.substring(last + 1).replace("~1", "/").replace("~0", "~");
    if (parent instanceof ObjectNode object) {
      require(op.equals("add") || object.has(name), operation);
      if (op.equals("remove")) {
        object.remove(name);
      } else {
        object.set(name, value(operation));
      }
    } else {
      require(parent.isArray(), operation);
      list((ArrayNode) parent, op, name, operation);
    }
  }

  private static void list(ArrayNode list, String op, String name, JsonNode operation) {
    int index = name.equals(END) ? list.size() : Integer.parseInt(name);
    require(index < list.size() + (op.equals("add") ? 1 : 0), operation);
    switch (op) {
      case "add" -> list.insert(index, value(operation));
      case "remove" -> list.remove(index);
      case "replace" -> list.set(index, value(operation));
      default -> require(false, operation);
    }
  }

  private static JsonNode value(JsonNode operation) {
    require(operation.has("value"), operation);
    return operation.get("value").deepCopy();
  }

  private static void require(boolean possible, JsonNode operation) {
    if (!possible) {
      throw new AssertionError("can not be applied: " + operation);
    }
  }
}
