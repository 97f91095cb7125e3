package io.kubevirtnet.host;

import io.kubevirtnet.enums.PortVlanMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.spec.BridgePortSpec;
import io.kubevirtnet.spec.PortVlanSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The rules for the ports of a bridge besides its uplink, and for the VLAN filter of any port. */
final class PortRules {
  private PortRules() {}

  static void check(BridgePolicy policy, Report report) {
    report.check(
        policy.spec().ports(),
        ports -> ports.forEach(p -> report.check(p, port -> port(policy, port, report))));
  }

  private static void port(BridgePolicy policy, BridgePortSpec port, Report report) {
    boolean made = OvsBridge.isInternal(port) || port.bond().isGiven();
    if (made) {
      InterfaceRules.made(port.name(), report);
    } else {
      InterfaceRules.port(policy.bridgeName(), port.name(), report);
    }
    filter(port.vlan(), report);
    stp(policy, port.stpPathCost(), port.stpPriority(), port.hairpin(), report);
    report.check(port.bond(), bond -> UplinkRules.bondPorts(policy, bond.ports(), report));
    if (!policy.isOvs()) {
      BridgeNetworkRules.ofOtherKind(port.bond(), "bond makes a bond inside Open vSwitch.", report);
      port.internalInterface()
          .known()
          .filter(internal -> internal)
          .ifPresent(
              internal ->
                  BridgeNetworkRules.ofOtherKind(
                      port.internalInterface(), "Internal ports are of Open vSwitch.", report));
    }
    if (port.internalInterface().known().filter(internal -> !internal).isPresent()) {
      var what = "A port has no addresses, an internal interface of Open vSwitch has.";
      BridgeNetworkRules.ofOtherKind(port.ipv4(), what, report);
      BridgeNetworkRules.ofOtherKind(port.ipv6(), what, report);
    }
  }

  static void stp(
      BridgePolicy policy,
      Value<Integer> cost,
      Value<Integer> priority,
      Value<Boolean> hairpin,
      Report report) {
    if (policy.isOvs()) {
      BridgeNetworkRules.ofOtherKind(cost, "stpPathCost is of a Linux bridge.", report);
      BridgeNetworkRules.ofOtherKind(priority, "stpPriority is of a Linux bridge.", report);
      BridgeNetworkRules.ofOtherKind(hairpin, "hairpin is of a Linux bridge.", report);
    }
  }

  /** Which numbers can be VLANs, and which overlap, is seen in the desired state. */
  static void filter(Value<PortVlanSpec> vlan, Report report) {
    report.check(
        vlan,
        v -> {
          report.check(
              v.trunk(),
              tags ->
                  tags.forEach(
                      tag ->
                          report.require(
                              tag,
                              t -> VlanTags.parse(t).isPresent(),
                              PortCatalogue.VLAN_TAGS,
                              "\"" + tag.shown() + "\" is neither an id nor a range.")));
          v.mode().ifKnown(mode -> modes(v, mode, report));
        });
  }

  private static void modes(PortVlanSpec v, PortVlanMode mode, Report report) {
    if (v.access().isGiven() != (mode == PortVlanMode.Access)) {
      report.add(
          PortCatalogue.VLAN_MODE,
          v.access().path(),
          v.access().isGiven()
              ? "access is set in mode " + mode.wire() + "."
              : "Mode access needs the VLAN.");
    }
    for (var other : List.<Value<?>>of(v.trunk(), v.nativeVlan())) {
      if (other.isGiven() && mode != PortVlanMode.Trunk) {
        report.add(
            PortCatalogue.VLAN_MODE,
            other.path(),
            "A trunk is described in mode " + mode.wire() + ".");
      }
    }
  }
}
