package io.kubevirtnet.cni;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Set;

/** The plugin bond of bond-cni, which makes one interface of others. */
final class BondPlugin {
  private static final Set<String> ADAPTIVE = Set.of("balance-tlb", "balance-alb");
  private static final List<String> MODES =
      List.of(
          "balance-rr",
          "active-backup",
          "balance-xor",
          "broadcast",
          "802.3ad",
          "balance-tlb",
          "balance-alb");
  private static final List<String> HASHES =
      List.of("layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4", "vlan+srcmac");
  private static final int SMALLEST_MTU = 68;

  static final Plugin BOND =
      Plugin.of(
              "bond",
              "main.bondingConfig",
              Key.text("mode"),
              Key.flag("linksInContainer"),
              Key.number("failOverMac"),
              Key.text("miimon"),
              Key.of(
                  "links",
                  new GoType.Listed(
                      "[]map[string]interface {}",
                      new GoType.Mapped("map[string]interface {}", GoType.ANYTHING))),
              Key.number("mtu"),
              Key.number("allSlavesActive"),
              Key.number("tlbDynamicLb"),
              Key.text("xmitHashPolicy"))
          .embedding("NetConf")
          .reading("failed to load configuration file, error = ")
          .rules(BondPlugin::check);

  private BondPlugin() {}

  private static void check(PluginConfig config) {
    if (config.ipamType().equals("bond")) {
      refuse(
          config,
          config.at("ipam", "type"),
          "bond gives no addresses.",
          "bond is not a suitable IPAM type");
    }
    mode(config);
    numbers(config);
    var hash = config.at("xmitHashPolicy");
    if (hash.text().filter(h -> !HASHES.contains(h)).isPresent()) {
      config.refuse(
          DeviceCatalogue.BOND,
          hash,
          "\"" + hash.shown() + "\" is no hash policy.",
          "Write one of " + String.join(", ", HASHES) + ".",
          "xmitHashPolicy is not supported, actual: " + hash.shown());
    }
    miimon(config);
    links(config);
  }

  private static void refuse(PluginConfig config, Place at, String what, String message) {
    config.refuse(DeviceCatalogue.BOND, at, what, message);
  }

  private static void mode(PluginConfig config) {
    var mode = config.at("mode");
    if (!mode.isOpen() && !MODES.contains(mode.textOrEmpty())) {
      config.refuse(
          DeviceCatalogue.BOND,
          mode,
          mode.isSet() ? "\"" + mode.shown() + "\" is no mode of a bond." : "There is no mode.",
          "Write one of " + String.join(", ", MODES) + ".",
          "bonding mode (" + mode.shown() + ") is not supported");
    }
  }

  private static void numbers(PluginConfig config) {
    var mac = config.at("failOverMac");
    if (mac.number().filter(m -> m < 0 || m > 2).isPresent()) {
      refuse(
          config,
          mac,
          mac.shown() + " is not 0, 1 or 2.",
          "FailOverMac mode should be 0, 1 or 2 actual: " + mac.shown());
    }
    zeroOrOne("allSlavesActive", config);
    var balance = config.at("tlbDynamicLb");
    var mode = config.at("mode");
    if (balance.isSet() && !mode.isOpen() && !ADAPTIVE.contains(mode.textOrEmpty())) {
      refuse(
          config,
          balance,
          "The mode does not balance by itself.",
          "tlbDynamicLb is only supported in balance-tlb or balance-alb mode, actual: "
              + mode.shown());
    }
    zeroOrOne("tlbDynamicLb", config);
    var mtu = config.at("mtu");
    if (mtu.number().filter(m -> m != 0 && m < SMALLEST_MTU).isPresent()) {
      refuse(
          config,
          mtu,
          mtu.shown() + " is not an MTU.",
          "invalid bond MTU value (" + mtu.shown() + "), should be 68 or bigger");
    }
  }

  private static void zeroOrOne(String key, PluginConfig config) {
    var at = config.at(key);
    if (at.number().filter(n -> n != 0 && n != 1).isPresent()) {
      refuse(
          config,
          at,
          at.shown() + " is neither 0 nor 1.",
          key + " should be 0 or 1, actual: " + at.shown());
    }
  }

  /** A text that holds a number, and that can not be left out. */
  private static void miimon(PluginConfig config) {
    var miimon = config.at("miimon");
    if (!miimon.isOpen() && !isNumber(miimon.textOrEmpty())) {
      config.refuse(
          DeviceCatalogue.BOND,
          miimon,
          miimon.isSet() ? "\"" + miimon.shown() + "\" is no number." : "There is no miimon.",
          "Write the milliseconds between two looks at the links as a text: \"100\".",
          "failed to convert bondMiimon value ("
              + miimon.shown()
              + ") to an int, error: strconv.Atoi: parsing \""
              + miimon.shown()
              + "\": invalid syntax");
    }
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.length() > start
        && text.length() < 12
        && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private static void links(PluginConfig config) {
    var links = config.at("links");
    if (links.isOpen()) {
      return;
    }
    for (var link : links.items()) {
      var name = link.get("name");
      if (!name.isOpen() && name.text().isEmpty()) {
        config.refuse(
            DeviceCatalogue.BOND_LINKS, link, "The link has no name.", "failed to find link name");
        return;
      }
      others(link, config);
    }
    if (links.items().size() < 2) {
      config.refuse(
          DeviceCatalogue.BOND_LINKS,
          links,
          links.items().isEmpty() ? "There are no links." : "There is only one link.",
          "bonding requires at least two links, we have " + links.items().size());
    }
  }

  private static void others(Place link, PluginConfig config) {
    if (link.tree().orElseThrow() instanceof Tree.Fields fields) {
      fields.fields().keySet().stream()
          .filter(k -> !k.equals("name"))
          .forEach(
              k ->
                  config.advise(
                      FrameCatalogue.UNKNOWN_KEY,
                      link.get(k),
                      "There is no key \""
                          + (link.get(k).isSecret() ? Part.SECRET : k)
                          + "\" here.",
                      "Take it out. Known is name."));
    }
  }
}
