package io.kubevirtnet.cni;

import java.util.List;

/** The IPAM plugin static of containernetworking/plugins. */
final class StaticIpam {
  /** The plugin's own field Address is open to its reader, and nothing can be written there. */
  private static final Struct ADDRESS =
      Struct.of(
          "main.Address",
          Key.text("address"),
          Key.of("gateway", GoAddress.IP),
          Key.of("Address", new GoType.Single("net.IPNet", Void.class)));

  static final Plugin STATIC =
      Plugin.ofIpam(
              "static",
              "main.IPAMConfig",
              Key.of("addresses", new GoType.Listed("[]main.Address", ADDRESS)),
              IpamKeys.ROUTES,
              Key.of("dns", CommonKeys.DNS))
          .rules(StaticIpam::check);

  private StaticIpam() {}

  private static void check(PluginConfig config) {
    var addresses = config.at("addresses").items();
    addresses.forEach(a -> address(a, config));
    var read =
        addresses.stream()
            .flatMap(a -> a.get("address").text().flatMap(GoNetwork::parse).stream())
            .toList();
    long v4 = read.stream().filter(n -> n.ip().isV4()).count();
    IpamKeys.oneOfAFamily(config, config.at("addresses"), v4, read.size() - v4);
    if (addresses.isEmpty() && !config.at("addresses").isOpen()) {
      none(config);
    }
  }

  private static void address(Place entry, PluginConfig config) {
    var address = entry.get("address");
    if (entry.isOpen() || address.isOpen()) {
      return;
    }
    var network = address.text().flatMap(GoNetwork::parse);
    if (network.isEmpty()) {
      config.refuse(
          PluginCatalogue.ADDRESS,
          address.isSet() ? address : entry,
          "\"" + address.shown() + "\" is no address with the length of its network.",
          "Write it like 10.0.0.5/24.",
          "the 'address' field is expected to be in CIDR notation, got: '" + address.shown() + "'");
      return;
    }
    var gateway = entry.get("gateway");
    if (gateway.text().flatMap(GoIp::parse).filter(g -> !network.get().contains(g)).isPresent()) {
      config.advise(
          PluginCatalogue.GATEWAY,
          gateway,
          gateway.shown() + " is not in " + address.shown() + ".");
    }
  }

  /** A pod may bring its own, when the plugin may take them. */
  private static void none(PluginConfig config) {
    var main = config.main().orElseThrow();
    var capability = main.at("capabilities", "ips");
    boolean brought =
        capability.isTrue() || capability.isOpen() || main.at("args", "cni").get("ips").isSet();
    if (!brought
        && Plugins.main(main.plugin().type()).isPresent()
        && List.of(Ipam.Need.ALLOWED, Ipam.Need.REQUIRED).contains(main.plugin().ipam().need())) {
      main.refuse(
          PluginCatalogue.LEFT_OUT,
          config.place(),
          "static has no address to give.",
          "Set addresses, or the capability ips and let pods bring theirs.",
          "IPAM plugin returned missing IP config");
    }
  }
}
