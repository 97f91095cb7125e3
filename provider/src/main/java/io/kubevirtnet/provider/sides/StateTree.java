package io.kubevirtnet.provider.sides;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Inputs and outputs as a preview prints them. What stands for a secret may be a text, a list or a
 * whole object: it is unknown, and secret.
 */
final class StateTree {
  private static final String SECRET = "[secret]";
  private static final Tree HIDDEN = new Unknown(new Marks(true, Set.of()));
  private static final Tree OPEN = new Unknown(Marks.NONE);

  /** Kept by providers for themselves. */
  private static final String INTERNAL = "__";

  private StateTree() {}

  /** Nothing of what is no object; whole when it is a secret, the one leaf of which is unknown. */
  static Fields fields(JsonNode node) {
    var fields = new LinkedHashMap<String, Tree>();
    node.properties().stream()
        .filter(e -> !e.getKey().startsWith(INTERNAL))
        .forEach(e -> of(e.getValue()).ifPresent(t -> fields.put(e.getKey(), t)));
    return new Fields(fields, Marks.NONE);
  }

  private static Optional<Tree> of(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    if (node.isObject()) {
      return node.has(Wire.SIGNATURE) ? signed(node) : Optional.of(fields(node));
    }
    if (node.isArray()) {
      List<Tree> items = new ArrayList<>(node.size());
      node.forEach(item -> items.add(of(item).orElse(Fields.EMPTY)));
      return Optional.of(new Items(items, Marks.NONE));
    }
    return Optional.of(scalar(node));
  }

  /** Engines of other versions print secrets and outputs as they keep them. */
  private static Optional<Tree> signed(JsonNode node) {
    return switch (node.path(Wire.SIGNATURE).asText()) {
      case Wire.OUTPUT ->
          node.path(Wire.IS_SECRET).asBoolean() || !node.has(Wire.VALUE)
              ? Optional.of(node.path(Wire.IS_SECRET).asBoolean() ? HIDDEN : OPEN)
              : of(node.path(Wire.VALUE));
      case Wire.RESOURCE -> Optional.of(OPEN);
      default -> Optional.of(HIDDEN);
    };
  }

  private static Tree scalar(JsonNode node) {
    if (node.isBoolean()) {
      return Tree.of(node.booleanValue());
    }
    if (node.isNumber()) {
      return number(node);
    }
    var text = node.asText();
    if (text.equals(SECRET)) {
      return HIDDEN;
    }
    return Wire.ALL_UNKNOWN.contains(text) ? OPEN : Tree.of(text);
  }

  /** The engine knows one kind of number only. */
  private static Tree number(JsonNode node) {
    double number = node.doubleValue();
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
        ? Tree.of((int) number)
        : Tree.of(number);
  }
}
