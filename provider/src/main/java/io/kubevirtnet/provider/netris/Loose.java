package io.kubevirtnet.provider.netris;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value of a controller: numbers may be text, a list of one may be that one, and anything may be
 * left out.
 */
record Loose(JsonNode node) {
  /** The first of these names that is there. */
  Loose at(String... names) {
    JsonNode found = node.path(names[0]);
    for (int i = 1; i < names.length && !isSet(found); i++) {
      found = node.path(names[i]);
    }
    return new Loose(found);
  }

  boolean isSet() {
    return isSet(node);
  }

  Optional<String> text() {
    return node.isValueNode() && isSet(node)
        ? Optional.of(node.asText().strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  Optional<Integer> number() {
    return text().filter(t -> t.matches("\\d{1,9}")).map(Integer::parseInt);
  }

  /** One that counts something, from 1 on. */
  Optional<Integer> id() {
    return number().filter(n -> n > 0);
  }

  boolean flag() {
    return text().filter(t -> t.equalsIgnoreCase("true") || t.equals("1")).isPresent();
  }

  boolean isFalse() {
    return text().filter(t -> t.equalsIgnoreCase("false") || t.equals("0")).isPresent();
  }

  /** The name of what is an object with one, or a text. */
  Optional<String> name() {
    return node.isObject() ? at("name").text() : text();
  }

  List<Loose> items() {
    if (!node.isArray()) {
      return isSet() ? List.of(this) : List.of();
    }
    var items = new ArrayList<Loose>(node.size());
    node.forEach(item -> items.add(new Loose(item)));
    return List.copyOf(items);
  }

  private static boolean isSet(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }
}
