package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;

/** Gateways that their interface can not reach. */
final class GatewayAdvice {
  private final Advice advice;

  private GatewayAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var gateways = new GatewayAdvice(advice);
    advice.state.get("routes", "config").items().stream()
        .filter(r -> r.isObject() && !r.get("state").isSet())
        .forEach(gateways::route);
  }

  private void route(Part route) {
    var place = route.get("next-hop-address");
    var gateway = place.text().flatMap(IpLiteral::parse);
    var via = route.get("next-hop-interface").text().flatMap(advice::find);
    if (gateway.isEmpty()
        || via.isEmpty()
        || gateway.get().isLinkLocal()
        || isUnspecified(gateway.get())) {
      return;
    }
    boolean v6 = gateway.get().isV6();
    var iface = via.get();
    var addresses = iface.ip(v6).get("address");
    boolean unsure =
        !iface.hasIp(v6)
            || IpMerge.isAuto(iface, v6)
            || addresses.isOpen()
            || addresses.items().isEmpty()
            || addresses.items().stream()
                .anyMatch(a -> a.get("ip").isOpen() || a.get("prefix-length").isOpen());
    if (!unsure && addresses.items().stream().noneMatch(a -> reaches(a, gateway.get()))) {
      advice.add(
          AddressCatalogue.GATEWAY,
          place,
          iface.name() + " has no network with " + place.shown() + ".");
    }
  }

  private static boolean isUnspecified(IpLiteral address) {
    return address.value().signum() == 0;
  }

  private static boolean reaches(Part address, IpLiteral gateway) {
    var ip = address.get("ip").text().flatMap(IpLiteral::parse);
    var length = address.get("prefix-length").number();
    return ip.filter(i -> i.bits() == gateway.bits())
        .flatMap(i -> length.map(Long::intValue).map(l -> i.network(l).equals(gateway.network(l))))
        .orElse(false);
  }
}
