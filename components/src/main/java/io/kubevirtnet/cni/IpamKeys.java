package io.kubevirtnet.cni;

/** What several IPAM plugins read alike. */
final class IpamKeys {
  private static final Struct ROUTE =
      Struct.selfReading(
          "types.route",
          Key.of("dst", GoAddress.CIDR),
          Key.of("gw", GoAddress.IP),
          Key.number("mtu").since("1.5.0"),
          Key.number("advmss").since("1.5.0"),
          Key.number("priority").since("1.5.0"),
          Key.number("table").since("1.5.0"),
          Key.number("scope").since("1.5.0"));

  static final Key ROUTES = Key.of("routes", new GoType.Listed("[]*types.Route", ROUTE));

  private IpamKeys() {}

  /** One address per family is all that a result before 0.3.0 has. */
  static void oneOfAFamily(PluginConfig config, Place at, long v4, long v6) {
    boolean old = config.version().filter(NetworkRules::isBeforeInterfaces).isPresent();
    if (old && (v4 > 1 || v6 > 1)) {
      config.refuse(
          PluginCatalogue.ADDRESSES_OF_OLD,
          at,
          "There is more than one address of a family.",
          "CNI version "
              + config.version().orElseThrow()
              + " does not support more than 1 address per family");
    }
  }
}
