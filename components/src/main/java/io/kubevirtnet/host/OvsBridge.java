package io.kubevirtnet.host;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.spec.BridgePortSpec;
import io.kubevirtnet.spec.IpSpec;
import io.kubevirtnet.spec.OvsBondSpec;
import io.kubevirtnet.spec.OvsBridgeOptionsSpec;
import io.kubevirtnet.spec.PortVlanSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a bridge of Open vSwitch. The bridge itself has neither addresses nor a MAC
 * address: nmstate drops them without a word. An internal interface of its name has them.
 */
final class OvsBridge {
  private static final String INTERNAL = "ovs-interface";

  private OvsBridge() {}

  static List<Fields> entries(BridgePolicy policy) {
    var entries = new ArrayList<Fields>();
    entries.add(bridge(policy));
    if (hasInternal(policy)) {
      entries.add(Entries.host(policy, Tree.of("name", policy.bridgeName()), INTERNAL));
    }
    policy
        .spec()
        .ports()
        .known()
        .orElse(List.of())
        .forEach(
            p ->
                p.known()
                    .filter(OvsBridge::isInternal)
                    .map(OvsBridge::port)
                    .ifPresent(entries::add));
    return entries;
  }

  /** An unknown mode counts: the address may come. */
  static boolean hasInternal(BridgePolicy policy) {
    return mayBeOn(policy.ipv4())
        || mayBeOn(policy.ipv6())
        || policy.macAddress().isGiven()
        || policy.spec().copyMacFrom().isGiven();
  }

  private static boolean mayBeOn(Value<IpSpec> ip) {
    return ip.isGiven() && ip.flatMap(IpSpec::mode).known().filter(m -> m == IpMode.None).isEmpty();
  }

  static boolean isInternal(BridgePortSpec port) {
    return port.internalInterface().known().orElse(false);
  }

  private static Fields bridge(BridgePolicy policy) {
    return Tree.of("name", policy.bridgeName())
        .with("description", policy.spec().description())
        .with("type", "ovs-bridge")
        .with("state", "up")
        .with(
            "bridge",
            Tree.fields()
                .with("options", policy.spec().ovsOptions().map(OvsBridge::options))
                .with("port", ports(policy)));
  }

  private static Fields options(OvsBridgeOptionsSpec o) {
    return Tree.fields()
        .with("stp", o.stp())
        .with("rstp", o.rstp())
        .with("mcast-snooping-enable", o.mcastSnooping())
        .with("fail-mode", o.failMode())
        .with("datapath", o.datapath());
  }

  private static Tree ports(BridgePolicy policy) {
    List<Fields> own =
        hasInternal(policy) ? List.of(Tree.of("name", policy.bridgeName())) : List.of();
    return Entries.ports(policy, OvsBridge::uplink, OvsBridge::listed, own);
  }

  private static Fields uplink(Uplink uplink) {
    return filtered(Tree.of("name", uplink.port()), uplink.spec().flatMap(UplinkSpec::vlan));
  }

  private static Fields listed(BridgePortSpec port) {
    return filtered(Tree.of("name", port.name()), port.vlan())
        .with("link-aggregation", port.bond().map(OvsBridge::bond));
  }

  private static Fields filtered(Fields port, Value<PortVlanSpec> vlan) {
    return vlan.isAbsent() ? port : port.with("vlan", new PortFilter(vlan).onOvs());
  }

  private static Fields bond(OvsBondSpec bond) {
    return Tree.of("mode", bond.mode())
        .with(
            "port",
            bond.ports().map(all -> all.stream().map(name -> Tree.of("name", name)).toList()))
        .with("bond-downdelay", bond.downDelay())
        .with("bond-updelay", bond.upDelay());
  }

  private static Fields port(BridgePortSpec port) {
    return Tree.of("name", port.name())
        .with("type", INTERNAL)
        .with("state", "up")
        .with("ipv4", Family.IPV4.tree(port.ipv4()))
        .with("ipv6", Family.IPV6.tree(port.ipv6()));
  }
}
