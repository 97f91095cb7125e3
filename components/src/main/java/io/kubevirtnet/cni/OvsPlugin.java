package io.kubevirtnet.cni;

/** The plugin ovs of ovs-cni. */
final class OvsPlugin {
  /** Where the plugin itself draws the line. */
  private static final int LAST_OF_RANGE = 4096;

  private static final int LAST_VLAN = 4094;
  private static final int LAST_PORT = 65279;

  static final Plugin OVS =
      Plugin.of(
              "ovs",
              "types.NetConf",
              Key.text("bridge"),
              Key.of("vlan", GoType.UINT),
              Key.number("mtu"),
              Key.of(
                  "trunk",
                  new GoType.Listed(
                      "[]*types.Trunk",
                      Struct.of(
                          "types.Trunk",
                          Key.of("minID", GoType.UINT),
                          Key.of("maxID", GoType.UINT),
                          Key.of("id", GoType.UINT)))),
              Key.text("deviceID"),
              Key.of("ofport_request", GoType.UINT),
              Key.text("interface_type"),
              Key.text("configuration_path"),
              Key.text("socket_file"),
              Key.number("link_state_check_retries"),
              Key.number("link_state_check_interval"))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .rules(OvsPlugin::check);

  private OvsPlugin() {}

  private static void check(PluginConfig config) {
    bridge(config);
    inRange(config, "vlan", LAST_VLAN, "VLAN id");
    inRange(config, "ofport_request", LAST_PORT, "number of an OpenFlow port");
    trunk(config);
  }

  /** A configuration file on the nodes may name it, too. */
  private static void bridge(PluginConfig config) {
    if (!config.at("bridge").isMissing()
        || !config.at("deviceID").isMissing()
        || DeviceRules.hasResource(config)) {
      return;
    }
    if (config.at("configuration_path").isMissing()) {
      config.refuse(
          DeviceCatalogue.OVS_BRIDGE,
          config.at("bridge"),
          "There is no bridge.",
          "failed to get bridge name");
    } else {
      config.voice().report().notChecked(config.at("bridge").written(), "a file on the nodes");
    }
  }

  private static void inRange(PluginConfig config, String key, int last, String what) {
    var at = config.at(key);
    if (at.number().filter(n -> n < 1 || n > last).isPresent()) {
      config.advise(DeviceCatalogue.OVS_RANGE, at, at.shown() + " is not a " + what + ".");
    }
  }

  private static void trunk(PluginConfig config) {
    var trunk = config.at("trunk");
    var entries = trunk.items();
    if (entries.isEmpty()) {
      return;
    }
    if (config.at("vlan").isSet()) {
      config.advise(
          DeviceCatalogue.TRUNK_WINS, config.at("vlan"), "There is a vlan beside the trunk.");
    }
    boolean named = false;
    for (var entry : entries) {
      named |= entry(entry, config);
    }
    if (!named) {
      config.refuse(
          DeviceCatalogue.OVS_TRUNK,
          trunk,
          "The trunk has no VLAN in it.",
          "trunk parameter is misconfigured");
    }
  }

  /** Whether the entry stands for some VLAN, or is wrong and has been spoken of. */
  private static boolean entry(Place entry, PluginConfig config) {
    var min = entry.get("minID");
    var max = entry.get("maxID");
    var id = entry.get("id");
    if (entry.isOpen() || min.isOpen() || max.isOpen() || id.isOpen()) {
      return true;
    }
    boolean wrong = isWrong(min, "minID", config) | isWrong(max, "maxID", config);
    if (!wrong && max.number().filter(m -> m < min.number().orElse(0L)).isPresent()) {
      config.refuse(
          DeviceCatalogue.OVS_TRUNK,
          min,
          "The range " + min.shown() + " to " + max.shown() + " is empty.",
          "minID is greater than maxID in trunk parameter");
      wrong = true;
    }
    if (!wrong) {
      inRange(min, config);
      inRange(max, config);
    }
    inRange(id, config);
    return wrong
        || id.number().isPresent()
        || min.number().orElse(0L) > 0 && max.number().orElse(0L) > 0;
  }

  private static void inRange(Place tag, PluginConfig config) {
    if (tag.number().filter(t -> t > LAST_VLAN).isPresent()) {
      config.advise(DeviceCatalogue.OVS_RANGE, tag, tag.shown() + " is not a VLAN id.");
    }
  }

  private static boolean isWrong(Place tag, String name, PluginConfig config) {
    boolean wrong = tag.number().filter(t -> t > LAST_OF_RANGE).isPresent();
    if (wrong) {
      config.refuse(
          DeviceCatalogue.OVS_TRUNK,
          tag,
          tag.shown() + " is not a VLAN id.",
          "incorrect trunk " + name + " parameter");
    }
    return wrong;
  }
}
