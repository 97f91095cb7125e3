package io.kubevirtnet.across;

import io.kubevirtnet.across.BridgeOffer.Vlans;
import io.kubevirtnet.across.NetworkClaims.Kind;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.BitSet;
import java.util.Optional;

/** What a network definition asks of the bridge that it joins. */
final class BridgeJoinRules {
  private final NetworkClaims network;
  private final BridgeOffer bridge;
  private final PropertyPath place;
  private final Report report;

  private BridgeJoinRules(
      NetworkClaims network, BridgeOffer bridge, PropertyPath place, Report report) {
    this.network = network;
    this.bridge = bridge;
    this.place = place;
    this.report = report;
  }

  /**
   * @param place where the definition names the bridge
   */
  static void check(NetworkClaims network, BridgeOffer bridge, PropertyPath place, Report report) {
    var rules = new BridgeJoinRules(network, bridge, place, report);
    if (rules.kindFits()) {
      rules.tags();
      rules.untagged();
      rules.taggedTwice();
      rules.gateway();
    }
    rules.mtu();
  }

  private boolean kindFits() {
    var wanted = network.kind() == Kind.OVN ? Kind.OVS_BRIDGE : network.kind();
    if (bridge.kind().filter(k -> k != wanted).isEmpty()) {
      return true;
    }
    add(
        AcrossCatalogue.KIND_MISMATCH,
        place,
        bridge.shown() + " is of kind " + bridge.kindShown() + ".");
    return false;
  }

  private void tags() {
    bridge.vlans().ifPresent(vlans -> vlan(vlans));
    bridge.vlans().ifPresent(vlans -> trunk(vlans));
    open(network.vlanPart());
    open(network.trunkPart());
  }

  private void vlan(Vlans carried) {
    network
        .vlan()
        .filter(vlan -> network.tags().isEmpty() && !carried.tagged().get(vlan))
        .ifPresent(
            vlan ->
                add(
                    AcrossCatalogue.VLAN_NOT_CARRIED,
                    network.vlanPart().written(),
                    notCarried(network.vlanPart().shown(), carried)));
  }

  private void trunk(Vlans carried) {
    var missing = (BitSet) network.tags().clone();
    missing.andNot(carried.tagged());
    if (!missing.isEmpty()) {
      var trunk = network.trunkPart();
      boolean secret = trunk.tree().filter(t -> t.allMarks().secret()).isPresent();
      add(
          AcrossCatalogue.VLAN_NOT_CARRIED,
          trunk.items().get(0).written(),
          notCarried(secret ? Part.SECRET : VlanSet.shown(missing), carried));
    }
  }

  private String notCarried(String vlan, Vlans carried) {
    return bridge.shown()
        + " does not carry VLAN "
        + vlan
        + " (it carries "
        + carried.shown()
        + ").";
  }

  private void untagged() {
    boolean asks = network.vlanPart().isSet() && !network.vlanPart().is("0");
    if (network.kind() == Kind.LINUX_BRIDGE
        && !asks
        && !network.trunkPart().isSet()
        && bridge.vlans().filter(v -> !v.untagged()).isPresent()) {
      add(
          AcrossCatalogue.NO_UNTAGGED_NETWORK,
          place,
          bridge.shown()
              + " has its network without tags in another VLAN ("
              + bridge.vlans().orElseThrow().shown()
              + ").");
    }
  }

  private void taggedTwice() {
    if (network.vlan().isPresent()) {
      bridge
          .taggedBelow()
          .ifPresent(
              port ->
                  add(
                      NetworkCatalogue.TAGGED_TWICE,
                      network.vlanPart().written(),
                      bridge.shown()
                          + " stands on the VLAN "
                          + port
                          + ", and "
                          + network.vlanPart().shown()
                          + " goes inside of it."));
    }
  }

  /** In a VLAN the gateway gets an interface of its own. */
  private void gateway() {
    if (network.kind() == Kind.LINUX_BRIDGE
        && network.isGateway()
        && network.ipamType().isPresent()
        && network.vlan().isEmpty()
        && !bridge.addresses().isEmpty()
        && !GatewayAddress.of(network).filter(bridge.addresses()::contains).isPresent()) {
      add(
          NetworkCatalogue.GATEWAY_ON_HOST_ADDRESS,
          network.gatewayPart().written(),
          network.plugin().get("forceAddress").isTrue()
              ? "forceAddress takes the node's own address from " + bridge.shown() + "."
              : bridge.shown() + " has an address of the node already.");
    }
  }

  private void mtu() {
    var mtu = network.mtu();
    open(mtu);
    if (mtu.number().isEmpty() || mtu.is("0")) {
      return;
    }
    if (bridge.mtu().isEmpty()) {
      report.notChecked(mtu.written(), "the MTU of the uplink (no cluster was asked)");
    } else if (mtu.number().get() > bridge.mtu().getAsLong()) {
      add(
          AcrossCatalogue.MTU_ABOVE_BRIDGE,
          mtu.written(),
          mtu.shown() + " is above the " + bridge.mtuShown() + " of " + bridge.shown() + ".");
    }
  }

  private void open(Part part) {
    if (part.isOpen()) {
      report.notChecked(part.written(), "known after apply");
    }
  }

  /** Once for a place, whichever policy of the bridge it is. */
  private void add(Rule rule, PropertyPath path, String what) {
    Optional.of(path)
        .filter(
            p ->
                report.findings().stream()
                    .noneMatch(f -> f.code().equals(rule.code()) && f.path().equals(p)))
        .ifPresent(p -> report.add(rule, p, what));
  }
}
