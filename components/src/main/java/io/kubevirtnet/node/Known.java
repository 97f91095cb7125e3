package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What nmstate knows of the kinds and fields of interfaces. */
final class Known {
  private Known() {}

  /** Reported by nmstate, and dropped without a word when they are desired. */
  static final Set<String> QUERY_ONLY =
      Set.of(
          "permanent-mac-address",
          "min-mtu",
          "max-mtu",
          "driver",
          "gc-timer",
          "hello-timer",
          "neighbors",
          "valid-life-time",
          "preferred-life-time",
          "controller-type");

  /** They tell nmstate how to work, and are no part of what a node has. */
  static final Set<String> INSTRUCTIONS =
      Set.of(
          "identifier",
          "copy-mac-from",
          "allow-extra-address",
          "allow-extra-ports",
          "allow-extra-patch-ports");

  static final Set<String> PHYSICAL = Set.of("ethernet", "infiniband", "loopback", "unknown");

  /** With a link of their own in the kernel; all other kinds live beside it, by name and type. */
  private static final Set<String> KERNEL =
      Set.of(
          "bond",
          "linux-bridge",
          "dummy",
          "ethernet",
          "hsr",
          "loopback",
          "mac-vlan",
          "mac-vtap",
          "ovs-interface",
          "veth",
          "vlan",
          "vrf",
          "vxlan",
          "infiniband",
          "tun",
          "macsec",
          "xfrm",
          "ipvlan",
          "ip-tunnel",
          "unknown");

  private static final Map<String, String> LABELS =
      Map.of(
          "vlan", "VLAN",
          "bond", "bond",
          "linux-bridge", "bridge",
          "ovs-bridge", "OVS bridge",
          "ovs-interface", "OVS interface",
          "vxlan", "VXLAN",
          "vrf", "VRF",
          "veth", "veth",
          "ethernet", "network card");

  /** What a field means that is not there. */
  private static final Map<String, Tree> DEFAULTS =
      Map.ofEntries(
          Map.entry("auto-dns", Tree.of(true)),
          Map.entry("auto-gateway", Tree.of(true)),
          Map.entry("auto-routes", Tree.of(true)),
          Map.entry("dhcp", Tree.of(false)),
          Map.entry("autoconf", Tree.of(false)),
          Map.entry("enabled", Tree.of(false)),
          Map.entry("lldp", Tree.of("enabled", false)),
          Map.entry("vlan", Fields.EMPTY),
          Map.entry("address", Tree.items()),
          Map.entry("description", Tree.of("")),
          Map.entry("accept-all-mac-addresses", Tree.of(false)),
          Map.entry("stp-hairpin-mode", Tree.of(false)),
          Map.entry("wait-ip", Tree.of("any")),
          Map.entry("protocol", Tree.of("802.1q")),
          Map.entry("registration-protocol", Tree.of("none")),
          Map.entry("reorder-headers", Tree.of(true)),
          Map.entry("loose-binding", Tree.of(false)),
          Map.entry("enable-native", Tree.of(false)),
          Map.entry("tag", Tree.of(0)),
          Map.entry("trunk-tags", Tree.items()));

  /** What to ask for so that nothing is left of a field that was not there before. */
  private static final Map<String, Tree> RESETS =
      Map.ofEntries(
          Map.entry("ipv4", Tree.of("enabled", false)),
          Map.entry("ipv6", Tree.of("enabled", false)),
          Map.entry("lldp", Tree.of("enabled", false)),
          Map.entry("description", Tree.of("")),
          Map.entry("accept-all-mac-addresses", Tree.of(false)),
          Map.entry("wait-ip", Tree.of("any")),
          Map.entry("sr-iov", Tree.of("total-vfs", 0)),
          Map.entry("vfs", Tree.items()),
          Map.entry("port", Tree.items()),
          Map.entry("vlan", Fields.EMPTY),
          Map.entry("ports-config", Tree.items()));

  static Optional<Tree> reset(String key) {
    return Optional.ofNullable(RESETS.get(key));
  }

  static boolean isDefault(String key, Tree value) {
    var missing = DEFAULTS.get(key);
    return missing != null && Lenient.same(key, missing, value);
  }

  static boolean ofKernel(String type) {
    return KERNEL.contains(type);
  }

  static String label(String type) {
    return LABELS.getOrDefault(type, type);
  }
}
