package io.kubevirtnet.host;

import io.kubevirtnet.spec.BondSpec;
import io.kubevirtnet.spec.SriovSpec;
import io.kubevirtnet.spec.SriovVfSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What connects a bridge to the network outside, on one group of nodes; perhaps nothing. */
record Uplink(Value<UplinkSpec> spec) {

  boolean isGiven() {
    return spec.isGiven();
  }

  /** A preview can not even tell which interfaces there will be. */
  boolean isOpen() {
    return spec.isUnknown() || bond().isUnknown();
  }

  Value<BondSpec> bond() {
    return spec.flatMap(UplinkSpec::bond);
  }

  Value<Integer> vlanId() {
    return spec.flatMap(UplinkSpec::vlanId);
  }

  /** The card or the bond. */
  Value<String> base() {
    return bond().isGiven() ? bond().flatMap(BondSpec::name) : spec.flatMap(UplinkSpec::nic);
  }

  /** The interface that becomes the port of the bridge. */
  Value<String> port() {
    return vlanId().isGiven() ? vlanName() : base();
  }

  Value<String> vlanName() {
    return spec.flatMap(UplinkSpec::vlanName)
        .or(base().with(vlanId(), (base, id) -> base + "." + id));
  }

  List<Value<String>> bondPorts() {
    return bond().flatMap(BondSpec::ports).known().orElse(List.of());
  }

  /** The interface that has the addresses which the bridge takes over. */
  Value<String> addressSource() {
    return spec.flatMap(UplinkSpec::addressFrom).or(usualAddressSource());
  }

  /** A bond that is made has no address yet; its first port may. */
  private Value<String> usualAddressSource() {
    return vlanId().isGiven() || bondPorts().isEmpty() ? port() : bondPorts().get(0);
  }

  /** Whatever becomes a port here, and so loses its addresses. */
  List<Value<String>> members() {
    var members = new ArrayList<>(bondPorts());
    members.add(port());
    return members;
  }

  /** The entries that make it, or that change what is there. */
  List<Fields> interfaces(Value<Integer> mtu) {
    var entries = new ArrayList<Fields>();
    var sriov = spec.flatMap(UplinkSpec::sriov);
    if (isGiven() && bond().isAbsent() && (mtu.isGiven() || sriov.isGiven())) {
      entries.add(card(mtu, sriov));
    }
    bond().ifKnown(b -> entries.add(bond(b, mtu)));
    if (vlanId().isGiven()) {
      entries.add(vlan(mtu));
    }
    return entries;
  }

  private Fields card(Value<Integer> mtu, Value<SriovSpec> sriov) {
    var entry = made(base(), "ethernet", mtu);
    return sriov.isAbsent()
        ? entry
        : entry.with("ethernet", Tree.of("sr-iov", sriov.map(Uplink::sriov)));
  }

  private static Fields sriov(SriovSpec sriov) {
    return Tree.fields()
        .with("drivers-autoprobe", sriov.driversAutoprobe())
        .with("total-vfs", sriov.totalVfs())
        .with(
            "vfs", sriov.vfs().map(all -> all.stream().map(v -> v.map(Uplink::function)).toList()));
  }

  private static Fields function(SriovVfSpec vf) {
    return Tree.of("id", vf.id())
        .with("mac-address", vf.macAddress())
        .with("spoof-check", vf.spoofCheck())
        .with("trust", vf.trust())
        .with("min-tx-rate", vf.minTxRate())
        .with("max-tx-rate", vf.maxTxRate())
        .with("vlan-id", vf.vlan())
        .with("qos", vf.qos())
        .with("vlan-proto", vf.vlanProtocol());
  }

  private Fields bond(BondSpec bond, Value<Integer> mtu) {
    return made(bond.name(), "bond", mtu)
        .with("mac-address", bond.macAddress())
        .with("copy-mac-from", bond.copyMacFrom())
        .with(
            "link-aggregation",
            Tree.of("mode", bond.mode())
                .with("options", bond.options().map(BondOptionNames::tree))
                .with("port", bond.ports()));
  }

  private Fields vlan(Value<Integer> mtu) {
    return made(port(), "vlan", mtu)
        .with("vlan", Tree.of("base-iface", base()).with("id", vlanId()));
  }

  /** A bridge can not pass more than its port does, so the port gets the same MTU. */
  private static Fields made(Value<String> name, String type, Value<Integer> mtu) {
    return Tree.of("name", name).with("type", type).with("state", "up").with("mtu", mtu);
  }
}
