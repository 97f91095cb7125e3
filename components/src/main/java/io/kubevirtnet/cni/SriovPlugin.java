package io.kubevirtnet.cni;

import java.util.Locale;
import java.util.Set;

/** The plugins sriov and ib-sriov. */
final class SriovPlugin {
  private static final int LAST_VLAN = 4094;
  private static final int LAST_PRIORITY = 7;
  private static final Set<String> LINK_STATES = Set.of("auto", "enable", "disable");
  private static final Set<String> LOG_LEVELS =
      Set.of("panic", "error", "warning", "info", "debug");
  private static final String OUTER = "802.1ad";

  static final Plugin SRIOV =
      Plugin.of(
              "sriov",
              "types.NetConf",
              inEmbedded(Key.text("mac")),
              inEmbedded(Key.number("mtu")),
              inEmbedded(Key.number("vlan")),
              inEmbedded(Key.number("vlanQoS")),
              inEmbedded(Key.text("vlanProto")),
              inEmbedded(Key.text("deviceID")),
              inEmbedded(Key.number("min_tx_rate")),
              inEmbedded(Key.number("max_tx_rate")),
              inEmbedded(Key.text("spoofchk")),
              inEmbedded(Key.text("trust")),
              inEmbedded(Key.text("link_state")),
              inEmbedded(Key.text("logLevel")),
              inEmbedded(Key.text("logFile")))
          .embedding("NetConf")
          .reading("SetLogging(): failed to load netconf: ")
          .rules(SriovPlugin::check);

  static final Plugin IB_SRIOV =
      Plugin.of(
              "ib-sriov",
              "types.NetConf",
              Key.text("deviceID").in("IbSriovNetConf"),
              Key.text("pkey").in("IbSriovNetConf"),
              Key.text("link_state").in("IbSriovNetConf"),
              Key.flag("rdmaIsolation").in("IbSriovNetConf"),
              Key.flag("ibKubernetesEnabled").in("IbSriovNetConf"),
              Key.flag("vfioPciMode").in("IbSriovNetConf"))
          .embedding("PluginConf")
          .reading("infiniBand SRI-OV CNI failed to load netconf: failed to load netconf: ")
          .rules(SriovPlugin::checkInfiniband);

  private SriovPlugin() {}

  private static Key inEmbedded(Key key) {
    return key.in("SriovNetConf");
  }

  private static void check(PluginConfig config) {
    DeviceRules.required(config, "LoadConf(): VF pci addr is required");
    vlan(config);
    linkState(config, "LoadConf(): ");
    onOrOff(config.at("spoofchk"), config);
    onOrOff(config.at("trust"), config);
    rates(config);
    var level = config.at("logLevel");
    if (level.text().filter(l -> !l.isEmpty() && !LOG_LEVELS.contains(l)).isPresent()) {
      config.advise(
          DeviceCatalogue.NO_EFFECT,
          level,
          "\"" + level.shown() + "\" is no log level.",
          "Write panic, error, warning, info or debug.");
    }
    if (config.at("mtu").isSet()) {
      config.advise(
          DeviceCatalogue.NO_EFFECT,
          config.at("mtu"),
          "The interface keeps the MTU that its port gives it.",
          "Take mtu out, and set it in the SriovNetworkNodePolicy.");
    }
  }

  private static void vlan(PluginConfig config) {
    var vlan = config.at("vlan");
    var priority = config.at("vlanQoS");
    var protocol = config.at("vlanProto");
    if (!vlan.isSet()) {
      needsVlan(priority, "vlan QoS", config);
      needsVlan(protocol, "vlan proto", config);
      return;
    }
    if (vlan.isOpen()) {
      return;
    }
    if (vlan.number().filter(v -> v < 0 || v > LAST_VLAN).isPresent()) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          vlan,
          vlan.shown() + " is not a VLAN id.",
          "LoadConf(): vlan id " + vlan.shown() + " invalid: value must be in the range 0-4094");
    }
    boolean untagged = vlan.number().filter(v -> v == 0).isPresent();
    priority(priority, untagged, config);
    protocol(protocol, untagged, config);
  }

  private static void needsVlan(Place at, String name, PluginConfig config) {
    if (at.isSet()) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          at,
          "There is no vlan that it is for.",
          "LoadConf(): vlan id must be configured to set " + name + " to a non-nil value");
    }
  }

  private static void priority(Place priority, boolean untagged, PluginConfig config) {
    long value = priority.number().orElse(0L);
    if (value < 0 || value > LAST_PRIORITY) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          priority,
          priority.shown() + " is not a priority.",
          "LoadConf(): vlan QoS PCP "
              + priority.shown()
              + " invalid: value must be in the range 0-7");
    } else if (value != 0 && untagged) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          priority,
          "VLAN 0 has no priority.",
          "LoadConf(): non-zero vlan id must be configured to set vlan QoS to a non-zero value");
    }
  }

  private static void protocol(Place protocol, boolean untagged, PluginConfig config) {
    if (protocol.text().isEmpty()) {
      return;
    }
    var name = protocol.textOrEmpty().toLowerCase(Locale.ROOT);
    if (!name.equals(OUTER) && !name.equals("802.1q")) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          protocol,
          "\"" + protocol.shown() + "\" is no kind of VLAN.",
          "LoadConf(): vlan Proto "
              + (protocol.isSecret() ? protocol.shown() : name)
              + " invalid: value must be '802.1Q' or '802.1ad'");
    } else if (name.equals(OUTER) && untagged) {
      config.refuse(
          DeviceCatalogue.SRIOV_VLAN,
          protocol,
          "VLAN 0 has no outer tag.",
          "LoadConf(): non-zero vlan id must be configured to set vlan proto 802.1ad");
    }
  }

  private static void linkState(PluginConfig config, String before) {
    var state = config.at("link_state");
    if (state.text().filter(s -> !s.isEmpty() && !LINK_STATES.contains(s)).isPresent()) {
      config.refuse(
          DeviceCatalogue.LINK_STATE,
          state,
          "\"" + state.shown() + "\" is no state of a link.",
          before + "invalid link_state value: " + state.shown());
    }
  }

  private static void onOrOff(Place at, PluginConfig config) {
    if (at.text().filter(t -> !t.isEmpty() && !t.equals("on") && !t.equals("off")).isPresent()) {
      config.advise(
          DeviceCatalogue.NEITHER_ON_NOR_OFF, at, "\"" + at.shown() + "\" counts as off.");
    }
  }

  private static void rates(PluginConfig config) {
    var min = config.at("min_tx_rate");
    var max = config.at("max_tx_rate");
    boolean negative = isNegative(min, config) | isNegative(max, config);
    if (!negative && max.number().filter(m -> m != 0 && m < min.number().orElse(0L)).isPresent()) {
      config.advise(
          DeviceCatalogue.TX_RATE,
          min,
          "The minimum of " + min.shown() + " is above the maximum of " + max.shown() + ".");
    }
  }

  private static boolean isNegative(Place rate, PluginConfig config) {
    boolean negative = rate.number().filter(r -> r < 0).isPresent();
    if (negative) {
      config.advise(DeviceCatalogue.TX_RATE, rate, rate.shown() + " is no rate.");
    }
    return negative;
  }

  private static void checkInfiniband(PluginConfig config) {
    DeviceRules.required(config, "deviceID is required");
    linkState(config, "infiniBand SRI-OV CNI failed to load netconf: ");
    if (config.ipamType().equals("dhcp")
        && !config.at("vfioPciMode").isTrue()
        && !config.at("vfioPciMode").isOpen()) {
      config.refuse(
          DeviceCatalogue.NO_DHCP,
          config.at("ipam", "type"),
          "An InfiniBand port can not ask a DHCP server.",
          "ipam type dhcp is not supported");
    }
  }
}
