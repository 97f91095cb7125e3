package io.kubevirtnet.cni;

import java.util.Set;

/** The plugin ovn-k8s-cni-overlay; its controller refuses what is wrong, not the plugin. */
final class OvnPlugin {
  static final String TYPE = "ovn-k8s-cni-overlay";
  private static final Struct VRF =
      Struct.of(
          "types.VRFConfig",
          Key.of("vni", GoType.Whole.of("int32", Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Key.text("routeTarget"),
          Key.number("vid"));

  static final Plugin OVN =
      Plugin.of(
              TYPE,
              "types.NetConf",
              Key.text("role"),
              Key.text("topology"),
              Key.text("netAttachDefName"),
              Key.number("mtu"),
              Key.text("subnets"),
              Key.text("excludeSubnets"),
              Key.text("reservedSubnets"),
              Key.text("infrastructureSubnets"),
              Key.text("joinSubnet"),
              Key.text("transitSubnet"),
              Key.text("defaultGatewayIPs"),
              Key.number("vlanID"),
              Key.flag("allowPersistentIPs"),
              Key.text("physicalNetworkName"),
              Key.text("transport"),
              Key.text("outboundSNAT"),
              Key.of(
                  "evpn",
                  Struct.of(
                      "types.EVPNConfig",
                      Key.text("vtep"),
                      Key.of("macVRF", VRF),
                      Key.of("ipVRF", VRF))),
              Key.text("uplink"),
              Key.text("deviceID"),
              Key.text("logFile"),
              Key.text("logLevel"),
              Key.number("logfile-maxsize"),
              Key.number("logfile-maxbackups"),
              Key.number("logfile-maxage"))
          .embedding("NetConf")
          .ipam(
              Ipam.refused(
                  "IPAM key is not supported. Use OVN-K provided IPAM via the `subnets` attribute"))
          .chain(Chain.alone("CNI plugin chaining is not supported"))
          .rules(OvnPlugin::check);

  static final String LAYER2 = "layer2";
  static final String LAYER3 = "layer3";
  static final String LOCALNET = "localnet";
  private static final Set<String> TOPOLOGIES = Set.of(LAYER2, LAYER3, LOCALNET);
  private static final Set<String> RESERVED_NAMES = Set.of("", "default", "ovn-kubernetes");

  private OvnPlugin() {}

  private static void check(PluginConfig config) {
    var topology = config.at("topology");
    if (topology.isOpen()) {
      return;
    }
    if (topology.isMissing()) {
      config.advise(OvnCatalogue.DEFAULT_NETWORK, topology, "There is no topology.");
      return;
    }
    names(config);
    if (!TOPOLOGIES.contains(topology.textOrEmpty())) {
      config.refuse(
          OvnCatalogue.TOPOLOGY,
          topology,
          "\"" + topology.shown() + "\" is no topology.",
          "invalid subnet configuration: error while parsing subnets: topology "
              + topology.shown()
              + " not supported");
      return;
    }
    new OvnTopologyRules(config, topology.textOrEmpty()).check();
    new OvnSubnetRules(config, topology.textOrEmpty(), nameOf(config).shown()).check();
  }

  private static void names(PluginConfig config) {
    var name = nameOf(config);
    if (!name.isOpen() && RESERVED_NAMES.contains(name.textOrEmpty())) {
      config.refuse(
          OvnCatalogue.RESERVED_NAME,
          name,
          name.isMissing()
              ? "The network has no name."
              : "The name " + name.shown() + " is taken by the cluster itself.",
          "invalid name in in secondary network netconf (" + name.shown() + ")");
    }
    var own = config.at("netAttachDefName");
    if (own.isMissing()) {
      config.refuse(
          OvnCatalogue.OWN_NAME,
          own,
          "There is no netAttachDefName.",
          "missing NADName in secondary network netconf " + name.shown());
      return;
    }
    var object = config.definition().name().known();
    var namespace = config.definition().namespace().known();
    if (own.isOpen() || object.isEmpty() || namespace.isEmpty()) {
      config.voice().report().notChecked(own.written(), "whether it names this definition");
      return;
    }
    if (!own.textOrEmpty().equals(namespace.get() + "/" + object.get())) {
      var expected =
          config.definition().namespace().shown() + "/" + config.definition().name().shown();
      config.refuse(
          OvnCatalogue.OWN_NAME,
          own,
          "\"" + own.shown() + "\" is not this definition.",
          "Set netAttachDefName to " + expected + ".",
          "net-attach-def name ("
              + expected
              + ") is inconsistent with config ("
              + own.shown()
              + ")");
    }
  }

  /** The controller reads the text of the definition, in which Multus fills in nothing. */
  private static Place nameOf(PluginConfig config) {
    return Place.of(config.definition().path(), config.definition().config()).get("name");
  }
}
