package io.kubevirtnet.testing;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The state of a node as nmstate reports one, made up from a seed: eth0 has the node's address,
 * eth1 to eth7 are cards of which some are in a bond or a bridge, or under a VLAN.
 */
public final class GeneratedNode {
  private static final int CARDS = 8;

  private final Random random;
  private final Map<String, Fields> links = new LinkedHashMap<>();
  private final List<Fields> routes = new ArrayList<>();
  private final List<Fields> mappings = new ArrayList<>();
  private final List<String> free = new ArrayList<>();

  private GeneratedNode(Random random) {
    this.random = random;
  }

  public static NetworkState of(Random random) {
    return new GeneratedNode(random).state();
  }

  private NetworkState state() {
    for (int i = 0; i < CARDS; i++) {
      var card = card(i);
      put(card.with("ipv4", i == 0 ? addresses(0) : ipv4(i)).with("ipv6", ipv6(i)));
      if (i > 0) {
        free.add("eth" + i);
      }
    }
    maybe(3, this::bond);
    maybe(2, this::bridge);
    maybe(3, this::ovs);
    maybe(2, this::vlan);
    maybe(4, this::vrf);
    routes();
    var state =
        Tree.of("interfaces", List.copyOf(links.values()))
            .with("routes", Tree.of("config", routes).with("running", routes))
            .with("dns-resolver", Tree.of("config", dns()).with("running", Map.of()));
    return new NetworkState(
        state.withIf(!mappings.isEmpty(), "ovn", Tree.of("bridge-mappings", mappings)));
  }

  private void maybe(int oneOf, Runnable make) {
    if (random.nextInt(oneOf) == 0) {
      make.run();
    }
  }

  private void put(Fields link) {
    links.put(text(link, "name") + "/" + text(link, "type"), link);
  }

  private static String text(Fields link, String key) {
    return String.valueOf(link.get(key).map(Tree::plain).orElse(""));
  }

  private Fields card(int i) {
    return Tree.of("name", "eth" + i)
        .with("type", "ethernet")
        .with("state", "up")
        .with("mac-address", "52:54:00:00:00:0" + i)
        .with("permanent-mac-address", "52:54:00:00:00:0" + i)
        .with("mtu", random.nextInt(4) == 0 ? 9000 : 1500)
        .with("min-mtu", 68)
        .with("max-mtu", 9702)
        .with("lldp", Map.of("enabled", false))
        .with(
            "ethernet",
            Tree.of("auto-negotiation", true)
                .with("sr-iov", Tree.of("total-vfs", 0).with("vfs", List.of())));
  }

  static Fields addresses(int i) {
    return Tree.of("enabled", true)
        .with("dhcp", false)
        .with("address", List.of(Tree.of("ip", "192.0." + i + ".7").with("prefix-length", 24)));
  }

  private Fields ipv4(int i) {
    return switch (random.nextInt(3)) {
      case 0 -> addresses(i);
      case 1 ->
          addresses(i)
              .with("dhcp", true)
              .with("auto-dns", true)
              .with("auto-gateway", true)
              .with("auto-routes", true);
      default -> Tree.of("enabled", false);
    };
  }

  private Fields ipv6(int i) {
    var local = List.of(Tree.of("ip", "fe80::5054:ff:fe00:" + i).with("prefix-length", 64));
    var on = Tree.of("enabled", true).with("dhcp", false).with("autoconf", false);
    return switch (random.nextInt(4)) {
      case 0 -> on.with("address", local);
      case 1 ->
          on.with(
              "address",
              List.of(
                  local.get(0), Tree.of("ip", "2001:db8:" + i + "::7").with("prefix-length", 64)));
      default -> Tree.of("enabled", false);
    };
  }

  private String take() {
    return free.remove(random.nextInt(free.size()));
  }

  /** A card that somebody else uses has no address. */
  private void enslave(String port, String controller) {
    var key = port + "/ethernet";
    var off = Tree.of("enabled", false);
    links.computeIfPresent(
        key, (k, l) -> l.with("controller", controller).with("ipv4", off).with("ipv6", off));
  }

  private void bond() {
    var ports = List.of(take(), take());
    ports.forEach(p -> enslave(p, "bond0"));
    put(
        virtual("bond0", "bond")
            .with(
                "link-aggregation",
                Tree.of("mode", "active-backup")
                    .with("options", Tree.of("miimon", 100).with("primary", ports.get(0)))
                    .with("port", ports)));
    maybe(2, () -> put(vlan("bond0.200", "bond0", 200)));
  }

  private void bridge() {
    var port = take();
    enslave(port, "br0");
    put(
        virtual("br0", "linux-bridge")
            .with(
                "bridge",
                Tree.of(
                        "options",
                        Tree.of("mac-ageing-time", 300)
                            .with("stp", Tree.of("enabled", false).with("priority", 32768)))
                    .with(
                        "port",
                        List.of(
                            Tree.of("name", port)
                                .with("stp-hairpin-mode", false)
                                .with("stp-path-cost", 100)
                                .with("stp-priority", 32)
                                .with("vlan", vlanOfPort())))));
  }

  private Fields vlanOfPort() {
    return random.nextBoolean()
        ? Fields.EMPTY
        : Tree.of("mode", "trunk")
            .with("trunk-tags", List.of(Tree.of("id-range", Tree.of("min", 2).with("max", 4094))));
  }

  private void ovs() {
    var port = take();
    enslave(port, "ovs0");
    put(
        Tree.of("name", "ovs0")
            .with("type", "ovs-bridge")
            .with("state", "up")
            .with(
                "bridge",
                Tree.of("options", Tree.of("stp", Tree.of("enabled", false)))
                    .with("port", List.of(Tree.of("name", port), Tree.of("name", "ovs0")))));
    put(virtual("ovs0", "ovs-interface").with("controller", "ovs0"));
    maybe(2, () -> mappings.add(Tree.of("localnet", "tenant").with("bridge", "ovs0")));
  }

  private void vlan() {
    put(vlan("v100", take(), 100));
  }

  private Fields vlan(String name, String base, int id) {
    return virtual(name, "vlan").with("vlan", Tree.of("base-iface", base).with("id", id));
  }

  private void vrf() {
    put(virtual("vrf0", "vrf").with("vrf", Tree.of("port", List.of()).with("route-table-id", 100)));
  }

  private Fields virtual(String name, String type) {
    return Tree.of("name", name)
        .with("type", type)
        .with("state", "up")
        .with("mtu", 1500)
        .with(
            "ipv4",
            random.nextInt(3) == 0 ? addresses(100 + links.size()) : Tree.of("enabled", false))
        .with("ipv6", Tree.of("enabled", false));
  }

  private void routes() {
    routes.add(route("0.0.0.0/0", "eth0", "192.0.0.1"));
    for (var link : links.values()) {
      var ip = (Fields) link.get("ipv4").orElse(Fields.EMPTY);
      boolean isStatic =
          ip.get("dhcp").filter(Tree.of(false)::equals).isPresent()
              && ip.get("address").isPresent();
      if (isStatic && !text(link, "name").equals("eth0") && random.nextBoolean()) {
        var name = text(link, "name");
        routes.add(route("198.51." + routes.size() + ".0/24", name, "192.0.2." + routes.size()));
      }
    }
  }

  static Fields route(String destination, String via, String gateway) {
    return Tree.of("destination", destination)
        .with("next-hop-interface", via)
        .with("next-hop-address", gateway)
        .with("metric", 150)
        .with("table-id", 254);
  }

  private Fields dns() {
    return random.nextBoolean()
        ? Fields.EMPTY
        : Tree.of("server", List.of("192.0.2.53")).with("search", List.of("example.com"));
  }
}
