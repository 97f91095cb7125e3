package io.kubevirtnet.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** The input for a place: its own, else that of the nearest thing around it. */
  public PropertyPath input(PropertyPath place) {
    var text = place.text();
    for (var at = text; !at.isEmpty(); at = around(at)) {
      var input = inputs.get(at);
      if (input != null) {
        return input.same()
            ? new PropertyPath(join(input.path().text(), text.substring(at.length())))
            : input.path();
      }
    }
    return place;
  }

  private static String join(String input, String rest) {
    return input.isEmpty() && rest.startsWith(".") ? rest.substring(1) : input + rest;
  }

  private static String around(String place) {
    int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
    return end < 0 ? "" : place.substring(0, end);
  }
}
