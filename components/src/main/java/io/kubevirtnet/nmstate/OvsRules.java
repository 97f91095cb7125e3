package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Bridges and interfaces of Open vSwitch. */
final class OvsRules {
  private static final long MAX_DESCRIPTORS = 4096;

  private OvsRules() {}

  /** A bridge without ports can not live: nmstate gives it an interface of its own name. */
  static MergedIface withPort(MergedIface iface) {
    boolean empty =
        iface.isDesired()
            && iface.merged.isUp()
            && iface.merged.isType(Iface.OVS_BRIDGE)
            && !iface.merged.hasOpenPorts()
            && iface.merged.ports().orElse(List.of()).isEmpty();
    if (empty) {
      var ports = Tree.items(Tree.of("name", iface.name()));
      iface.desired = iface.desired.map(i -> i.with(ports, "bridge", "port"));
      iface.applied = iface.applied.map(i -> i.with(ports, "bridge", "port"));
      iface.merged = iface.merged.with(ports, "bridge", "port");
    }
    return iface;
  }

  /** Ports that a bridge has beside those that it lists are left alone when it says so. */
  static void allowExtraPorts(MergedIfaces all) {
    Set<String> patches = new HashSet<>();
    all.all()
        .flatMap(i -> i.current.stream())
        .filter(c -> c.isType(Iface.OVS_INTERFACE) && c.part("patch").isSet())
        .forEach(c -> patches.add(c.name()));
    all.all()
        .filter(i -> i.desired.filter(Iface::isUp).isPresent() && i.current.isPresent())
        .forEach(i -> allowExtraPorts(i, patches));
  }

  private static void allowExtraPorts(MergedIface iface, Set<String> patches) {
    var desired = iface.desired.orElseThrow();
    boolean any = desired.part("bridge", "allow-extra-ports").isTrue();
    boolean patch = desired.part("bridge", "allow-extra-patch-ports").isTrue();
    var wanted = desired.ports();
    if (!(any || patch) || wanted.isEmpty()) {
      return;
    }
    iface.current.orElseThrow().ports().orElse(List.of()).stream()
        .filter(p -> !wanted.get().contains(p) && (any || patches.contains(p)))
        .forEach(p -> iface.current = iface.current.map(c -> PortNames.removed(c, p)));
  }

  static void check(Iface iface, Refusals refusals) {
    if (iface.isType(Iface.OVS_BRIDGE)) {
      bridge(iface, refusals);
    } else if (iface.isType(Iface.OVS_INTERFACE)) {
      patch(iface, refusals);
      descriptors(iface.part("dpdk", "n_rxq_desc"), "n_rxq_desc", refusals);
      descriptors(iface.part("dpdk", "n_txq_desc"), "n_txq_desc", refusals);
    }
  }

  private static void bridge(Iface bridge, Refusals refusals) {
    var mac = bridge.part("mac-address");
    if (mac.text().filter(m -> !m.isEmpty()).isPresent()) {
      refusals.add(
          LinkCatalogue.OVS,
          mac,
          bridge.name() + " is a row in a database and has no MAC address.",
          "OVS Bridge "
              + bridge.name()
              + " can not hold MAC address, please set MAC address on OVS internal interface"
              + " instead");
    }
    bridge
        .part("bridge", "port")
        .items()
        .forEach(p -> PortVlanRules.check(p.get("vlan"), false, refusals));
  }

  private static void patch(Iface iface, Refusals refusals) {
    if (!iface.part("patch").isSet()) {
      return;
    }
    if (iface.part("mtu").isSet()) {
      refusals.add(
          LinkCatalogue.OVS,
          iface.part("mtu"),
          "A patch port has no MTU.",
          "OVS patch interface is not allowed to hold MTU configuration, interface name "
              + iface.name());
    }
    if (iface.hasIp(false) || iface.hasIp(true)) {
      refusals.add(
          LinkCatalogue.OVS,
          iface.ip(!iface.hasIp(false)).get("enabled"),
          "A patch port has no addresses.",
          "OVS patch interface is not allowed to hold IP configuration, interface name "
              + iface.name());
    }
  }

  private static void descriptors(Part number, String name, Refusals refusals) {
    if (number
        .number()
        .filter(n -> n != 0 && (n > MAX_DESCRIPTORS || Long.bitCount(n) != 1))
        .isPresent()) {
      refusals.add(
          LinkCatalogue.OVS,
          number,
          number.shown() + " is no power of two up to 4096.",
          "OVS DPDK "
              + name
              + " must power of 2 within range of 1 to 4096. Setting to 0 if you want to remove"
              + " this setting from OVS database. But got "
              + number.shown());
    }
  }
}
