package io.kubevirtnet.cni;

import io.kubevirtnet.value.Value;

/** The plugin kube-ovn, which makes interfaces and gives addresses to those of others. */
final class KubeOvnPlugin {
  private static final String TYPE = "kube-ovn";
  private static final Key ROUTES =
      Key.of(
          "routes",
          new GoType.Listed(
              "[]request.Route", Struct.of("request.Route", Key.text("dst"), Key.text("gw"))));

  static final Plugin MAIN =
      Plugin.of(
              TYPE,
              "netconf.NetConf",
              Key.text("server_socket"),
              Key.text("provider"),
              ROUTES,
              Key.text("deviceID"),
              Key.text("vf_driver"),
              Key.text("vhost_user_socket_volume_name"),
              Key.text("vhost_user_socket_name"),
              Key.text("vhost_user_socket_consumption"))
          .embedding("NetConf")
          .reading("failed to load netconf; ")
          .ipam(Ipam.IGNORED)
          .rules(config -> check(config, ".ovn"));

  static final Plugin IPAM =
      Plugin.ofIpam(
              TYPE, "netconf.IPAMConf", Key.text("server_socket"), Key.text("provider"), ROUTES)
          .reading("failed to load netconf; ")
          .rules(config -> check(config, ""));

  private KubeOvnPlugin() {}

  private static void check(PluginConfig config, String end) {
    if (config.at("server_socket").isMissing()) {
      config.refuse(
          DeviceCatalogue.SOCKET,
          config.at("server_socket"),
          "There is no server_socket.",
          "Invalid Configuration; server_socket is required in cni.conf");
    }
    var provider = config.at("provider");
    var name = config.definition().name();
    var namespace = config.definition().namespace();
    if (provider.isOpen() || !isKnown(name) || !isKnown(namespace)) {
      config.voice().report().notChecked(provider.written(), "whether it names this definition");
      return;
    }
    var expected = name.known().orElse("") + "." + namespace.known().orElse("") + end;
    if (!provider.textOrEmpty().equals(expected)) {
      config.advise(
          DeviceCatalogue.PROVIDER,
          provider,
          provider.isSet()
              ? "\"" + provider.shown() + "\" is not the provider of this definition."
              : "There is no provider.",
          "Set provider to " + name.shown() + "." + namespace.shown() + end + ".");
    }
  }

  private static boolean isKnown(Value<String> value) {
    return value.known().isPresent();
  }
}
