package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What differs between two trees, by Pulumi property path; and the merge patch from one to the
 * other.
 */
final class TreeDiff {

  enum Change {
    ADD,
    DELETE,
    UPDATE
  }

  private final Map<String, Change> changes = new LinkedHashMap<>();

  private TreeDiff() {}

  /** Changed leaves, or the topmost path where something was added or removed, in order. */
  static Map<String, Change> between(ObjectNode before, ObjectNode after) {
    TreeDiff diff = new TreeDiff();
    diff.compareFields("", before, after);
    return Map.copyOf(diff.changes);
  }

  /** RFC 7396: what is absent afterwards is null. */
  static ObjectNode mergePatch(ObjectNode before, ObjectNode after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                patch.putNull(name);
              }
            });
    after
        .properties()
        .forEach(
            field -> {
              JsonNode old = before.path(field.getKey());
              JsonNode value = field.getValue();
              if (old instanceof ObjectNode from && value instanceof ObjectNode to) {
                ObjectNode inner = mergePatch(from, to);
                if (!inner.isEmpty()) {
                  patch.set(field.getKey(), inner);
                }
              } else if (!value.equals(old)) {
                patch.set(field.getKey(), value);
              }
            });
    return patch;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode from && after instanceof ObjectNode to) {
      compareFields(path, from, to);
    } else if (before instanceof ArrayNode from && after instanceof ArrayNode to) {
      for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
        compareItem(path + "[" + i + "]", from.path(i), to.path(i));
      }
    } else if (!before.equals(after)) {
      changes.put(path, Change.UPDATE);
    }
  }

  private void compareFields(String path, ObjectNode before, ObjectNode after) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      compareItem(path(path, name), before.path(name), after.path(name));
    }
  }

  private void compareItem(String path, JsonNode before, JsonNode after) {
    boolean was = present(before);
    boolean is = present(after);
    if (was && is) {
      compare(path, before, after);
    } else if (is) {
      changes.put(path, Change.ADD);
    } else if (was) {
      changes.put(path, Change.DELETE);
    }
  }

  private static boolean present(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static String path(String parent, String name) {
    if (!name.matches("[A-Za-z_$][\\w$]*")) {
      return parent + "[\"" + name.replace("\"", "\\\"") + "\"]";
    }
    return parent.isEmpty() ? name : parent + "." + name;
  }
}
