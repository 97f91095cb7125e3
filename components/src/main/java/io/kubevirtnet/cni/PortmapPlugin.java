package io.kubevirtnet.cni;

import java.util.ArrayList;
import java.util.List;

/** The plugin portmap of containernetworking/plugins. */
final class PortmapPlugin {
  private static final int MAX_MARK_BIT = 31;

  static final Plugin PORTMAP =
      Plugin.of(
              "portmap",
              "main.PortMapConf",
              Key.text("backend").since("1.6.0"),
              Key.flag("snat"),
              Key.texts("conditionsV4"),
              Key.texts("conditionsV6"),
              Key.flag("masqAll").since("1.2.0"),
              Key.number("markMasqBit"),
              Key.text("externalSetMarkChain"))
          .embedding("NetConf")
          .reading("failed to parse config: failed to parse network configuration: ")
          .ipam(Ipam.IGNORED)
          .chain(Chain.afterAnother("must be called as chained plugin"))
          .rules(PortmapPlugin::check);

  private PortmapPlugin() {}

  private static void check(PluginConfig config) {
    var mark = config.at("markMasqBit");
    var chain = config.at("externalSetMarkChain");
    if (mark.isSet() && chain.isSet()) {
      config.refuse(
          PluginCatalogue.CONTRADICTION,
          chain,
          "externalSetMarkChain and markMasqBit are both set.",
          "failed to parse config: Cannot specify externalSetMarkChain and markMasqBit");
    } else if (mark.number().filter(m -> m < 0 || m > MAX_MARK_BIT).isPresent()) {
      config.refuse(
          PluginCatalogue.NUMBER,
          mark,
          mark.shown() + " is no bit of a mark.",
          "Choose 0 to 31.",
          "failed to parse config: MasqMarkBit must be between 0 and 31");
    }
    backend(config);
    var ports = config.at("capabilities", "portMappings");
    if (!ports.isTrue() && !ports.isOpen() && !config.at("capabilities").isOpen()) {
      config.advise(
          PluginCatalogue.NO_EFFECT,
          config.at("type"),
          "portmap gets no ports without the capability portMappings.",
          "Set capabilities: {portMappings: true}.");
    }
  }

  private static void backend(PluginConfig config) {
    var backend = config.at("backend");
    if (backend.text().isEmpty()) {
      return;
    }
    boolean iptables = backend.textOrEmpty().equals("iptables");
    var others = new ArrayList<String>();
    if (config.at("externalSetMarkChain").isSet() && !iptables) {
      others.add("externalSetMarkChain");
    }
    for (var key : List.of("conditionsV4", "conditionsV6")) {
      var first = config.at(key).items().stream().findFirst().map(Place::textOrEmpty).orElse("");
      if (!first.isEmpty() && (first.startsWith("-") || first.startsWith("!")) != iptables) {
        others.add(key);
      }
    }
    if (!others.isEmpty()) {
      config.refuse(
          PluginCatalogue.CONTRADICTION,
          config.at(others.get(0)),
          String.join(", ", others) + " belongs to another backend than " + backend.shown() + ".",
          "failed to parse config: "
              + backend.shown()
              + " backend was requested but configuration contains "
              + (iptables ? "nftables" : "iptables")
              + "-specific options "
              + Checks.goList(others));
    } else if (!iptables && !backend.textOrEmpty().equals("nftables")) {
      config.refuse(
          PluginCatalogue.CHOICE,
          backend,
          "\"" + backend.shown() + "\" is no backend.",
          "Choose iptables or nftables, or leave it out.",
          "failed to parse config: unrecognized backend " + Checks.quoted(backend));
    }
  }
}
