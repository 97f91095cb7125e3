package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses that can not work, and address settings without effect. */
final class IpAdvice {
  private static final int POINT_TO_POINT = 31;

  private final Advice advice;
  private final Map<String, String> addresses = new HashMap<>();

  private IpAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var ip = new IpAdvice(advice);
    for (var iface : advice.present()) {
      if (iface.isType(Iface.OVS_BRIDGE)) {
        continue;
      }
      for (boolean v6 : List.of(false, true)) {
        ip.enabled(iface, v6);
        if (iface.hasIp(v6)) {
          iface.ip(v6).get("address").items().forEach(a -> ip.address(a, iface, v6));
        }
      }
      ip.autoconf(iface);
    }
  }

  private void enabled(Iface iface, boolean v6) {
    var ip = iface.ip(v6);
    boolean mayBeOn =
        ip.get("enabled").isOpen()
            || iface.hasIp(v6)
            || !ip.get("enabled").isSet()
                && advice
                    .current
                    .map(c -> c.kernel.get(iface.name()))
                    .filter(c -> c.hasIp(v6))
                    .isPresent();
    boolean asks =
        ip.get("dhcp").isTrue()
            || ip.get("autoconf").isTrue()
            || !ip.get("address").items().isEmpty();
    if (!mayBeOn && asks) {
      advice.add(
          AddressCatalogue.NOT_ENABLED,
          ip,
          iface.name() + " gets no addresses, because enabled: true is missing.");
    }
  }

  /** Without the node nmstate says so itself. */
  private void autoconf(Iface iface) {
    var ip = iface.ip(true);
    if (advice.current.isPresent()
        && iface.hasIp(true)
        && ip.get("autoconf").isTrue()
        && ip.get("dhcp").isFalse()) {
      advice.add(
          AddressCatalogue.AUTOCONF,
          ip.get("autoconf"),
          iface.name() + " shall make its addresses without asking.");
    }
  }

  private void address(Part address, Iface iface, boolean v6) {
    var place = address.get("ip");
    var ip = place.text().flatMap(IpLiteral::parse);
    var length = address.get("prefix-length").number();
    if (ip.isEmpty()
        || length.isEmpty()
        || length.get() > ip.get().bits()
        || IpMerge.isDynamic(address)) {
      return;
    }
    if (!ip.get().isLinkLocal()) {
      var other = addresses.putIfAbsent(ip.get().toString(), iface.name());
      if (other != null) {
        advice.add(
            AddressCatalogue.SAME_ADDRESS, place, other + " has " + place.shown() + " already.");
      }
    }
    if (v6 || length.get() >= POINT_TO_POINT) {
      return;
    }
    var network = ip.get().network(length.get().intValue());
    if (network.equals(ip.get()) || lastOf(network, length.get().intValue()).equals(ip.get())) {
      advice.add(
          AddressCatalogue.NETWORK_ADDRESS,
          place,
          place.shown()
              + " is the first or the last address of "
              + network
              + "/"
              + length.get()
              + ".");
    }
  }

  private static IpLiteral lastOf(IpLiteral network, int length) {
    var host = BigInteger.ONE.shiftLeft(network.bits() - length).subtract(BigInteger.ONE);
    return new IpLiteral(network.value().or(host), network.bits());
  }
}
