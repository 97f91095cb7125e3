package io.kubevirtnet.cni;

import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The plugins of containernetworking/plugins that change what another one has made. */
final class MetaPlugins {
  /** In bits; tc counts bytes in 32 bits. */
  private static final long MAX_BURST = 8 * 0xffffffffL;

  /** The plugin looks for keys that stand there twice before it reads the rest. */
  private static final GoType SYSCTLS =
      new GoType.ReadBefore(
          new GoField("sysctlCheck", "sysctl"),
          new GoType.Mapped("map[main.sysctlKey]string", GoType.TEXT));

  static final Plugin TUNING =
      Plugin.of(
              "tuning",
              "main.TuningConf",
              Key.of("sysctl", SYSCTLS),
              Key.text("mac"),
              Key.number("mtu"),
              Key.flag("promisc"),
              Key.flag("allmulti").since("1.0.0"),
              Key.number("txQLen").since("1.4.0"),
              Key.text("dataDir"))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .ipam(Ipam.IGNORED)
          .chain(Chain.afterAnother("Required prevResult missing"))
          .rules(MetaPlugins::tuning);

  static final Plugin BANDWIDTH =
      Plugin.of(
              "bandwidth",
              "main.PluginConf",
              Key.of("ingressRate", GoType.UINT64).in("BandwidthEntry"),
              Key.of("ingressBurst", GoType.UINT64).in("BandwidthEntry"),
              Key.of("egressRate", GoType.UINT64).in("BandwidthEntry"),
              Key.of("egressBurst", GoType.UINT64).in("BandwidthEntry"))
          .embedding("NetConf")
          .reading("failed to parse network configuration: ")
          .ipam(Ipam.IGNORED)
          .versions(CniVersions.from("0.3.0"))
          .chain(Chain.afterAnother("must be called as chained plugin"))
          .rules(
              config -> {
                rate(config, "ingressRate", "ingressBurst");
                rate(config, "egressRate", "egressBurst");
              });

  static final Plugin VRF =
      Plugin.of("vrf", "main.VRFNetConf", Key.text("vrfname"), Key.of("table", GoType.UINT32))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .ipam(Ipam.IGNORED)
          .versions(CniVersions.from("0.3.1"))
          .chain(Chain.afterAnother("missing prevResult from earlier plugin"))
          .rules(MetaPlugins::vrf);

  static final Plugin SBR =
      Plugin.of("sbr", "main.PluginConf", Key.number("table").since("1.6.0"))
          .embedding("NetConf")
          .reading("failed to parse network configuration: ")
          .ipam(Ipam.IGNORED)
          .chain(Chain.afterAnother("This plugin must be called as chained plugin"))
          .rules(MetaPlugins::sbr);

  static final Plugin FIREWALL =
      Plugin.of(
              "firewall",
              "main.FirewallNetConf",
              Key.text("backend"),
              Key.text("iptablesAdminChainName"),
              Key.text("firewalldZone"),
              Key.text("ingressPolicy").since("1.1.0"))
          .embedding("NetConf")
          .reading("failed to load netconf: ")
          .ipam(Ipam.IGNORED)
          .versions(CniVersions.from("0.4.0"))
          .chain(Chain.afterAnother("missing prevResult from earlier plugin"))
          .rules(MetaPlugins::firewall);

  static final List<Plugin> ALL =
      List.of(TUNING, BANDWIDTH, PortmapPlugin.PORTMAP, VRF, SBR, FIREWALL);

  private MetaPlugins() {}

  private static void tuning(PluginConfig config) {
    Checks.mtu(config);
    Checks.mac(config, "mac", "invalid args %s for MAC addr: ");
    if (config.at("sysctl").tree().orElse(Fields.EMPTY) instanceof Fields sysctls) {
      sysctls
          .fields()
          .forEach((key, value) -> sysctl(key, config.at("sysctl").field(key, value), config));
    }
  }

  /** Only what is below /proc/sys/net belongs to the pod's own network. */
  private static void sysctl(String key, Place value, PluginConfig config) {
    var path = key.replace('.', '/');
    var parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeIf(String::isEmpty);
    if (parts.size() < 2 || !parts.get(0).equals("net")) {
      config.refuse(
          PluginCatalogue.SYSCTL,
          value,
          "\"" + value.shownKey(key) + "\" is no setting of the network.",
          "invalid net sysctl key: \"" + value.shownKey(path) + "\"");
    }
  }

  private static void rate(PluginConfig config, String rateKey, String burstKey) {
    var rate = config.at(rateKey);
    var burst = config.at(burstKey);
    if (rate.isOpen() || burst.isOpen()) {
      return;
    }
    boolean hasRate = rate.number().orElse(0L) != 0;
    boolean hasBurst = burst.number().orElse(0L) != 0;
    if (hasRate != hasBurst) {
      config.refuse(
          PluginCatalogue.LEFT_OUT,
          hasRate ? rate : burst,
          hasRate
              ? rateKey + " is set without " + burstKey + "."
              : burstKey + " is set without " + rateKey + ".",
          "Set both, in bits, or none.",
          hasRate
              ? "if rate is set, burst must also be set"
              : "if burst is set, rate must also be set");
    } else if (burst.number().filter(b -> b >= MAX_BURST).isPresent()) {
      config.refuse(
          PluginCatalogue.NUMBER,
          burst,
          burst.shown() + " bits are more than tc can count.",
          "Set less than " + MAX_BURST + ".",
          "burst cannot be more than 4GB");
    }
  }

  private static void vrf(PluginConfig config) {
    var name = config.at("vrfname");
    if (name.isMissing()) {
      config.refuse(
          PluginCatalogue.LEFT_OUT,
          name,
          "The VRF is not named.",
          "Set vrfname.",
          "configuration is expected to have a valid vrf name");
    }
    Checks.interfaceName(name, config);
  }

  /** Those that are not known may have addresses of their own. */
  private static void sbr(PluginConfig config) {
    var plugins = Place.of(config.definition().path(), config.definition().config()).get("plugins");
    boolean without =
        plugins.items().stream().limit(config.before().size()).allMatch(MetaPlugins::hasNone);
    if (!config.isFirst() && without) {
      config.refuse(
          PluginCatalogue.NO_ADDRESSES,
          config.at("type"),
          "No plugin before sbr has addresses.",
          "No IP addresses supplied on interface: net1");
    }
  }

  private static boolean hasNone(Place plugin) {
    var ipam = plugin.sortedInAnyCase("ipam");
    boolean none = !ipam.isOpen() && ipam.sortedInAnyCase("type").isMissing();
    return plugin
        .sortedInAnyCase("type")
        .text()
        .flatMap(Plugins::main)
        .filter(
            p ->
                switch (p.ipam().need()) {
                  case ALLOWED, REQUIRED -> none;
                  case IGNORED ->
                      p.chain().kind() == Chain.Kind.AFTER_ANOTHER || p == MainPlugins.LOOPBACK;
                  case REFUSED, COMPLETED -> false;
                })
        .isPresent();
  }

  private static void firewall(PluginConfig config) {
    var policy = config.at("ingressPolicy");
    var policies = Set.of("open", "same-bridge", "isolated");
    if (!policy.isMissing() && policy.text().filter(p -> !policies.contains(p)).isPresent()) {
      config.refuse(
          PluginCatalogue.CHOICE,
          policy,
          "\"" + policy.shown() + "\" is no policy.",
          "Choose one of " + Checks.listed(policies) + ".",
          "unknown ingress policy: " + Checks.quoted(policy));
    }
    var backend = config.at("backend");
    var backends = Set.of("iptables", "firewalld");
    if (!backend.isMissing() && backend.text().filter(b -> !backends.contains(b)).isPresent()) {
      config.advise(
          PluginCatalogue.NO_EFFECT,
          backend,
          "\"" + backend.shown() + "\" is no backend, so the plugin chooses one.",
          "Choose iptables or firewalld, or leave it out.");
    }
  }
}
