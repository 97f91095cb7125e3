package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import java.util.Optional;
import java.util.stream.Stream;

/** The less common types: VRF, MACVLAN and its kin, MACsec, HSR, tunnels, loopback. */
final class SpecialRules {
  private static final long MAX_FLOW_LABEL = 0xfffff;
  private static final int CAK_LENGTH = 32;
  private static final int MAX_CKN_LENGTH = 64;

  private SpecialRules() {}

  static void checkVrf(MergedIface iface, Refusals refusals) {
    if (iface.merged.isAbsent() || iface.applied.filter(i -> i.isType(Iface.VRF)).isEmpty()) {
      return;
    }
    var table = iface.applied.get().part("vrf", "route-table-id");
    boolean none = !table.isOpen() && table.number().orElse(0L) == 0;
    boolean hadOne =
        iface
            .current
            .filter(c -> c.isType(Iface.VRF))
            .filter(c -> c.part("vrf", "route-table-id").isSet())
            .isPresent();
    if (none && !hadOne) {
      refusals.missing(
          LinkCatalogue.VRF_TABLE,
          table.isSet() ? table : iface.applied.get().part("name"),
          iface.name() + " has no routing table.",
          "Route table ID undefined or 0 is not allowed for new VRF interface " + iface.name());
    }
  }

  /** The ports of a ring have no addresses. */
  static void settleHsr(MergedIface iface) {
    boolean port =
        iface
            .applied
            .filter(i -> i.isUp() && i.controllerType().equals(Optional.of(Iface.HSR)))
            .isPresent();
    if (port) {
      var none = Tree.of("enabled", false);
      iface.applied = iface.applied.map(i -> i.with(none, "ipv4").with(none, "ipv6"));
    }
  }

  static void checkLoopback(MergedIface iface, Refusals refusals) {
    var applied = iface.applied.filter(i -> i.isType(Iface.LOOPBACK));
    if (refusals.alone() || applied.isEmpty()) {
      return;
    }
    boolean offNow =
        iface.current.filter(c -> c.isType(Iface.LOOPBACK)).filter(c -> isOff(c, true)).isPresent();
    if (isOff(applied.get(), true) && !offNow) {
      loopback(applied.get(), true, "IPv6 disabled", refusals);
    }
  }

  static void check(Iface iface, Refusals refusals) {
    switch (iface.type()) {
      case Iface.LOOPBACK -> {
        if (isOff(iface, false)) {
          loopback(iface, false, "IPv4 disabled", refusals);
        }
        if (IpMerge.isAuto(iface, false)) {
          loopback(iface, false, "IPv4 DHCP enabled", refusals);
        }
        if (IpMerge.isAuto(iface, true)) {
          loopback(iface, true, "IPv6 autoconf/DHCPv6 enabled", refusals);
        }
      }
      case "mac-vlan", "mac-vtap" -> promiscuous(iface, refusals);
      case "ipvlan" -> {
        if (Stream.of("private", "vepa").allMatch(f -> iface.part("ipvlan", f).isTrue())) {
          refuse(
              iface.part("ipvlan", "vepa"),
              "private and vepa exclude each other.",
              "Both private and VEPA flags cannot be enabled at the same time",
              refusals);
        }
      }
      case "ip-tunnel" -> {
        var label = iface.part("ip-tunnel", "flow-label");
        if (label.number().filter(l -> l > MAX_FLOW_LABEL).isPresent()) {
          refuse(
              label,
              label.shown() + " has more than 20 bits.",
              "Flow label must be less than 0xFFFFF",
              refusals);
        }
      }
      case "macsec" -> macsec(iface, refusals);
      case Iface.HSR -> {
        if (iface.part("hsr", "interlink").isSet() && iface.part("hsr", "protocol").is("prp")) {
          refuse(
              iface.part("hsr", "interlink"),
              "PRP has no interlink.",
              "The interlink property is not supported on PRP interface " + iface.name(),
              refusals);
        }
      }
      default -> {}
    }
  }

  private static void promiscuous(Iface iface, Refusals refusals) {
    var mode = iface.part(iface.type(), "mode");
    if (iface.part(iface.type(), "promiscuous").isFalse()
        && mode.isSet()
        && !mode.isOpen()
        && !mode.is("passthru")) {
      refuse(
          iface.part(iface.type(), "promiscuous"),
          "Only passthru goes without it.",
          "Disable accept-all-mac-addresses(promiscuous) is only allowed on passthru mode",
          refusals);
    }
  }

  private static void macsec(Iface iface, Refusals refusals) {
    var cak = iface.part("macsec", "mka-cak");
    var ckn = iface.part("macsec", "mka-ckn");
    if (cak.isSet() != ckn.isSet()) {
      refuse(
          iface.part("macsec"),
          "mka-cak and mka-ckn go together.",
          "The mka_cak and mka_cnk must be all missing or present.",
          refusals);
    }
    if (cak.text().filter(k -> k.length() != CAK_LENGTH).isPresent()) {
      refuse(
          cak,
          "The key has not 32 characters.",
          "The mka_cak must be a string of 32 characters",
          refusals);
    }
    if (ckn.text().filter(SpecialRules::isNoKeyName).isPresent()) {
      refuse(
          ckn,
          "The name of the key has not 2 to 64 characters, in pairs.",
          "The mka_ckn must be a string of even size between 2 and 64 characters",
          refusals);
    }
  }

  private static boolean isNoKeyName(String name) {
    return name.length() < 2 || name.length() > MAX_CKN_LENGTH || name.length() % 2 == 1;
  }

  private static boolean isOff(Iface iface, boolean v6) {
    return iface.ip(v6).isObject() && !iface.ip(v6).get("enabled").isOpen() && !iface.hasIp(v6);
  }

  private static void loopback(Iface iface, boolean v6, String words, Refusals refusals) {
    refuse(
        iface.ip(v6),
        "Loopback keeps its addresses.",
        "Loopback interface cannot have " + words,
        refusals);
  }

  private static void refuse(Part place, String what, String message, Refusals refusals) {
    refusals.add(LinkCatalogue.SPECIAL, place, what, message);
  }
}
