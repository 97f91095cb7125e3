package io.kubevirtnet.cni;

import io.kubevirtnet.link.InterfaceName;
import java.util.List;
import java.util.Set;

/** The plugin bridge of containernetworking/plugins. */
final class BridgePlugin {
  private static final String DEFAULT = "cni0";

  private static final List<String> FOR_ADDRESSES =
      List.of("isGateway", "isDefaultGateway", "forceAddress", "ipMasq", "enabledad");

  /** Of the cluster's own network. */
  private static final Set<String> CLUSTER = Set.of("br-ex", "br-int", DEFAULT);

  static final Plugin BRIDGE =
      Plugin.of(
              "bridge",
              "main.NetConf",
              Key.text("bridge"),
              Key.flag("isGateway"),
              Key.flag("isDefaultGateway"),
              Key.flag("forceAddress"),
              Key.flag("ipMasq"),
              Key.text("ipMasqBackend").since("1.6.0"),
              Key.number("mtu"),
              Key.flag("hairpinMode"),
              Key.flag("promiscMode"),
              Key.number("vlan"),
              Key.of(
                      "vlanTrunk",
                      new GoType.Listed(
                          "[]*main.VlanTrunk",
                          Struct.of(
                              "main.VlanTrunk",
                              Key.number("minID"),
                              Key.number("maxID"),
                              Key.number("id"))))
                  .since("1.3.0"),
              Key.flag("preserveDefaultVlan").since("1.3.0"),
              Key.flag("macspoofchk").since("1.1.0"),
              Key.flag("enabledad").since("1.1.0"),
              Key.flag("disableContainerInterface").since("1.4.1"),
              Key.flag("portIsolation").since("1.7.0"))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .rules(BridgePlugin::check);

  private BridgePlugin() {}

  private static void check(PluginConfig config) {
    name(config);
    vlan(config);
    Checks.mtu(config);
    forAddresses(config);
    config.at("vlanTrunk").items().forEach(t -> trunk(t, config));
    if (config.at("disableContainerInterface").isTrue() && !config.ipamType().isEmpty()) {
      config.refuse(
          PluginCatalogue.CONTRADICTION,
          config.at("disableContainerInterface"),
          "An interface that is left down gets no addresses.",
          "Take out ipam, or disableContainerInterface.",
          "cannot use IPAM when DisableContainerInterface flag is set");
    }
    if (config.at("hairpinMode").isTrue() && config.at("promiscMode").isTrue()) {
      config.refuse(
          PluginCatalogue.CONTRADICTION,
          config.at("hairpinMode"),
          "hairpinMode and promiscMode are both on.",
          "Switch one of them off.",
          "cannot set hairpin mode and promiscuous mode at the same time");
    }
  }

  private static void name(PluginConfig config) {
    var bridge = config.at("bridge");
    if (bridge.isOpen()) {
      return;
    }
    if (bridge.isSet() && bridge.isMissing()) {
      config.refuse(
          PluginCatalogue.LEFT_OUT,
          bridge,
          "The bridge has an empty name.",
          "failed to create bridge \"\": could not add \"\": LinkAttrs.Name cannot be empty");
      return;
    }
    if (bridge.text().flatMap(InterfaceName::problem).isPresent()) {
      impossible(bridge, config);
    }
    if (CLUSTER.contains(bridge.text().orElse(DEFAULT))) {
      config.advise(
          PluginCatalogue.CLUSTER_BRIDGE,
          bridge,
          bridge.isSet()
              ? bridge.shown() + " belongs to the cluster's own network."
              : "No bridge is named, which means "
                  + DEFAULT
                  + ", that of the cluster's own network.");
    }
  }

  /** The kernel refuses it, a name that is too long in other words. */
  private static void impossible(Place bridge, PluginConfig config) {
    boolean tooLong = bridge.textOrEmpty().length() > InterfaceName.MAX_BYTES;
    config.refuse(
        PluginCatalogue.INTERFACE_NAME,
        bridge,
        "\""
            + bridge.shown()
            + "\" "
            + InterfaceName.problem(bridge.textOrEmpty()).orElseThrow()
            + ".",
        "failed to create bridge "
            + Checks.quoted(bridge)
            + ": could not add "
            + Checks.quoted(bridge)
            + (tooLong ? ": numerical result out of range" : ": invalid argument"));
  }

  /** What is done for addresses needs an IPAM plugin that gives some. */
  private static void forAddresses(PluginConfig config) {
    if (config.ipamIsMissing()) {
      for (var key : FOR_ADDRESSES) {
        if (config.at(key).isTrue()) {
          Checks.noEffect(config, config.at(key), key, "ipam");
        }
      }
      return;
    }
    Checks.masquerade(config);
    defaultRoute(config);
    boolean gateway = config.at("isGateway").isTrue() || config.at("isDefaultGateway").isTrue();
    var vlan = config.at("vlan");
    var bridge = config.at("bridge");
    if (gateway && vlan.number().filter(v -> v > 0).isPresent()) {
      var name = bridge.text().orElse(DEFAULT) + "." + vlan.shown();
      if (name.length() > InterfaceName.MAX_BYTES && !bridge.isSecret()) {
        config.advise(
            PluginCatalogue.INTERFACE_NAME,
            bridge,
            "The gateway of VLAN "
                + vlan.shown()
                + " would be on "
                + name
                + ", a name that is too long.");
      }
    }
  }

  /** The plugin adds its own unless it sees one with a gateway. */
  private static void defaultRoute(PluginConfig config) {
    if (!config.at("isDefaultGateway").isTrue()) {
      return;
    }
    for (var route : config.at("ipam", "routes").items()) {
      var all =
          route
              .get("dst")
              .text()
              .flatMap(GoNetwork::parse)
              .filter(n -> n.length() == 0)
              .isPresent();
      if (all && route.get("gw").isMissing()) {
        config.advise(
            PluginCatalogue.DEFAULT_ROUTE,
            route.get("dst"),
            route.get("dst").shown()
                + " is the default route, which isDefaultGateway adds as well.");
      }
    }
  }

  private static void vlan(PluginConfig config) {
    var vlan = config.at("vlan");
    if (vlan.number().filter(v -> v < 0 || v > Checks.LAST_VLAN).isPresent()) {
      config.refuse(
          PluginCatalogue.VLAN,
          vlan,
          vlan.shown() + " is not a VLAN id.",
          "invalid VLAN ID " + vlan.shown() + " (must be between 0 and 4094)");
    }
  }

  private static void trunk(Place trunk, PluginConfig config) {
    var min = trunk.get("minID");
    var max = trunk.get("maxID");
    if (min.isSet() && max.isSet()) {
      range(min, max, config);
    } else if (min.isSet() || max.isSet()) {
      var missing = min.isSet() ? "maxID" : "minID";
      config.refuse(
          PluginCatalogue.TRUNK,
          trunk,
          missing + " is missing.",
          "minID and maxID should be configured simultaneously, " + missing + " is missing");
    }
    trunkTag(trunk.get("id"), "id", config);
  }

  private static void range(Place min, Place max, PluginConfig config) {
    if (trunkTag(min, "minID", config) && trunkTag(max, "maxID", config)) {
      min.number()
          .filter(m -> max.number().filter(n -> n < m).isPresent())
          .ifPresent(
              m ->
                  config.refuse(
                      PluginCatalogue.TRUNK,
                      min,
                      "The range " + min.shown() + " to " + max.shown() + " is empty.",
                      "minID is greater than maxID in trunk parameter"));
    }
  }

  private static boolean trunkTag(Place tag, String name, PluginConfig config) {
    boolean wrong = tag.number().filter(t -> t < 1 || t > Checks.LAST_VLAN).isPresent();
    if (wrong) {
      config.refuse(
          PluginCatalogue.TRUNK,
          tag,
          tag.shown() + " is not a VLAN id.",
          "incorrect trunk " + name + " parameter");
    }
    return !wrong;
  }
}
