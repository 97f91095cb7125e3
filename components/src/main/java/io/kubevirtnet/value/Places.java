package io.kubevirtnet.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which input says what stands at a place in an object: most mistakes are about what is missing, or
 * about a thing as a whole, which has no leaf that would know.
 */
public record Places(Map<String, Input> inputs) {
  public static final Places EMPTY = new Places(Map.of());

  /**
   * @param same whether what is further in has the same names in the input
   */
  public record Input(PropertyPath path, boolean same) {}

  public Places {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  public Places at(PropertyPath place, PropertyPath input) {
    return with(place, new Input(input, false));
  }

  /** The same for everything further in, which has the same names in both. */
  public Places same(PropertyPath place, PropertyPath input) {
    return with(place, new Input(input, true));
  }

  private Places with(PropertyPath place, Input input) {
    var more = new LinkedHashMap<>(inputs);
    more.put(place.text(), input);
    return new Places(more);
  }

  public Places and(Places other) {
    var more = new LinkedHashMap<>(inputs);
    more.putAll(other.inputs);
    return new Places(more);
  }

  /**
   * The same after a list got other items, or its own in another order.
   *
   * @param before for each item of the list the index that it had; nothing for a new one
   */
  public Places reordered(PropertyPath list, List<OptionalInt> before) {
    var moved = new LinkedHashMap<>(inputs);
    moved.keySet().removeIf(place -> place.startsWith(list.text() + "["));
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).isPresent()) {
        move(list.index(before.get(i).getAsInt()), list.index(i), moved);
      }
    }
    return new Places(moved);
  }

  private void move(PropertyPath from, PropertyPath to, Map<String, Input> moved) {
    find(from).ifPresent(input -> moved.put(to.text(), input));
    inputs.forEach(
        (place, input) -> {
          var rest = place.startsWith(from.text()) ? place.substring(from.text().length()) : "";
          if (!rest.isEmpty()) {
            moved.put(to.text() + rest, input);
          }
        });
  }

  /** The input for a place: its own, else that of the nearest thing around it. */
  public PropertyPath input(PropertyPath place) {
    return find(place).map(Input::path).orElse(place);
  }

  private Optional<Input> find(PropertyPath place) {
    var text = place.text();
    for (var at = text; !at.isEmpty(); at = around(at)) {
      var input = inputs.get(at);
      if (input != null) {
        var rest = text.substring(at.length());
        return Optional.of(
            input.same()
                ? new Input(new PropertyPath(join(input.path().text(), rest)), true)
                : input);
      }
    }
    return Optional.empty();
  }

  private static String join(String input, String rest) {
    return input.isEmpty() && rest.startsWith(".") ? rest.substring(1) : input + rest;
  }

  private static String around(String place) {
    int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
    return end < 0 ? "" : place.substring(0, end);
  }
}
