package io.kubevirtnet.nmstate;

import java.util.Optional;
import java.util.Set;

/** What nmstate says about one interface once it knows its controller. */
final class InterfaceRules {
  private static final long MAX_MTU = 0xffffffffL;

  private final MergedIface iface;
  private final Refusals refusals;

  private InterfaceRules(MergedIface iface, Refusals refusals) {
    this.iface = iface;
    this.refusals = refusals;
  }

  static void check(MergedIface iface, Refusals refusals) {
    var rules = new InterfaceRules(iface, refusals);
    iface.keepController();
    rules.ip();
    rules.mptcp();
    rules.mtu();
    rules.ipOfPort();
    EthernetRules.checkFunctions(iface, refusals);
    EthernetRules.settleFunctions(iface);
    SpecialRules.checkVrf(iface, refusals);
    BondRules.check(iface, refusals);
    VlanRules.inherit(iface);
    SpecialRules.settleHsr(iface);
    SpecialRules.checkLoopback(iface, refusals);
    rules.sanitize();
  }

  private void ip() {
    if (iface.current.isEmpty() || iface.desired.isEmpty() || iface.applied.isEmpty()) {
      return;
    }
    iface.applied = iface.applied.map(i -> IpMerge.forApply(i, iface.current.orElseThrow()));
    IpRules.checkWait(iface.applied.orElseThrow(), refusals);
  }

  private void mptcp() {
    iface.applied.ifPresent(
        i -> {
          var flags = i.part("mptcp", "address-flags");
          var all = flags.items().stream().flatMap(f -> f.text().stream()).toList();
          if (all.containsAll(Set.of("signal", "fullmesh"))) {
            refusals.add(
                LinkCatalogue.SPECIAL,
                flags,
                "The MPTCP flags signal and fullmesh exclude each other.",
                "MPTCP flags mustn't have both signal and fullmesh");
          }
        });
  }

  private void mtu() {
    if (iface.desired.isEmpty()) {
      return;
    }
    var mtu = iface.desired.get().part("mtu");
    if (mtu.number().isEmpty()) {
      return;
    }
    long value = mtu.number().get();
    var start = "Desired MTU " + value + " for interface " + iface.desired.get().name();
    if (value > MAX_MTU) {
      refusals.add(
          InterfaceCatalogue.MTU,
          mtu,
          value + " is no MTU.",
          start + " is bigger than maximum supported MTU " + MAX_MTU);
      return;
    }
    var min = iface.current.flatMap(c -> c.part("min-mtu").number());
    var max = iface.current.flatMap(c -> c.part("max-mtu").number());
    if (min.isEmpty() || max.isEmpty()) {
      return;
    }
    if (value > max.get()) {
      refusals.add(
          InterfaceCatalogue.MTU,
          mtu,
          iface.name() + " carries at most " + max.get() + " bytes.",
          start + " is bigger than maximum allowed MTU " + max.get());
    } else if (value < min.get()) {
      refusals.add(
          InterfaceCatalogue.MTU,
          mtu,
          iface.name() + " carries at least " + min.get() + " bytes.",
          start + " is smaller than minimum allowed MTU " + min.get());
    }
  }

  private void ipOfPort() {
    if (!iface.isDesired() || !iface.merged.isUp() || iface.applied.isEmpty()) {
      return;
    }
    var applied = iface.applied.get();
    if (!applied.canHaveIp() && (applied.hasIp(false) || applied.hasIp(true))) {
      refusals.add(
          InterfaceCatalogue.IP_ON_PORT,
          applied.ip(!applied.hasIp(false)).get("enabled"),
          applied.name() + " is a port of " + applied.controller().orElse("") + ".",
          "Interface "
              + applied.name()
              + " cannot have IP enabled as it is attached to controller "
              + applied.controller().orElse("")
              + " where IP is not allowed on its port");
    }
  }

  /** Each setting for itself. */
  private void sanitize() {
    if (iface.applied.isEmpty()) {
      return;
    }
    var applied = iface.applied.get();
    IpRules.check(applied, refusals);
    applied = IpMerge.sanitized(IpMerge.sanitized(applied, false), true);
    iface.applied = Optional.of(applied);
    ipv6Mtu(applied);
    if (applied.isUserspace() && applied.part("dispatch").isSet()) {
      refusals.add(
          LinkCatalogue.DISPATCH,
          applied.part("dispatch"),
          "A " + applied.type() + " has no scripts of NetworkManager.",
          "User space interface "
              + applied.name()
              + "/"
              + applied.type()
              + " is not allow to hold dispatch configurations");
    }
    AlternativeNames.checkOwn(applied, refusals);
    EthernetRules.check(applied, refusals);
    LinuxBridgeRules.check(applied, refusals);
    OvsRules.check(applied, refusals);
    VlanRules.check(applied, refusals);
    BondRules.checkQueues(applied, refusals);
    SpecialRules.check(applied, refusals);
  }

  private void ipv6Mtu(Iface applied) {
    var mtu = applied.part("mtu");
    if (applied.hasIp(true) && mtu.number().filter(m -> m < 1280).isPresent()) {
      refusals.add(
          InterfaceCatalogue.MTU_IPV6,
          mtu,
          mtu.shown() + " bytes are too few for the IPv6 of " + applied.name() + ".",
          "MTU should be >= 1280 when IPv6 is enabled on interface "
              + applied.name()
              + ", but got mtu: "
              + mtu.shown());
    }
  }
}
