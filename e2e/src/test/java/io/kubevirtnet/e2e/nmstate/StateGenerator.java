package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Desired states of all kinds, right and wrong, each with or without the state of a node. */
final class StateGenerator {
  private StateGenerator() {}

  /** What is desired, and what the node has. */
  record Case(Map<String, Object> desired, Optional<Map<String, Object>> current) {}

  static Case next(long seed) {
    var dice = new Dice(seed);
    Optional<Map<String, Object>> current =
        dice.oneIn(2) ? Optional.of(new NodeGenerator(dice).next()) : Optional.empty();
    var known = new ArrayList<String>();
    current.ifPresent(c -> known.addAll(names(c)));
    if (current.isEmpty()) {
      known.addAll(InterfaceGenerator.CARDS);
    }
    Map<String, Object> desired = new StateGenerator.Desired(dice, known).next();
    for (int faults = dice.oneIn(3) ? 1 + dice.upTo(2) : 0; faults > 0; faults--) {
      desired = new Faults(dice).applied(desired);
    }
    return new Case(desired, current);
  }

  private static List<String> names(Map<String, Object> state) {
    var names = new ArrayList<String>();
    for (var entry : (List<?>) state.getOrDefault("interfaces", List.of())) {
      names.add(String.valueOf(((Map<?, ?>) entry).get("name")));
    }
    return names;
  }

  private record Desired(Dice dice, List<String> known) {
    Map<String, Object> next() {
      var state = new LinkedHashMap<String, Object>();
      var generator = new InterfaceGenerator(dice, known);
      var interfaces = new ArrayList<Object>();
      for (int i = dice.upTo(4); i > 0; i--) {
        var entry = generator.next();
        interfaces.add(entry);
        known.add(String.valueOf(entry.get("name")));
      }
      if (dice.oneIn(6)) {
        interfaces.add(
            Map.of(
                "name",
                "ok0",
                "type",
                "dummy",
                "ipv4",
                generator.ip(false),
                "ipv6",
                generator.ip(true)));
        known.add("ok0");
      }
      state.put("interfaces", interfaces);
      if (dice.oneIn(5)) {
        state.put("routes", Map.of("config", list(2, this::route)));
      }
      if (dice.oneIn(6)) {
        state.put("route-rules", Map.of("config", list(2, this::rule)));
      }
      if (dice.oneIn(6)) {
        state.put("dns-resolver", Map.of("config", resolver()));
      }
      if (dice.oneIn(6)) {
        state.put("ovn", Map.of("bridge-mappings", list(2, this::mapping)));
      }
      if (dice.oneIn(10)) {
        state.put(
            "ovs-db",
            dice.draft()
                .maybe(2, "external_ids", () -> Map.of(dice.of("a", "ovn-bridge-mappings"), "x"))
                .maybe(2, "other_config", () -> Map.of("b", 5))
                .map());
      }
      if (dice.oneIn(12)) {
        state.put("description", "words");
        state.put("hostname", Map.of("config", "host"));
      }
      return state;
    }

    private List<Object> list(int max, java.util.function.Supplier<Object> item) {
      var list = new ArrayList<Object>();
      for (int i = dice.upTo(max + 1); i >= 0; i--) {
        list.add(item.get());
      }
      return list;
    }

    private Object route() {
      boolean v6 = dice.oneIn(4);
      return dice.draft()
          .maybe(
              1,
              "destination",
              () ->
                  v6
                      ? dice.of(
                          "2001:db8:f::/48",
                          "::/0",
                          "2001:db8:f::1",
                          "2001:db8:f::7/48",
                          "2001:db8::/129")
                      : dice.of(
                          "198.51.100.0/24",
                          "0.0.0.0/0",
                          "198.51.100.7/24",
                          "0.1.2.0/24",
                          "203.0.113.9",
                          "198.51.100.0/33",
                          "0.0.0.0",
                          "198.51.100.128/25",
                          "10.0.0.0/8",
                          "0.0.0.0/0",
                          "172.16.0.0/12"))
          .maybe(
              1,
              "next-hop-interface",
              () ->
                  dice.oneIn(15)
                      ? dice.of("nothing", "profile0", "altname0", "lo")
                      : dice.of(known))
          .maybe(
              2,
              "next-hop-address",
              () ->
                  v6
                      ? "2001:DB8:0::1"
                      : dice.oneIn(10) ? "192.0.2.01" : dice.of("192.0.2.1", "192.0.2.254"))
          .maybe(4, "metric", () -> dice.of(100, "150", -1))
          .maybe(4, "table-id", () -> dice.of(254, 100, "200", 0))
          .maybe(10, "weight", () -> dice.of(1, 256, 0, 300))
          .maybe(8, "route-type", () -> dice.of("blackhole", "unreachable", "prohibit"))
          .maybe(10, "state", () -> dice.of("absent", "ignore"))
          .maybe(15, "cwnd", () -> dice.of(20, 0))
          .maybe(15, "mtu", () -> dice.of(1400, 0))
          .maybe(15, "source", () -> dice.of("192.0.2.7", "x"))
          .maybe(10, "vrf-name", () -> dice.of("vrf0", "vrf1"))
          .maybe(15, "quickack", () -> true)
          .map();
    }

    private Object rule() {
      return dice.draft()
          .maybe(
              2,
              "ip-from",
              () ->
                  dice.oneIn(10) ? "x/y" : dice.of("192.0.2.0/24", "192.0.2.7/24", "192.0.2.9", ""))
          .maybe(4, "ip-to", () -> dice.of("198.51.100.0/24", "2001:db8:1::/48", "1.2.3.4/5/6"))
          .maybe(2, "family", () -> dice.of("ipv4", "ipv4", "ipv4", "ipv6"))
          .maybe(2, "priority", () -> dice.of(1000, "1001", -1))
          .maybe(2, "route-table", () -> dice.of(100, 254))
          .maybe(5, "fwmark", () -> dice.of("0x30", 5))
          .maybe(12, "fwmask", () -> "0x10")
          .maybe(6, "action", () -> dice.of("blackhole", "prohibit"))
          .maybe(6, "iif", () -> dice.oneIn(3) ? "nothing" : dice.of(known))
          .maybe(10, "state", () -> "absent")
          .map();
    }

    private Map<String, Object> resolver() {
      return dice.draft()
          .maybe(
              1,
              "server",
              () ->
                  dice.some(
                      List.of(
                          "192.0.2.53",
                          "2001:db8::53",
                          "192.0.2.54",
                          "fe80::1%eth0",
                          "fe80::2%dummy0",
                          "192.0.2",
                          "fe80::1%a%b",
                          "2001:DB8:0::7"),
                      3))
          .maybe(3, "search", () -> List.of("example.org"))
          .maybe(4, "options", () -> dice.some(List.of("rotate", "ndots:2", "fast", "debug:1"), 2))
          .map();
    }

    private Object mapping() {
      return dice.draft()
          .with("localnet", dice.of("physnet", "physnet1"))
          .maybe(1, "bridge", () -> dice.of("br-ex", "ovs1", "br0"))
          .maybe(4, "state", () -> dice.of("present", "absent"))
          .map();
    }
  }
}
