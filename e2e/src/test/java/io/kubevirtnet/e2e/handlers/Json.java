package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The few things about trees that the rooms below need. */
final class Json {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode object(String apiVersion, String kind, String name) {
    ObjectNode object = object().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    return object;
  }

  static ObjectNode parse(String yaml) {
    try {
      return (ObjectNode) YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String yaml(JsonNode tree) {
    try {
      return YAML.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ObjectNode> objects(JsonNode list) {
    List<ObjectNode> objects = new ArrayList<>();
    list.forEach(
        entry -> {
          if (entry instanceof ObjectNode object) {
            objects.add(object);
          }
        });
    return objects;
  }

  static void keep(ArrayNode list, Predicate<JsonNode> condition) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!condition.test(list.get(i))) {
        list.remove(i);
      }
    }
  }

  /** Objects merge, everything else replaces, lists too. */
  static void merge(ObjectNode into, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode change
                  && into.get(entry.getKey()) instanceof ObjectNode present) {
                merge(present, change);
              } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
  }
}
