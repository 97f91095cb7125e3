package io.kubevirtnet.cni;

import java.util.List;
import java.util.Set;

/** Which keys of OVN-Kubernetes go with a topology, and which values they take. */
record OvnTopologyRules(PluginConfig config, String topology) {
  private static final Set<String> ROLES = Set.of("", "primary", "secondary");
  private static final String NO_OVERLAY = "no-overlay";
  private static final Set<String> TRANSPORTS = Set.of("", NO_OVERLAY, "evpn");
  private static final Set<String> SWITCH = Set.of("enabled", "disabled");
  private static final int LAST_VLAN = 4094;
  private static final int LONGEST_NETWORK = 253;

  void check() {
    role();
    transport();
    persistence();
    if (isLocalnet()) {
      localnet();
    } else {
      noEffect("vlanID", "Only localnet has a VLAN");
      noEffect("physicalNetworkName", "Only localnet has a physical network");
    }
    if (!topology.equals(OvnPlugin.LAYER2)) {
      layer2Only();
      noEffect("transitSubnet", "Only layer2 has a transit subnet of its own");
    }
    if (topology.equals(OvnPlugin.LAYER3)) {
      noEffect("excludeSubnets", "layer3 leaves no addresses out");
    }
    var uplink = config.at("uplink");
    if (!uplink.isMissing()) {
      config
          .voice()
          .report()
          .notChecked(uplink.written(), "needs the shared gateway mode of OVN-Kubernetes");
    }
  }

  private boolean isLocalnet() {
    return topology.equals(OvnPlugin.LOCALNET);
  }

  private void role() {
    var role = config.at("role");
    if (role.isMissing()) {
      return;
    }
    if (isLocalnet() && role.text().filter(r -> !r.equals("secondary")).isPresent()) {
      config.refuse(
          OvnCatalogue.ROLE,
          role,
          "A localnet network can not be \"" + role.shown() + "\".",
          "Take role out.",
          "unexpected network field \"role\" "
              + role.shown()
              + " for \"localnet\" topology, localnet topology does not allow network roles to be set since its always a secondary network");
    } else if (role.text().filter(r -> !ROLES.contains(r)).isPresent()) {
      config.refuse(
          OvnCatalogue.ROLE,
          role,
          "\"" + role.shown() + "\" is no role.",
          "invalid network role value " + role.shown());
    } else if (topology.equals(OvnPlugin.LAYER2)
        && role.textOrEmpty().equals("primary")
        && config.at("subnets").isMissing()) {
      config.refuse(
          OvnCatalogue.ROLE,
          role,
          "A primary network gives addresses, and there are no subnets.",
          "Add subnets.",
          "the subnet attribute must be defined for layer2 primary user defined networks");
    }
  }

  private void transport() {
    var transport = config.at("transport");
    if (transport.text().filter(t -> !TRANSPORTS.contains(t)).isPresent()) {
      config.refuse(
          OvnCatalogue.TRANSPORT,
          transport,
          "\"" + transport.shown() + "\" is no transport.",
          "invalid transport \""
              + transport.shown()
              + "\": must be one of [\"no-overlay\" \"evpn\"]");
    }
    var snat = config.at("outboundSNAT");
    if (snat.isMissing() || snat.isOpen() || transport.isOpen()) {
      return;
    }
    if (!transport.textOrEmpty().equals(NO_OVERLAY)) {
      config.refuse(
          OvnCatalogue.TRANSPORT,
          snat,
          "There is an outboundSNAT for another transport.",
          "outboundSNAT is only valid when transport is \"no-overlay\"");
    } else if (!SWITCH.contains(snat.textOrEmpty())) {
      config.refuse(
          OvnCatalogue.TRANSPORT,
          snat,
          "\"" + snat.shown() + "\" is neither enabled nor disabled.",
          "invalid outboundSNAT \""
              + snat.shown()
              + "\": must be one of [\"enabled\" \"disabled\"]");
    }
  }

  private void persistence() {
    var persistent = config.at("allowPersistentIPs");
    if (!persistent.isTrue()) {
      return;
    }
    if (topology.equals(OvnPlugin.LAYER3)) {
      config.refuse(
          OvnCatalogue.PERSISTENT,
          persistent,
          "Each node has addresses of its own in layer3.",
          "layer3 topology does not allow persistent IPs");
    } else if (config.at("subnets").isMissing()) {
      config.advise(
          OvnCatalogue.NOTHING_PERSISTENT,
          persistent,
          "Without subnets there are no addresses to keep.");
    } else {
      config
          .voice()
          .report()
          .notChecked(persistent.written(), "needs the kubevirt-ipam-controller in the cluster");
    }
  }

  private void localnet() {
    var vlan = config.at("vlanID");
    if (vlan.number().filter(v -> v < 0 || v > LAST_VLAN).isPresent()) {
      config.advise(OvnCatalogue.VLAN, vlan, vlan.shown() + " is not a VLAN id.");
    }
    var join = config.at("joinSubnet");
    if (!join.isMissing() && !join.isOpen()) {
      config.refuse(
          OvnCatalogue.NOT_IN_TOPOLOGY,
          join,
          "There is a joinSubnet, and no services that would need it.",
          "localnet topology does not allow specifying join-subnet as services are not supported");
    }
    var physical = config.at("physicalNetworkName");
    if (physical.text().filter(OvnTopologyRules::isNoMapping).isPresent()) {
      config.advise(
          OvnCatalogue.MAPPING,
          physical,
          "\"" + physical.shown() + "\" can not be the name of a mapping.");
    }
  }

  private static boolean isNoMapping(String name) {
    return name.indexOf(',') >= 0 || name.indexOf(':') >= 0 || name.length() > LONGEST_NETWORK;
  }

  private void layer2Only() {
    for (var key : List.of("infrastructureSubnets", "reservedSubnets", "defaultGatewayIPs")) {
      var at = config.at(key);
      if (!at.isMissing() && !at.isOpen()) {
        config.refuse(
            OvnCatalogue.NOT_IN_TOPOLOGY,
            at,
            key + " is for layer2.",
            key + " is only supported for layer2 topology");
      }
    }
  }

  private void noEffect(String key, String why) {
    var at = config.at(key);
    if (at.isSet() && !at.isOpen() && !isZero(at)) {
      config.advise(DeviceCatalogue.NO_EFFECT, at, why + ".");
    }
  }

  private static boolean isZero(Place at) {
    return at.number().map(n -> n == 0).orElseGet(at::isMissing);
  }
}
