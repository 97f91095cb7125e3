package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.chance.Dice.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Desired interfaces of every type; mostly right by themselves. */
final class InterfaceGenerator {
  static final List<String> CARDS = List.of("eth0", "eth1", "eth2", "eth3");
  private static final List<String> TYPES =
      List.of(
          "linux-bridge",
          "linux-bridge",
          "ovs-bridge",
          "ovs-bridge",
          "bond",
          "bond",
          "vlan",
          "vxlan",
          "vrf",
          "dummy",
          "dummy",
          "ethernet",
          "ethernet",
          "veth",
          "mac-vlan",
          "mac-vtap",
          "ipvlan",
          "macsec",
          "ovs-interface",
          "hsr",
          "infiniband",
          "ip-tunnel",
          "loopback",
          "xfrm",
          "ipsec",
          "none",
          "other",
          "linux-bridge",
          "bond",
          "vlan",
          "dummy",
          "dummy",
          "dummy",
          "vlan",
          "linux-bridge");

  private final Dice dice;

  /** Names that other interfaces may refer to. */
  private final List<String> known;

  InterfaceGenerator(Dice dice, List<String> known) {
    this.dice = dice;
    this.known = new ArrayList<>(known);
  }

  Map<String, Object> next() {
    var type = dice.of(TYPES);
    var name = name(type);
    var draft = dice.draft().with("name", name);
    if (!type.equals("none")) {
      draft.with("type", type.equals("other") ? dice.of("tun", "foo", "unknown") : type);
    }
    draft.maybe(2, "state", () -> dice.of("up", "up", "up", "up", "absent", "down", "ignore"));
    own(draft, type, name);
    common(draft);
    known.add(name);
    return draft.map();
  }

  private String name(String type) {
    return switch (type) {
      case "ethernet", "none", "other" ->
          dice.oneIn(15)
              ? dice.of("eth9", "sriov:eth0:0", "sriov:eth0:7", "sriov:x", "altname0")
              : dice.of(CARDS);
      case "linux-bridge" -> dice.of("br0", "br1", "br2");
      case "ovs-bridge" -> dice.of("br-ex", "ovs1", "ovs2");
      case "ovs-interface" -> dice.of("br-ex", "ovs1", "internal0");
      case "bond" -> dice.of("bond0", "bond1");
      case "vlan" -> dice.of("eth0.10", "bond0.20", "vlan30");
      case "vrf" -> dice.of("vrf0", "vrf1");
      case "dummy" -> dice.of("dummy0", "dummy1", "dummy2");
      case "veth" -> dice.of("veth0", "veth1");
      case "loopback" -> "lo";
      default -> type.substring(0, 3) + dice.upTo(2);
    };
  }

  private void own(Draft draft, String type, String name) {
    switch (type) {
      case "linux-bridge" -> draft.maybe(1, "bridge", this::linuxBridge);
      case "ovs-bridge" -> draft.maybe(1, "bridge", () -> ovsBridge(name));
      case "bond" -> draft.maybe(1, "link-aggregation", this::bond);
      case "vlan" -> draft.with("vlan", vlan());
      case "vxlan" -> draft.with("vxlan", vxlan());
      case "vrf" -> draft.with("vrf", vrf());
      case "ethernet" -> draft.maybe(3, "ethernet", this::ethernet);
      case "veth" ->
          draft.maybe(2, "veth", () -> Map.of("peer", dice.of("veth1", "veth2", "eth3")));
      case "mac-vlan", "mac-vtap" -> draft.with(type, macVlan());
      case "ipvlan" ->
          draft.with(
              "ipvlan",
              dice.draft()
                  .with("base-iface", reference())
                  .maybe(2, "mode", () -> dice.of("l2", "l3", "l3s"))
                  .maybe(3, "private", this::flag)
                  .maybe(3, "vepa", this::flag)
                  .map());
      case "macsec" -> draft.with("macsec", macsec());
      case "hsr" -> draft.with("hsr", hsr());
      case "infiniband" ->
          draft.with(
              "infiniband",
              dice.draft()
                  .with("mode", dice.of("datagram", "connected"))
                  .with("pkey", dice.of(5, "0x8001"))
                  .maybe(2, "base-iface", this::reference)
                  .map());
      case "ip-tunnel" ->
          draft.with(
              "ip-tunnel",
              dice.draft()
                  .with("mode", dice.of("ipip", "sit"))
                  .with("remote", "192.0.2.9")
                  .maybe(3, "flow-label", () -> dice.of(5, 2000000))
                  .map());
      case "ovs-interface" -> {
        draft.maybe(6, "patch", () -> Map.of("peer", "patch1"));
        draft.maybe(
            6, "dpdk", () -> Map.of("devargs", "0000:af:00.1", "n_rxq_desc", dice.of(0, 512, 513)));
      }
      case "ipsec" -> draft.with("libreswan", Map.of("right", "192.0.2.7"));
      default -> {}
    }
  }

  private void common(Draft draft) {
    draft
        .maybe(4, "ipv4", () -> ip(false))
        .maybe(5, "ipv6", () -> ip(true))
        .maybe(6, "mtu", () -> dice.of(1500, 1400, 1500, "1400", 9000, dice.of(1000, 70000)))
        .maybe(12, "mac-address", () -> mac())
        .maybe(25, "controller", () -> dice.of("", "br0", "ovs1", "bond0", "vrf0", "nothing"))
        .maybe(20, "copy-mac-from", this::reference)
        .maybe(30, "wait-ip", () -> dice.of("any", "any", "ipv4", "ipv6", "ipv4+ipv6"))
        .maybe(20, "description", () -> "words")
        .maybe(20, "lldp", () -> Map.of("enabled", flag()))
        .maybe(40, "identifier", () -> dice.of("name", "mac-address", "pci-address"))
        .maybe(25, "pci-address", () -> dice.of("0000:00:1b.0", "00:1b.0"))
        .maybe(25, "profile-name", () -> dice.of("profile0", "eth1"))
        .maybe(
            30, "alt-names", () -> List.of(Map.of("name", dice.of("altname0", "altname1", "eth1"))))
        .maybe(30, "accept-all-mac-addresses", this::flag)
        .maybe(30, "ovs-db", () -> Map.of("external_ids", Map.of("a", dice.of(1, "b", true))))
        .maybe(60, "dispatch", () -> Map.of("post-activation", "echo"))
        .maybe(40, "ethtool", this::ethtool)
        .maybe(40, "802.1x", () -> Map.of("identity", "me", "eap-methods", List.of("tls")));
  }

  private Map<String, Object> ethtool() {
    return dice.draft()
        .maybe(2, "feature", () -> Map.of(dice.of("rx-gro", "tso", "gso", "warp"), flag()))
        .maybe(2, "pause", () -> Map.of("autoneg", flag()))
        .maybe(2, "ring", () -> Map.of("rx", 256))
        .maybe(2, "coalesce", () -> Map.of("rx-usecs", "10", "adaptive-rx", flag()))
        .map();
  }

  Map<String, Object> ip(boolean v6) {
    return dice.draft()
        .maybe(1, "enabled", () -> dice.of(true, true, true, "yes", false))
        .maybe(3, "dhcp", this::flag)
        .maybe(v6 ? 6 : 1000, "autoconf", this::flag)
        .maybe(2, "address", () -> addresses(v6))
        .maybe(12, "auto-dns", this::flag)
        .maybe(12, "auto-gateway", this::flag)
        .maybe(12, "auto-route-table-id", () -> dice.of(100, "200"))
        .maybe(12, "auto-route-metric", () -> rarely(dice.of(100, -1), dice.of(101, -2)))
        .maybe(v6 ? 1000 : 12, "prefix-route-metric", () -> rarely(dice.of(100, -1), -5))
        .maybe(
            v6 ? 12 : 1000,
            "token",
            () -> rarely(dice.of("::1", "::", "", "::0.0.250.193"), dice.of("2001:db8::1", "x")))
        .maybe(15, v6 ? "dhcp-duid" : "dhcp-client-id", () -> dice.of("ll", "LL", "01:02"))
        .maybe(20, "allow-extra-address", () -> true)
        .map();
  }

  private List<Object> addresses(boolean v6) {
    var list = new ArrayList<Object>();
    for (int i = dice.upTo(3); i > 0; i--) {
      boolean other = dice.oneIn(40) != v6;
      list.add(
          dice.draft()
              .with(
                  "ip",
                  other
                      ? "2001:db8:0:0::" + dice.upTo(9)
                      : dice.of("192.0.2.", "198.51.100.") + (1 + dice.upTo(250)))
              .with(
                  "prefix-length",
                  other ? rarely(dice.of(64, 128), 129) : rarely(dice.of(24, "24", 32), 33))
              .maybe(15, "valid-life-time", () -> dice.of("forever", "100sec"))
              .maybe(15, "protocol", () -> dice.of("ra", "0x10", 4))
              .map());
    }
    if (v6 && dice.oneIn(6)) {
      list.add(Map.of("ip", "fe80::1", "prefix-length", 64));
    }
    return list;
  }

  private Map<String, Object> linuxBridge() {
    return dice.draft()
        .maybe(2, "options", this::linuxOptions)
        .maybe(1, dice.oneIn(6) ? "ports" : "port", () -> linuxPorts())
        .maybe(15, "allow-extra-ports", () -> true)
        .map();
  }

  private Map<String, Object> linuxOptions() {
    return dice.draft()
        .maybe(
            2,
            "stp",
            () ->
                dice.draft()
                    .with("enabled", flag())
                    .maybe(3, "hello-time", () -> rarely(dice.of(1, 2, 10), dice.of(11, 0)))
                    .maybe(3, "max-age", () -> rarely(dice.of(6, 20, "40"), 41))
                    .maybe(3, "forward-delay", () -> rarely(dice.of(2, 15), 31))
                    .maybe(3, "priority", () -> dice.of(0, 32768))
                    .map())
        .maybe(6, "mac-ageing-time", () -> dice.of(300, "300"))
        .maybe(6, "multicast-snooping", this::flag)
        .maybe(6, "multicast-router", () -> rarely(dice.of(0, "auto", "Enabled"), dice.of(3, "no")))
        .maybe(6, "group-forward-mask", () -> dice.of(0, 8))
        .maybe(12, "group-fwd-mask", () -> dice.of(0, 8))
        .maybe(6, "vlan-default-pvid", () -> rarely(1, dice.of(0, 5)))
        .maybe(6, "vlan-protocol", () -> dice.of("802.1q", "802.1ad"))
        .map();
  }

  private List<Object> linuxPorts() {
    var ports = new ArrayList<Object>();
    for (var name : references(3)) {
      ports.add(
          dice.draft()
              .with("name", name)
              .maybe(5, "stp-path-cost", () -> dice.of(100, "100"))
              .maybe(5, "stp-hairpin-mode", this::flag)
              .maybe(3, "vlan", this::portVlan)
              .map());
    }
    return ports;
  }

  private Map<String, Object> portVlan() {
    return dice.draft()
        .maybe(1, "mode", () -> dice.of("trunk", "trunk", "access"))
        .maybe(6, "tag", () -> dice.of(0, 10, "20"))
        .maybe(5, "enable-native", this::flag)
        .maybe(
            dice.oneIn(8) ? 2 : 1,
            "trunk-tags",
            () -> {
              var tags = new ArrayList<Object>();
              for (int i = dice.upTo(3); i > 0; i--) {
                tags.add(
                    dice.oneIn(2)
                        ? Map.of("id", dice.of(5, "6", 7, 300))
                        : Map.of(
                            "id-range",
                            Map.of("min", dice.of(2, 100, 65530), "max", dice.of(4, 200, 65535))));
              }
              return tags;
            })
        .map();
  }

  private Map<String, Object> ovsBridge(String name) {
    var ports = new ArrayList<Object>();
    for (var port : references(2)) {
      ports.add(dice.draft().with("name", port).maybe(4, "vlan", this::portVlan).map());
    }
    if (dice.oneIn(3)) {
      ports.add(Map.of("name", name));
    }
    if (dice.oneIn(4)) {
      ports.add(
          Map.of(
              "name",
              "ovs-bond",
              dice.oneIn(4) ? "bond" : "link-aggregation",
              dice.draft()
                  .with("mode", dice.of("balance-slb", "lacp", "active-backup"))
                  .with("port", references(2).stream().map(p -> Map.of("name", p)).toList())
                  .maybe(4, "bond-updelay", () -> "100")
                  .map()));
    }
    return dice.draft()
        .maybe(
            2,
            "options",
            () ->
                dice.draft()
                    .maybe(2, "stp", () -> rarely(dice.of(true, "no", Map.of("enabled", true)), 5))
                    .maybe(3, "rstp", this::flag)
                    .maybe(3, "fail-mode", () -> "secure")
                    .map())
        .maybe(1, "port", () -> ports)
        .maybe(8, "allow-extra-patch-ports", () -> true)
        .map();
  }

  private Map<String, Object> bond() {
    var ports = references(3);
    return dice.draft()
        .maybe(
            1,
            "mode",
            () ->
                dice.of(
                    "balance-rr",
                    "active-backup",
                    "balance-xor",
                    "broadcast",
                    "802.3ad",
                    "balance-tlb",
                    "balance-alb",
                    "lacp",
                    1,
                    "4"))
        .maybe(2, "options", this::bondOptions)
        .maybe(1, dice.oneIn(6) ? "ports" : "port", () -> ports)
        .maybe(
            8,
            "ports-config",
            () ->
                (dice.oneIn(3) ? references(2) : ports)
                    .stream().map(p -> Map.of("name", p, "queue-id", dice.upTo(3))).toList())
        .map();
  }

  private Map<String, Object> bondOptions() {
    return dice.draft()
        .maybe(3, "miimon", () -> dice.of(0, 100, "140"))
        .maybe(8, "arp_interval", () -> dice.of(0, 100))
        .maybe(5, "arp_ip_target", () -> dice.of("192.0.2.1", ""))
        .maybe(8, "ns_ip6_target", () -> dice.of(List.of(), List.of("2001:db8::1")))
        .maybe(20, "lacp_rate", () -> dice.of("fast", "slow", 1))
        .maybe(30, "lacp_active", this::flag)
        .maybe(8, "fail_over_mac", () -> dice.of("active", "none", 2))
        .maybe(8, "xmit_hash_policy", () -> dice.of("layer2", "vlan+srcmac", "5"))
        .maybe(15, dice.oneIn(2) ? "balance_slb" : "balance-slb", this::flag)
        .maybe(8, "primary", this::reference)
        .maybe(12, "ad_actor_system", () -> rarely("00:00:5E:00:01:01", "01:00:5e:00:00:01"))
        .maybe(12, "all_slaves_active", () -> dice.of("dropped", 1))
        .maybe(12, "use_carrier", this::flag)
        .maybe(12, "num_grat_arp", () -> dice.of(1, "255"))
        .map();
  }

  private Map<String, Object> vlan() {
    return dice.draft()
        .maybe(1, "id", () -> dice.of(10, "20", 4094, 0, 4095))
        .maybe(1, "base-iface", this::reference)
        .maybe(6, "protocol", () -> dice.of("802.1q", "802.1ad"))
        .maybe(8, "registration-protocol", () -> dice.of("gvrp", "none"))
        .maybe(8, "reorder-headers", () -> dice.of(true, false))
        .maybe(8, "ingress-qos-map", () -> List.of(Map.of("from", rarely(1, 8), "to", "5")))
        .maybe(8, "egress-qos-map", () -> List.of(Map.of("from", 1, "to", rarely(7, 9))))
        .map();
  }

  private Map<String, Object> vxlan() {
    return dice.draft()
        .with("id", dice.of(100, "200"))
        .maybe(2, "base-iface", this::reference)
        .maybe(2, "remote", () -> rarely(dice.of("192.0.2.200", "2001:db8::7"), "192.0.2"))
        .maybe(4, "destination-port", () -> rarely(dice.of(4789, "4789"), 70000))
        .maybe(4, "learning", () -> true)
        .map();
  }

  private Map<String, Object> vrf() {
    return dice.draft()
        .maybe(1, "port", () -> references(2))
        .maybe(1, "route-table-id", () -> rarely(dice.of(100, "101"), 0))
        .map();
  }

  private Map<String, Object> ethernet() {
    return dice.draft()
        .maybe(3, "speed", () -> dice.of(1000, "10000"))
        .maybe(3, "duplex", () -> dice.of("full", "half"))
        .maybe(3, "auto-negotiation", this::flag)
        .maybe(
            2,
            "sr-iov",
            () ->
                dice.draft()
                    .maybe(1, "total-vfs", () -> dice.of(0, 2, 4, 100))
                    .maybe(
                        2,
                        "vfs",
                        () ->
                            List.of(
                                dice.draft()
                                    .with("id", dice.upTo(3))
                                    .maybe(3, "trust", this::flag)
                                    .maybe(3, "vlan-id", () -> dice.of(0, 100))
                                    .maybe(3, "vlan-proto", () -> dice.of("802.1q", "802.1ad"))
                                    .maybe(3, "mac-address", this::mac)
                                    .map()))
                    .map())
        .map();
  }

  private Map<String, Object> macVlan() {
    return dice.draft()
        .with("base-iface", reference())
        .with("mode", dice.of("bridge", "vepa", "passthru"))
        .maybe(3, dice.oneIn(2) ? "promiscuous" : "accept-all-mac", this::flag)
        .map();
  }

  private Map<String, Object> macsec() {
    return dice.draft()
        .with("encrypt", true)
        .with("base-iface", reference())
        .with("port", 0)
        .with("validation", dice.of("strict", "check"))
        .with("send-sci", true)
        .maybe(2, "mka-cak", () -> rarely("50b71a8ef0bd5751ea76de6d6c98c03a", "short"))
        .maybe(2, "mka-ckn", () -> dice.of("f2b4297d39da7330910a7abc0449feb4", "odd"))
        .map();
  }

  private Map<String, Object> hsr() {
    return dice.draft()
        .with("port1", reference())
        .with("port2", reference())
        .with("multicast-spec", 0)
        .with("protocol", dice.of("hsr", "prp", "hsr-2010"))
        .maybe(6, "interlink", this::reference)
        .map();
  }

  private Object rarely(Object right, Object wrong) {
    return dice.oneIn(8) ? wrong : right;
  }

  private Object flag() {
    return dice.of(true, false, true, false, "yes", "off", 1, "N");
  }

  private String mac() {
    return dice.of("02:00:00:00:00:01", "02:00:00:00:00:0a", "02:00:00:00:00:99");
  }

  private String reference() {
    return dice.oneIn(25)
        ? dice.of("eth8", "sriov:eth0:0", "profile0", "altname0")
        : dice.of(known);
  }

  private List<String> references(int max) {
    var some = new ArrayList<>(dice.some(known, max));
    if (dice.oneIn(25)) {
      some.add(reference());
    }
    return some;
  }
}
