package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API server's JSON as trees and back. Null counts as left out, as it does there. */
public final class JsonTree {
  static final JsonMapper MAPPER = new JsonMapper();

  private JsonTree() {}

  /** The fields of an object; none when it is anything else. */
  public static Fields fields(JsonNode node) {
    var fields = new LinkedHashMap<String, Tree>();
    node.properties().forEach(e -> of(e.getValue()).ifPresent(t -> fields.put(e.getKey(), t)));
    return new Fields(fields, Marks.NONE);
  }

  static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  static String print(Object plain) {
    try {
      return MAPPER.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Tree> of(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    if (node.isObject()) {
      return Optional.of(fields(node));
    }
    if (node.isArray()) {
      List<Tree> items = new ArrayList<>(node.size());
      node.forEach(item -> items.add(of(item).orElse(Fields.EMPTY)));
      return Optional.of(new Items(items, Marks.NONE));
    }
    return Optional.of(Tree.of(scalar(node)));
  }

  private static Object scalar(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return node.intValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.asText();
  }
}
