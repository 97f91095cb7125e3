package io.kubevirtnet.testing;

import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A desired state for a node, of one of the kinds that host networks come in. Most are valid there;
 * some are not, because the node happens to have something in the way.
 */
public final class GeneratedPolicy {

  /** What the desired state is about. */
  public enum Kind {
    LINUX_BRIDGE,
    OVS_BRIDGE,
    BOND_AND_BRIDGE,
    VLAN_AND_BRIDGE,
    VLAN_ON_BOND,
    TAKE_OVER,
    ADDRESS,
    MTU_AND_MAC,
    PORTS,
    BOND_OPTIONS,
    ABSENT,
    ROUTES,
    ROUTE_RULES,
    DNS,
    MAPPINGS,
    VIRTUAL_FUNCTIONS,
    BRIDGE_OPTIONS,
    VLAN_ID,
    VRF,
    VXLAN_AND_DUMMY,
    SAME_AGAIN
  }

  /** A node, and what it is handed. */
  public record Pair(long seed, Kind kind, NetworkState current, Fields desired) {}

  private final Random random;
  private final NetworkState node;
  private final List<Fields> links = new ArrayList<>();
  private final Map<String, Object> sections = new LinkedHashMap<>();

  private GeneratedPolicy(Random random, NetworkState node) {
    this.random = random;
    this.node = node;
  }

  public static Pair of(long seed) {
    var random = new Random(seed);
    var node = GeneratedNode.of(random);
    var kind = Kind.values()[(int) (seed % Kind.values().length)];
    return new Pair(seed, kind, node, desired(kind, random, node));
  }

  public static Fields desired(Kind kind, Random random, NetworkState node) {
    var policy = new GeneratedPolicy(random, node);
    policy.make(kind);
    var all = new LinkedHashMap<String, Object>();
    if (!policy.links.isEmpty()) {
      all.put("interfaces", policy.links);
    }
    all.putAll(policy.sections);
    return (Fields) Tree.of((Object) all);
  }

  private void make(Kind kind) {
    switch (kind) {
      case LINUX_BRIDGE -> links.add(bridge("br1", List.of(port(card()))));
      case OVS_BRIDGE -> ovs();
      case BOND_AND_BRIDGE -> {
        links.add(bond("bond1", List.of("eth6", "eth7")));
        links.add(bridge("br1", List.of(port("bond1"))));
      }
      case VLAN_AND_BRIDGE -> {
        links.add(vlan("v300", card(), 300));
        links.add(bridge("br1", List.of(port("v300"))));
      }
      case VLAN_ON_BOND -> {
        links.add(vlan("bond0.100", "bond0", 100));
        links.add(bridge("br100", List.of(port("bond0.100"))));
      }
      case TAKE_OVER -> takeOver();
      case ADDRESS -> links.add(up(card(), "ethernet").with("ipv4", ip()).with("ipv6", ip6()));
      case MTU_AND_MAC ->
          links.add(
              up(card(), "ethernet").with("mtu", 1400).with("mac-address", "02:00:00:00:00:99"));
      case PORTS -> links.add(bridge("br0", List.of(port(card()), port("eth7"))));
      case BOND_OPTIONS -> bondOptions();
      case ABSENT -> absent();
      case ROUTES -> routes();
      case ROUTE_RULES ->
          sections.put(
              "route-rules",
              Map.of(
                  "config",
                  List.of(
                      Tree.of("ip-from", "192.0.2.0/24")
                          .with("priority", 1000)
                          .with("route-table", 100))));
      case DNS -> sections.put("dns-resolver", Map.of("config", dns()));
      case MAPPINGS -> mappings();
      case VIRTUAL_FUNCTIONS -> virtualFunctions();
      case BRIDGE_OPTIONS -> bridgeOptions();
      case VLAN_ID -> links.add(vlan("v100", base(), 101).with("ipv4", ip()));
      case VRF ->
          links.add(
              up("vrf0", "vrf")
                  .with("vrf", Tree.of("port", List.of(card())).with("route-table-id", 100)));
      case VXLAN_AND_DUMMY -> {
        links.add(up("dummy0", "dummy").with("ipv4", GeneratedNode.addresses(50)));
        links.add(
            up("vx1", "vxlan")
                .with(
                    "vxlan",
                    Tree.of("id", 5).with("remote", "192.0.2.9").with("base-iface", card())));
      }
      case SAME_AGAIN -> sameAgain();
    }
  }

  private String card() {
    return "eth" + (1 + random.nextInt(6));
  }

  private static Fields up(String name, String type) {
    return Tree.of("name", name).with("type", type).with("state", "up");
  }

  private Fields ip() {
    return switch (random.nextInt(4)) {
      case 0 -> Tree.of("enabled", true).with("dhcp", true);
      case 1 -> GeneratedNode.addresses(200);
      case 2 -> Tree.of("enabled", true).with("dhcp", false);
      default -> Tree.of("enabled", false);
    };
  }

  private Fields ip6() {
    return random.nextBoolean()
        ? Tree.of("enabled", true).with("dhcp", true).with("autoconf", true)
        : Tree.of("enabled", false);
  }

  private Fields port(String name) {
    var port = Tree.of("name", name);
    return switch (random.nextInt(3)) {
      case 0 -> port.with("vlan", Fields.EMPTY);
      case 1 -> port.with("vlan", Tree.of("mode", "access").with("tag", 10));
      default ->
          port.with(
              "vlan",
              Tree.of("mode", "trunk")
                  .with(
                      "trunk-tags",
                      List.of(
                          Tree.of("id", 5),
                          Tree.of("id-range", Tree.of("min", 10).with("max", 20))))
                  .with("enable-native", true)
                  .with("tag", 1));
    };
  }

  private Fields bridge(String name, List<Fields> ports) {
    return up(name, "linux-bridge")
        .withIf(random.nextBoolean(), "ipv4", ip())
        .withIf(random.nextInt(3) == 0, "mtu", 1500)
        .with(
            "bridge",
            Tree.of("port", ports)
                .withIf(random.nextBoolean(), "options", Map.of("stp", Map.of("enabled", false))));
  }

  private static Fields bond(String name, List<String> ports) {
    return up(name, "bond")
        .with(
            "link-aggregation",
            Tree.of("mode", "802.3ad")
                .with("options", Map.of("miimon", 140, "lacp_rate", "fast"))
                .with("port", ports));
  }

  private static Fields vlan(String name, String base, int id) {
    return up(name, "vlan").with("vlan", Tree.of("base-iface", base).with("id", id));
  }

  private void ovs() {
    boolean internal = random.nextBoolean();
    var ports =
        Stream.of(card(), internal ? "br-ovs" : "")
            .filter(p -> !p.isEmpty())
            .map(p -> Tree.of("name", p));
    links.add(up("br-ovs", "ovs-bridge").with("bridge", Tree.of("port", ports.toList())));
    if (internal) {
      links.add(up("br-ovs", "ovs-interface").with("ipv4", ip()));
    }
    sections.put(
        "ovn",
        Map.of(
            "bridge-mappings", List.of(Tree.of("localnet", "physnet").with("bridge", "br-ovs"))));
  }

  private void takeOver() {
    links.add(
        up("br1", "linux-bridge")
            .with("copy-mac-from", "eth0")
            .with("ipv4", GeneratedNode.addresses(0))
            .with("bridge", Tree.of("port", List.of(Tree.of("name", "eth0")))));
    sections.put(
        "routes", Map.of("config", List.of(GeneratedNode.route("0.0.0.0/0", "br1", "192.0.0.1"))));
  }

  private void bondOptions() {
    boolean mode = random.nextBoolean();
    var bond = Tree.of("mode", mode ? "balance-rr" : "active-backup");
    links.add(
        up("bond0", "bond")
            .with("link-aggregation", bond.with("options", Map.of("miimon", "140"))));
  }

  /** Whatever virtual there is. */
  private void absent() {
    var virtual =
        node.interfaces().stream()
            .filter(i -> !i.type().orElse("").equals("ethernet"))
            .filter(i -> !i.type().orElse("").equals("ovs-interface"))
            .toList();
    if (virtual.isEmpty()) {
      links.add(up("eth5", "ethernet").with("state", "down"));
      return;
    }
    var gone = virtual.get(random.nextInt(virtual.size()));
    links.add(up(gone.name().orElse(""), gone.type().orElse("")).with("state", "absent"));
    if (gone.type().orElse("").equals("ovs-bridge")) {
      sections.put(
          "ovn",
          Map.of(
              "bridge-mappings", List.of(Tree.of("localnet", "tenant").with("state", "absent"))));
    }
  }

  private void routes() {
    var added = GeneratedNode.route("203.0.113.0/24", "eth0", "192.0.0.254");
    var gone = Tree.of("state", "absent").with("next-hop-interface", card());
    sections.put(
        "routes", Map.of("config", random.nextBoolean() ? List.of(added, gone) : List.of(added)));
  }

  private Fields dns() {
    return random.nextInt(3) == 0
        ? Fields.EMPTY
        : Tree.of("server", List.of("192.0.2.99", "192.0.2.98"));
  }

  private void mappings() {
    boolean there = node.find("ovs0").isPresent();
    var mapping =
        there && random.nextBoolean()
            ? Tree.of("localnet", "other").with("bridge", "ovs0")
            : Tree.of("localnet", "tenant").with("state", "absent");
    sections.put("ovn", Map.of("bridge-mappings", List.of(mapping)));
  }

  private void virtualFunctions() {
    links.add(
        up(card(), "ethernet")
            .with(
                "ethernet",
                Map.of(
                    "sr-iov",
                    Tree.of("total-vfs", 2)
                        .with(
                            "vfs",
                            List.of(
                                Tree.of("id", 0).with("trust", true),
                                Tree.of("id", 1).with("vlan-id", 5))))));
  }

  private void bridgeOptions() {
    links.add(
        up("br0", "linux-bridge")
            .with(
                "bridge",
                Map.of(
                    "options",
                    Tree.of("mac-ageing-time", 100)
                        .with("stp", Tree.of("enabled", true).with("priority", "4096")))));
  }

  private String base() {
    return node.find("v100").flatMap(NetworkInterface::base).orElse("eth5");
  }

  private void sameAgain() {
    node.interfaces().forEach(i -> links.add(i.fields()));
    node.fields().fields().entrySet().stream()
        .filter(e -> !e.getKey().equals("interfaces"))
        .forEach(e -> sections.put(e.getKey(), e.getValue()));
  }
}
