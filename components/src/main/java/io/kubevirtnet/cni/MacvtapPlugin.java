package io.kubevirtnet.cni;

/** The plugin macvtap of macvtap-cni; it is built on a libcni that ends at 0.4.0. */
final class MacvtapPlugin {
  static final Plugin MACVTAP =
      Plugin.of(
              "macvtap",
              "cni.NetConf",
              Key.text("deviceID"),
              Key.number("mtu"),
              Key.flag("promiscMode"),
              Key.number("owner"),
              Key.number("group"))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .versions(CniVersions.upTo("0.4.0"))
          .ipam(Ipam.IGNORED)
          .rules(config -> DeviceRules.required(config, "deviceID is required"));

  private MacvtapPlugin() {}
}
