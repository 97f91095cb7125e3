package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.List;
import java.util.Optional;

/** Addresses and how they are got. */
final class IpRules {
  private static final long DEFAULT_METRIC = -1;
  private static final long MAX_METRIC = 0xffffffffL;
  private static final List<Boolean> FAMILIES = List.of(false, true);

  private IpRules() {}

  static void checkWait(Iface iface, Refusals refusals) {
    var wait = iface.part("wait-ip");
    for (boolean v6 : FAMILIES) {
      var words = List.of(v6 ? "ipv6" : "ipv4", "ipv4+ipv6");
      boolean disabled = !iface.hasIp(v6) && !iface.ip(v6).get("enabled").isOpen();
      if (wait.text().filter(words::contains).isPresent() && disabled) {
        refusals.add(
            InterfaceCatalogue.IP_OPTIONS,
            wait,
            iface.name() + " would wait for an address that it does not get.",
            "Cannot set 'wait-ip: "
                + wait.shown()
                + "' with IPv"
                + (v6 ? "6" : "4")
                + " disabled. Interface: "
                + iface.name()
                + "("
                + iface.type()
                + ")");
      }
    }
  }

  static void check(Iface iface, Refusals refusals) {
    FAMILIES.forEach(v6 -> addresses(iface, v6, refusals));
    metrics(iface, refusals);
    token(iface, refusals);
  }

  private static void addresses(Iface iface, boolean v6, Refusals refusals) {
    var own = v6 ? "IPv6" : "IPv4";
    var other = v6 ? "IPv4" : "IPv6";
    int bits = v6 ? 128 : 32;
    for (var address : iface.ip(v6).get("address").items()) {
      var ip = address.get("ip").text().flatMap(IpLiteral::parse);
      var length = address.get("prefix-length");
      if (ip.filter(i -> i.isV6() != v6).isPresent()) {
        refusals.add(
            InterfaceCatalogue.IP_FAMILY,
            address.get("ip"),
            address.get("ip").shown() + " is no " + own + " address.",
            "Got "
                + other
                + " address "
                + words(address)
                + " in "
                + (v6 ? "ipv6" : "ipv4")
                + " config section");
      }
      if (length.number().filter(l -> l > bits).isPresent()) {
        refusals.add(
            InterfaceCatalogue.IP_FAMILY,
            length,
            length.shown() + " is no prefix length of " + own + ".",
            "Invalid "
                + own
                + " network prefix length '"
                + length.shown()
                + "', should be in the range of 0 to "
                + bits);
      }
    }
  }

  private static String words(Part address) {
    var text = address.get("ip").shown() + "/" + address.get("prefix-length").shown();
    return IpMerge.isDynamic(address)
        ? text
            + " valid_life_time "
            + address.get("valid-life-time").shown()
            + " preferred_lft "
            + address.get("preferred-life-time").text().orElse("forever")
        : text;
  }

  private static void metrics(Iface iface, Refusals refusals) {
    if (!iface.hasIp(false)) {
      return;
    }
    var prefix = iface.ip(false).get("prefix-route-metric");
    var auto = iface.ip(false).get("auto-route-metric");
    boolean dhcp = iface.ip(false).get("dhcp").isTrue();
    var autoMetric = dhcp ? auto.number() : Optional.<Long>empty();
    if (prefix.number().filter(m -> m != DEFAULT_METRIC).isPresent()
        && autoMetric.filter(m -> m != DEFAULT_METRIC).isPresent()
        && !autoMetric.equals(prefix.number())) {
      refusals.add(
          InterfaceCatalogue.IP_OPTIONS,
          auto,
          "The two metrics of " + iface.name() + " differ.",
          "NotSupportedError",
          "Different value of ipv4.auto-route-metric ("
              + auto.shown()
              + ") and ipv4.prefix-route-metric ("
              + prefix.shown()
              + ") are not supported yet by NetworkManager");
    }
    metric("prefix-route-metric", prefix, prefix.number(), refusals);
    metric("auto-route-metric", auto, autoMetric, refusals);
  }

  private static void metric(String name, Part place, Optional<Long> metric, Refusals refusals) {
    if (metric.filter(m -> m < DEFAULT_METRIC || m > MAX_METRIC).isPresent()) {
      refusals.add(
          InterfaceCatalogue.IP_OPTIONS,
          place,
          place.shown() + " is no metric of a route.",
          "Invalid value for ipv4."
              + name
              + ": "
              + place.shown()
              + ", should be in range of ["
              + DEFAULT_METRIC
              + ";"
              + MAX_METRIC
              + "]");
    }
  }

  private static void token(Iface iface, Refusals refusals) {
    var token = iface.ip(true).get("token");
    var text = token.text().orElse("");
    if (text.isEmpty()) {
      return;
    }
    boolean autoconfOff = iface.hasIp(true) && iface.ip(true).get("autoconf").isFalse();
    if (autoconfOff && !text.equals("::")) {
      refusals.add(
          InterfaceCatalogue.IP_OPTIONS,
          token,
          "A token is a part of the address that autoconf makes, and autoconf is off.",
          "Desired IPv6 token '"
              + token.shown()
              + "' cannot be applied with IPv6 autoconf disabled, you may remove IPv6 token by"
              + " setting as empty string or `::`");
    }
    var parsed = IpLiteral.parseV6(text);
    if (parsed.isEmpty()) {
      refusals.add(
          InterfaceCatalogue.IP_OPTIONS,
          token,
          token.shown() + " is no IPv6 address.",
          "Desired IPv6 token '"
              + token.shown()
              + "' is not a valid IPv6 address: invalid IPv6 address syntax");
    } else if (!parsed.get().startsWithZeros(64)) {
      refusals.add(
          InterfaceCatalogue.IP_OPTIONS,
          token,
          token.shown() + " has more than a host part.",
          "Desired IPv6 token should be lead by 64 bits 0. But got " + token.shown());
    }
  }
}
