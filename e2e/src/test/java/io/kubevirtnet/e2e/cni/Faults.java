package io.kubevirtnet.e2e.cni;

import com.fasterxml.jackson.databind.node.NullNode;
import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Breaks a config at one place; some of it breaks nothing. */
final class Faults {
  private static final List<String> KEYS =
      List.of(
          "vlanId",
          "brige",
          "mtuu",
          "mode",
          "mac",
          "vlan",
          "master",
          "subnets",
          "gateway",
          "type",
          "ranges",
          "addresses",
          "owner",
          "spoofchk",
          "foo");

  private final Dice dice;

  Faults(Dice dice) {
    this.dice = dice;
  }

  /** A copy with one fault more. */
  Map<String, Object> applied(Map<String, Object> config) {
    var copy = copy(config);
    var places = new ArrayList<Runnable>();
    if (dice.oneIn(4)) {
      frame(copy, places);
    } else {
      collect(copy, places);
    }
    dice.of(places).run();
    return copy;
  }

  /** What Multus and libcni look at. */
  private void frame(Map<String, Object> config, List<Runnable> places) {
    places.add(
        () -> config.put("name", dice.of("a/b", "", "-a", "a b", "a.b", "_a", "A-b_c.d", 5, "é")));
    places.add(() -> config.remove("name"));
    places.add(
        () ->
            config.put(
                "cniVersion",
                dice.of("1.0", "0.1.0", "0.2.0", "v1.0.0", "2.0.0", "", "0.3", "1.1.0", 1, "x")));
    places.add(() -> config.remove("cniVersion"));
    places.add(
        () ->
            config.put(
                "cniVersions",
                dice.of(List.of("0.4.0", "1.0.0"), List.of("x"), "1.0.0", List.of(1))));
    places.add(
        () ->
            config.put(
                dice.of("disableCheck", "disableGC", "loadOnlyInlinedPlugins"),
                dice.of(true, false, "true", "false", "yes", 1)));
    places.add(
        () ->
            config.put(
                "plugins", dice.of(List.of(), List.of(5), List.of(Map.of()), "x", Map.of(), 1)));
    places.add(() -> config.put("plugins", List.of(NullNode.instance)));
    places.add(() -> config.put("plugins", List.of(Map.of("type", dice.of("bridge", "", "a/b")))));
    places.add(() -> config.remove("plugins"));
    places.add(() -> config.put("type", dice.of("", "bridge", 5, "x/y")));
    places.add(() -> config.remove("type"));
    places.add(
        () -> config.put("capabilities", dice.of(List.of("mac"), Map.of("mac", "yes"), "mac")));
    places.add(() -> config.put("ipam", dice.of("dhcp", List.of(), true, Map.of("type", 5))));
    places.add(
        () -> config.put(dice.of("runtimeConfig", "args", "prevResult"), dice.of(Map.of(), "x")));
    places.add(() -> config.put("dns", dice.of("8.8.8.8", Map.of("nameservers", "8.8.8.8"))));
  }

  private void collect(Object node, List<Runnable> places) {
    if (node instanceof Map<?, ?> any) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) any;
      places.add(() -> map.put(dice.of(KEYS), dice.of(1, "x", true, "eth0", List.of(), Map.of())));
      for (var key : List.copyOf(map.keySet())) {
        var value = Objects.requireNonNull(map.get(key));
        places.add(() -> map.remove(key));
        places.add(() -> map.put(key, odd(value)));
        places.add(() -> map.put(key, odd(value)));
        places.add(() -> shout(map, key, value));
        collect(value, places);
      }
    } else if (node instanceof List<?> any) {
      @SuppressWarnings("unchecked")
      var list = (List<Object>) any;
      if (!list.isEmpty()) {
        places.add(() -> list.add(copied(list.get(0))));
        places.add(() -> list.remove(0));
        places.add(() -> list.set(0, odd(list.get(0))));
      }
      list.forEach(item -> collect(item, places));
    }
  }

  /** Go takes a key in any case. */
  private void shout(Map<String, Object> map, String key, Object value) {
    if (dice.oneIn(2)) {
      map.remove(key);
    }
    var other =
        dice.of(
            key.toUpperCase(Locale.ROOT),
            key.toLowerCase(Locale.ROOT),
            key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
    map.put(other, dice.oneIn(2) ? value : odd(value));
  }

  private Object odd(Object value) {
    if (value instanceof Map || value instanceof List) {
      return dice.of("text", 5, true, List.of(), Map.of());
    }
    if (value instanceof String text && dice.oneIn(2)) {
      return dice.of(text.toUpperCase(Locale.ROOT), text + "x", " " + text, "", address());
    }
    if (value instanceof Integer && dice.oneIn(2)) {
      return dice.of(-1, 0, 1, 4094, 4095, 4096, 65535, 65536, 5000000000L, 1.5);
    }
    return dice.of(
        "abc",
        "",
        "100",
        -1,
        70000,
        5000000000L,
        1.5,
        true,
        false,
        NullNode.instance,
        "net.ipv4.tcp_syncookies",
        "kernel.shmmax",
        "02:00:00:00:00:0g",
        "a-name-that-is-too-long-for-a-link",
        address(),
        new LinkedHashMap<>(),
        new ArrayList<>());
  }

  private String address() {
    return dice.of(
        "10.0.7.5/24",
        "10.0.7.0/31",
        "10.0.7.0/30",
        "10.0.7.0/32",
        "10.0.7.5",
        "10.1.7.99",
        "10.0.7.0/33",
        "10.0.7.300",
        "010.0.7.5",
        "0.0.0.0/0",
        "10.0.7.255",
        "2001:db8::/64",
        "2001:db8::/127",
        "2001:db8::5",
        "2001:db8::5/64",
        "::ffff:10.0.7.5",
        "::ffff:10.0.7.0/120",
        "fe80::1%eth0");
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
