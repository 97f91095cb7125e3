package io.kubevirtnet.provider.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * RFC 6902 from one object to another. What is secret or not known takes part in it under a name
 * that no text has, so that it is compared and never printed.
 */
final class Patch {
  private static final String UNKNOWN = "\u0000unknown";
  private static final String SECRET = "\u0000secret";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Object> secrets = new ArrayList<>();

  private Patch() {}

  static List<PatchOperation> between(Fields before, Fields after) {
    var patch = new Patch();
    var operations = new ArrayList<PatchOperation>();
    JsonDiff.asJson(
            patch.json(before), patch.json(after), DiffFlags.dontNormalizeOpIntoMoveAndCopy())
        .forEach(o -> operations.add(operation(o)));
    return List.copyOf(operations);
  }

  private static PatchOperation operation(JsonNode node) {
    var op = node.get(JsonDiff.OP).asText();
    return new PatchOperation(
        op,
        node.get(JsonDiff.PATH).asText(),
        op.equals("remove")
            ? Optional.empty()
            : Optional.ofNullable(node.get(JsonDiff.VALUE)).map(Patch::tree));
  }

  private JsonNode json(Tree tree) {
    if (tree instanceof Fields f) {
      var object = JSON.objectNode();
      new TreeMap<>(f.fields()).forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (tree instanceof Items l) {
      var array = JSON.arrayNode();
      l.items().forEach(i -> array.add(json(i)));
      return array;
    }
    if (tree instanceof Null) {
      return JSON.nullNode();
    }
    return tree instanceof Scalar s ? json(s) : JSON.textNode(UNKNOWN);
  }

  private JsonNode json(Scalar scalar) {
    if (scalar.marks().secret()) {
      if (!secrets.contains(scalar.value())) {
        secrets.add(scalar.value());
      }
      return JSON.textNode(SECRET + secrets.indexOf(scalar.value()));
    }
    if (scalar.value() instanceof Boolean b) {
      return JSON.booleanNode(b);
    }
    if (scalar.value() instanceof Number n) {
      var whole = Scalars.whole(scalar);
      return whole.isPresent()
          ? JSON.numberNode(whole.getAsLong())
          : JSON.numberNode(n.doubleValue());
    }
    return JSON.textNode(String.valueOf(scalar.value()));
  }

  private static Tree tree(JsonNode node) {
    if (node.isObject()) {
      var fields = new LinkedHashMap<String, Tree>();
      node.properties().forEach(e -> fields.put(e.getKey(), tree(e.getValue())));
      return new Fields(fields, Marks.NONE);
    }
    if (node.isArray()) {
      var items = new ArrayList<Tree>();
      node.forEach(i -> items.add(tree(i)));
      return new Items(items, Marks.NONE);
    }
    if (node.isNull()) {
      return new Null(Marks.NONE);
    }
    if (node.isBoolean()) {
      return Tree.of(node.booleanValue());
    }
    return node.isNumber() ? number(node) : text(node.textValue());
  }

  private static Tree number(JsonNode node) {
    return node.canConvertToInt() && node.isIntegralNumber()
        ? Tree.of(node.intValue())
        : Tree.of(node.doubleValue());
  }

  private static Tree text(String text) {
    if (text.startsWith(SECRET)) {
      return Tree.of(Part.SECRET);
    }
    return Tree.of(text.equals(UNKNOWN) ? Shown.OPEN : text);
  }
}
