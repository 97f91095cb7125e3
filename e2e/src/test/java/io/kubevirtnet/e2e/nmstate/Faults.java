package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Breaks a state at one place. */
final class Faults {
  private final Dice dice;

  Faults(Dice dice) {
    this.dice = dice;
  }

  /** A copy with one fault. */
  Map<String, Object> applied(Map<String, Object> state) {
    var copy = copy(state);
    var places = new ArrayList<Runnable>();
    collect(copy, places);
    if (!places.isEmpty()) {
      dice.of(places).run();
    }
    return copy;
  }

  private void collect(Object node, List<Runnable> places) {
    if (node instanceof Map<?, ?> any) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) any;
      places.add(() -> map.put(dice.of("mtuu", "portt", "dhcp4", "foo"), dice.of(1, "x")));
      for (var key : List.copyOf(map.keySet())) {
        var value = Objects.requireNonNull(map.get(key));
        places.add(() -> map.remove(key));
        places.add(() -> map.put(key, odd(value)));
        collect(value, places);
      }
    } else if (node instanceof List<?> any) {
      @SuppressWarnings("unchecked")
      var list = (List<Object>) any;
      if (!list.isEmpty()) {
        places.add(() -> list.add(copied(list.get(0))));
        places.add(() -> list.remove(0));
      }
      list.forEach(item -> collect(item, places));
    }
  }

  private Object odd(Object value) {
    if (value instanceof Map || value instanceof List) {
      return dice.of("text", 5, true);
    }
    return dice.of(
        "abc",
        "",
        "0",
        "-1",
        "70000",
        "0x10",
        "yes",
        -1,
        70000,
        5000000000L,
        256,
        1.5,
        true,
        "99999999999999999999",
        new LinkedHashMap<>(),
        new ArrayList<>());
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    // Maps of the library are in another order in each process.
    map.keySet().stream()
        .map(String::valueOf)
        .sorted()
        .forEach(k -> copy.put(k, copied(Objects.requireNonNull(map.get(k)))));
    return copy;
  }

  private static Object copied(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      var copy = new ArrayList<Object>();
      list.forEach(item -> copy.add(copied(item)));
      return copy;
    }
    return value;
  }
}
