package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Current states as a node reports them. */
final class NodeGenerator {
  private final Dice dice;
  private final List<Object> interfaces = new ArrayList<>();

  NodeGenerator(Dice dice) {
    this.dice = dice;
  }

  Map<String, Object> next() {
    interfaces.add(
        entry("lo", "loopback")
            .with("ipv4", stack("127.0.0.1", 8))
            .with("ipv6", stack("::1", 128))
            .map());
    for (int i = 0; i < InterfaceGenerator.CARDS.size(); i++) {
      if (!dice.oneIn(8)) {
        card(InterfaceGenerator.CARDS.get(i), i);
      }
    }
    virtual();
    var state = dice.draft().with("interfaces", interfaces);
    state.maybe(2, "routes", this::routes);
    state.maybe(
        2,
        "dns-resolver",
        () ->
            Map.of(
                "config", Map.of("server", List.of("192.0.2.53")),
                "running", Map.of("server", List.of("192.0.2.53"), "search", List.of())));
    state.maybe(
        3,
        "ovn",
        () -> Map.of("bridge-mappings", List.of(Map.of("localnet", "physnet", "bridge", "br-ex"))));
    state.maybe(
        3,
        "route-rules",
        () ->
            Map.of(
                "config",
                List.of(
                    Map.of(
                        "family",
                        "ipv4",
                        "ip-from",
                        "192.0.2.0/24",
                        "priority",
                        1000,
                        "route-table",
                        100))));
    return state.map();
  }

  private void card(String name, int number) {
    interfaces.add(
        entry(name, "ethernet")
            .with("mac-address", "02:00:00:00:00:0" + (number + 1))
            .with("mtu", 1500)
            .with("min-mtu", 68)
            .with("max-mtu", dice.of(9000, 9216, 1500))
            .with("ipv4", ip(false, number))
            .with("ipv6", ip(true, number))
            .with("lldp", Map.of("enabled", false))
            .maybe(3, "permanent-mac-address", () -> "02:00:00:00:00:0" + (number + 1))
            .maybe(6, "profile-name", () -> dice.of("profile0", "wired"))
            .maybe(8, "identifier", () -> dice.of("name", "mac-address"))
            .maybe(8, "alt-names", () -> List.of(Map.of("name", "altname" + number)))
            .maybe(8, "pci-address", () -> "0000:00:1b." + number)
            .maybe(10, "controller", () -> dice.of("br0", "bond0", "br-ex"))
            .maybe(
                3,
                "ethernet",
                () ->
                    Map.of(
                        "sr-iov",
                        Map.of(
                            "max-vfs", 8,
                            "total-vfs", 1,
                            "vfs", List.of(Map.of("id", 0, "iface-name", "eth3")))))
            .map());
  }

  private void virtual() {
    maybe(4, "br0", "linux-bridge", () -> Map.of("bridge", Map.of("port", ports(2, true))));
    maybe(
        4,
        "bond0",
        "bond",
        () ->
            Map.of(
                "link-aggregation",
                dice.draft()
                    .with("mode", dice.of("balance-rr", "active-backup", "802.3ad"))
                    .with("port", dice.some(InterfaceGenerator.CARDS, 2))
                    .maybe(
                        2,
                        "options",
                        () -> dice.of(Map.of("miimon", 100), Map.of("arp_interval", 100)))
                    .map()));
    maybe(4, "br-ex", "ovs-bridge", () -> Map.of("bridge", Map.of("port", ovsPorts())));
    maybe(5, "br-ex", "ovs-interface", () -> Map.of("controller", "br-ex"));
    maybe(5, "eth0.10", "vlan", () -> Map.of("vlan", Map.of("base-iface", "eth0", "id", 10)));
    maybe(5, "bond0.20", "vlan", () -> Map.of("vlan", Map.of("base-iface", "bond0", "id", 20)));
    maybe(
        5,
        "vrf0",
        "vrf",
        () ->
            Map.of(
                "vrf",
                Map.of("port", dice.some(InterfaceGenerator.CARDS, 1), "route-table-id", 100)));
    maybe(5, "dummy0", "dummy", Map::of);
    maybe(6, "veth0", "veth", () -> dice.of(Map.of("veth", Map.of("peer", "veth1")), Map.of()));
    maybe(6, "veth1", "veth", () -> Map.of("veth", Map.of("peer", "veth0")));
    maybe(8, "tap0", "tun", Map::of);
  }

  private void maybe(
      int oneIn, String name, String type, java.util.function.Supplier<Map<String, Object>> own) {
    if (dice.oneIn(oneIn)) {
      var draft = entry(name, type);
      if (!type.equals("ovs-bridge")) {
        draft.with("mtu", 1500).with("mac-address", "02:00:00:00:01:01");
        draft.with("ipv4", ip(false, 9)).with("ipv6", ip(true, 9));
      }
      own.get().forEach(draft::with);
      interfaces.add(draft.map());
    }
  }

  private Dice.Draft entry(String name, String type) {
    return dice.draft()
        .with("name", name)
        .with("type", type)
        .with("state", dice.oneIn(8) ? dice.of("ignore", "down") : "up");
  }

  private Map<String, Object> ip(boolean v6, int number) {
    var ip = new LinkedHashMap<String, Object>();
    boolean enabled = !dice.oneIn(3);
    ip.put("enabled", enabled);
    if (enabled) {
      boolean dhcp = dice.oneIn(3);
      ip.put("dhcp", dhcp);
      if (v6) {
        ip.put("autoconf", dhcp);
      }
      var address = dice.draft();
      address.with("ip", v6 ? "2001:db8:" + number + "::1" : "192.0.2.1" + number);
      address.with("prefix-length", v6 ? 64 : 24);
      if (dhcp) {
        address.maybe(2, "valid-life-time", () -> "3599sec");
      }
      ip.put("address", dice.oneIn(6) ? List.of() : List.of(address.map()));
    }
    return ip;
  }

  private List<Object> ports(int max, boolean named) {
    return dice.some(InterfaceGenerator.CARDS, max).stream()
        .map(p -> named ? (Object) Map.of("name", p) : p)
        .toList();
  }

  private List<Object> ovsPorts() {
    var ports = new ArrayList<>(ports(1, true));
    ports.add(Map.of("name", "br-ex"));
    return ports;
  }

  private Map<String, Object> routes() {
    var list =
        List.of(
            Map.of(
                "destination", "0.0.0.0/0",
                "next-hop-interface", "eth0",
                "next-hop-address", "192.0.2.254",
                "metric", 100,
                "table-id", 254));
    return Map.of("config", list, "running", list);
  }

  private static Map<String, Object> stack(String address, int length) {
    return Map.of(
        "enabled", true, "address", List.of(Map.of("ip", address, "prefix-length", length)));
  }
}
