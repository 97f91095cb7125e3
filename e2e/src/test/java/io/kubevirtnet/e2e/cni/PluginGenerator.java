package io.kubevirtnet.e2e.cni;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.chance.Dice.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plugins with keys that they take; the interfaces that they name are those of the judge. */
final class PluginGenerator {
  static final List<String> MAIN =
      List.of(
          "bridge",
          "macvlan",
          "ipvlan",
          "vlan",
          "ptp",
          "host-device",
          "tap",
          "dummy",
          "loopback",
          "ovs",
          "cnv-bridge");
  static final List<String> CHAINED =
      List.of("tuning", "bandwidth", "portmap", "vrf", "sbr", "firewall", "cnv-tuning");

  private static final List<String> NEED_ADDRESSES = List.of("ipvlan", "vlan", "ptp", "dummy");

  private final Dice dice;
  private final IpamGenerator ipam;

  PluginGenerator(Dice dice) {
    this.dice = dice;
    this.ipam = new IpamGenerator(dice);
  }

  /** A plugin that makes an interface. */
  Map<String, Object> main(String type) {
    var plugin = dice.draft().with("type", type);
    switch (type) {
      case "bridge", "cnv-bridge" -> bridge(plugin);
      case "macvlan" -> macvlan(plugin);
      case "ipvlan" ->
          plugin
              .with("master", "eth0")
              .maybe(2, "mode", () -> dice.of("l2", "l3", "l3s"))
              .maybe(3, "mtu", () -> dice.of(0, 1280, 1500))
              .maybe(6, "linkInContainer", () -> false);
      case "vlan" ->
          plugin
              .with("master", "eth0")
              .with("vlanId", dice.of(0, 1, 100, 4094))
              .maybe(3, "mtu", () -> dice.of(0, 1280, 1500))
              .maybe(6, "linkInContainer", () -> false);
      case "ptp" ->
          plugin
              .maybe(3, "ipMasq", () -> dice.oneIn(2))
              .maybe(4, "ipMasqBackend", () -> dice.of("iptables", "nftables"))
              .maybe(3, "mtu", () -> dice.of(0, 1280, 9000));
      case "host-device" ->
          plugin
              .with("device", "eth9")
              .maybe(5, "hwaddr", () -> "02:00:00:00:00:01")
              .maybe(5, "kernelpath", () -> "/sys/devices/none");
      case "tap" -> tap(plugin);
      case "ovs" -> ovs(plugin);
      default -> {
        // It has no keys.
      }
    }
    addresses(type, plugin);
    plugin
        .maybe(8, "dns", this::dns)
        .maybe(8, "capabilities", () -> Map.of(dice.of("mac", "ips"), dice.oneIn(2)));
    return plugin.map();
  }

  private void addresses(String type, Draft plugin) {
    boolean layer2 = Boolean.TRUE.equals(plugin.map().get("disableContainerInterface"));
    if (NEED_ADDRESSES.contains(type) || !layer2 && !type.equals("loopback") && dice.oneIn(2)) {
      plugin.with("ipam", ipam.next());
    } else if (dice.oneIn(4)) {
      plugin.with("ipam", new LinkedHashMap<String, Object>());
    }
  }

  private void bridge(Draft plugin) {
    plugin
        .maybe(1 + dice.upTo(2), "bridge", () -> dice.of("br0", "br1", "br-lan", "cni1"))
        .maybe(4, "isGateway", () -> dice.oneIn(2))
        .maybe(6, "isDefaultGateway", () -> dice.oneIn(2))
        .maybe(6, "forceAddress", () -> dice.oneIn(2))
        .maybe(6, "ipMasq", () -> dice.oneIn(2))
        .maybe(6, "ipMasqBackend", () -> dice.of("iptables", "nftables"))
        .maybe(3, "mtu", () -> dice.of(0, 1280, 1500, 9000))
        .maybe(3, dice.of("hairpinMode", "promiscMode"), () -> dice.oneIn(2))
        .maybe(3, "vlan", () -> dice.of(0, 1, 7, 100, 4094))
        .maybe(4, "vlanTrunk", this::trunk)
        .maybe(6, "preserveDefaultVlan", () -> dice.oneIn(2))
        .maybe(4, "macspoofchk", () -> dice.oneIn(2))
        .maybe(8, "enabledad", () -> dice.oneIn(2))
        .maybe(6, "portIsolation", () -> dice.oneIn(2))
        .maybe(4, "disableContainerInterface", () -> dice.oneIn(2));
  }

  private void macvlan(Draft plugin) {
    plugin
        .maybe(1 + dice.upTo(2), "master", () -> "eth0")
        .maybe(2, "mode", () -> dice.of("bridge", "private", "vepa", "passthru"))
        .maybe(3, "mtu", () -> dice.of(0, 1280, 1500))
        .maybe(4, "mac", () -> "02:00:00:00:00:01")
        .maybe(6, "bcqueuelen", () -> dice.of(0, 1000))
        .maybe(6, "linkInContainer", () -> false);
  }

  private void tap(Draft plugin) {
    plugin
        .maybe(3, "multiQueue", () -> dice.oneIn(2))
        .maybe(3, "mtu", () -> dice.of(0, 1280, 1500))
        .maybe(3, "mac", () -> "02:00:00:00:00:01")
        .maybe(3, "owner", () -> dice.of(0, 107))
        .maybe(3, "group", () -> dice.of(0, 107))
        .maybe(6, "bridge", () -> "br0");
  }

  private void ovs(Draft plugin) {
    plugin
        .with("bridge", "br-ovs")
        .maybe(2, "vlan", () -> dice.of(0, 100, 4094))
        .maybe(3, "trunk", this::trunk)
        .maybe(4, "mtu", () -> dice.of(0, 1500))
        .maybe(6, "ofport_request", () -> dice.of(1, 65279))
        .maybe(8, "interface_type", () -> "internal")
        .maybe(8, "socket_file", () -> "unix:/run/none.sock")
        .maybe(8, "link_state_check_retries", () -> 3)
        .maybe(8, "link_state_check_interval", () -> 100);
  }

  /** One that changes the interface of another. */
  Map<String, Object> chained(String type) {
    var plugin = dice.draft().with("type", type);
    switch (type) {
      case "tuning", "cnv-tuning" ->
          plugin
              .maybe(2, "sysctl", this::sysctl)
              .maybe(3, "mac", () -> "02:00:00:00:00:01")
              .maybe(3, "mtu", () -> dice.of(1280, 1500))
              .maybe(4, "promisc", () -> dice.oneIn(2))
              .maybe(4, "allmulti", () -> dice.oneIn(2))
              .maybe(4, "txQLen", () -> dice.of(100, 1000))
              .maybe(8, "dataDir", () -> "/run/cni/tuned");
      case "bandwidth" -> bandwidth(plugin);
      case "portmap" ->
          plugin
              .maybe(2, "capabilities", () -> Map.of("portMappings", true))
              .maybe(3, "snat", () -> dice.oneIn(2))
              .maybe(3, "masqAll", () -> dice.oneIn(2))
              .maybe(2, "backend", () -> dice.of("iptables", "nftables"))
              .maybe(4, "markMasqBit", () -> dice.of(0, 13, 31));
      case "vrf" ->
          plugin.with("vrfname", dice.of("blue", "red")).maybe(2, "table", () -> dice.of(10, 500));
      case "sbr" -> plugin.maybe(2, "table", () -> dice.of(100, 200));
      case "firewall" ->
          plugin
              .maybe(2, "backend", () -> dice.of("iptables", "firewalld"))
              .maybe(4, "iptablesAdminChainName", () -> "MINE")
              .maybe(4, "firewalldZone", () -> "trusted")
              .maybe(3, "ingressPolicy", () -> dice.of("open", "same-bridge", "isolated"));
      default -> throw new IllegalArgumentException(type);
    }
    return plugin.map();
  }

  private void bandwidth(Draft plugin) {
    if (dice.oneIn(2)) {
      plugin.with("ingressRate", dice.of(1_000_000, 5_000_000)).with("ingressBurst", 80_000);
    }
    if (dice.oneIn(2)) {
      plugin.with("egressRate", dice.of(1_000_000, 5_000_000)).with("egressBurst", 80_000);
    }
    plugin.maybe(4, "capabilities", () -> Map.of("bandwidth", true));
  }

  private Map<String, Object> sysctl() {
    return dice.draft()
        .maybe(2, "net.ipv4.conf.IFNAME.arp_notify", () -> "1")
        .maybe(2, "net.ipv4.conf.IFNAME.forwarding", () -> "1")
        .maybe(2, "net.ipv6.conf.IFNAME.accept_ra", () -> "0")
        .map();
  }

  private List<Map<String, Object>> trunk() {
    var trunk = new ArrayList<Map<String, Object>>();
    for (int i = 1 + dice.upTo(2); i > 0; i--) {
      int from = 1 + dice.upTo(2000);
      trunk.add(
          dice.oneIn(2)
              ? dice.draft().with("id", from).map()
              : dice.draft().with("minID", from).with("maxID", from + dice.upTo(2000)).map());
    }
    return trunk;
  }

  private Map<String, Object> dns() {
    return dice.draft()
        .maybe(2, "nameservers", () -> List.of("192.0.2.1"))
        .maybe(2, "domain", () -> "example.org")
        .maybe(2, "search", () -> List.of("example.org", "example.com"))
        .maybe(2, "options", () -> List.of("ndots:1"))
        .map();
  }
}
