package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Objects inside a document. Secrets and what is not known yet are words, never values. */
final class TreeJson {
  static final String SECRET = "[secret]";
  static final String LATER = "(known after apply)";

  /** Larger ones do not fit a long. */
  private static final double LARGEST = 0x1p63;

  private TreeJson() {}

  static void write(Tree tree, JsonGenerator out) throws IOException {
    if (tree.marks().secret()) {
      out.writeString(SECRET);
    } else if (tree instanceof Fields f) {
      out.writeStartObject();
      for (var field : f.fields().entrySet()) {
        out.writeFieldName(field.getKey());
        write(field.getValue(), out);
      }
      out.writeEndObject();
    } else if (tree instanceof Items l) {
      out.writeStartArray();
      for (var item : l.items()) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (tree instanceof Scalar s) {
      scalar(s.value(), out);
    } else if (tree instanceof Unknown) {
      out.writeString(LATER);
    } else {
      out.writeNull();
    }
  }

  /** Whole numbers without a point, whatever they came as. */
  private static void scalar(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < LARGEST) {
      out.writeNumber(d.longValue());
    } else {
      out.writePOJO(value);
    }
  }

  static Tree read(JsonNode node) {
    if (node.isObject()) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      node.properties().forEach(e -> fields.put(e.getKey(), read(e.getValue())));
      return new Fields(fields, Marks.NONE);
    }
    if (node.isArray()) {
      var items = new ArrayList<Tree>();
      node.forEach(item -> items.add(read(item)));
      return Tree.items(items.toArray());
    }
    return scalar(node);
  }

  private static Tree scalar(JsonNode node) {
    if (node.isNull()) {
      return new Tree.Null(Marks.NONE);
    }
    if (node.isBoolean()) {
      return Tree.of(node.asBoolean());
    }
    if (node.isNumber()) {
      return node.canConvertToExactIntegral() && node.canConvertToInt()
          ? Tree.of(node.intValue())
          : Tree.of(node.doubleValue());
    }
    return Tree.of(node.asText());
  }

  /** The value of an operation: none where there is no such field. */
  static Optional<Tree> find(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).map(TreeJson::read);
  }
}
