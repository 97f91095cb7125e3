package io.kubevirtnet.cni;

import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.MacAddress;
import io.kubevirtnet.link.Mtu;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What several plugins ask of a value. */
final class Checks {
  static final int LAST_VLAN = 4094;

  private Checks() {}

  /** The kernel's range; zero leaves the size to it. */
  static void mtu(PluginConfig config) {
    var mtu = config.at("mtu");
    if (mtu.number().filter(m -> m != 0 && (m < Mtu.MIN || m > Mtu.MAX)).isPresent()) {
      config.advise(PluginCatalogue.MTU, mtu, mtu.shown() + " is not an MTU.");
    }
  }

  static void interfaceName(Place name, PluginConfig config) {
    if (name.isMissing() || name.isOpen()) {
      return;
    }
    InterfaceName.problem(name.textOrEmpty())
        .ifPresent(
            problem ->
                config.advise(
                    PluginCatalogue.INTERFACE_NAME,
                    name,
                    "\"" + name.shown() + "\" " + problem + "."));
  }

  /**
   * @param before what the plugin says before Go's words, with the address in it; empty when it
   *     does not read the address itself
   */
  static void mac(PluginConfig config, String key, String before) {
    var mac = config.at(key);
    if (mac.isMissing() || mac.isOpen()) {
      return;
    }
    if (!before.isEmpty() && !goReads(mac.textOrEmpty())) {
      config.refuse(
          PluginCatalogue.MAC,
          mac,
          "\"" + mac.shown() + "\" is no hardware address.",
          before.formatted(mac.shown()) + "address " + mac.shown() + ": invalid MAC address");
      return;
    }
    MacAddress.problem(mac.textOrEmpty().replace('-', ':'))
        .ifPresent(
            problem ->
                config.advise(
                    PluginCatalogue.MAC, mac, "\"" + mac.shown() + "\" " + problem + "."));
  }

  /** 6, 8 or 20 octets with colons or hyphens, or groups of four digits with points. */
  private static boolean goReads(String mac) {
    int length = mac.length();
    if (length < 14) {
      return false;
    }
    boolean points = mac.charAt(4) == '.';
    int each = points ? 4 : 2;
    char between = points ? '.' : mac.charAt(2);
    if (between != '.' && between != ':' && between != '-' || (length + 1) % (each + 1) != 0) {
      return false;
    }
    int octets = (length + 1) / (each + 1) * each / 2;
    if (octets != 6 && octets != 8 && octets != 20 || between == '.' && !points) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = mac.charAt(i);
      if (i % (each + 1) == each ? c != between : c > 127 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Only asked for where the addresses of an IPAM plugin are hidden. */
  static void masquerade(PluginConfig config) {
    var backend = config.at("ipMasqBackend");
    var known = backend.text().filter(b -> b.equals("iptables") || b.equals("nftables"));
    if (!backend.isSet() || backend.isOpen()) {
      return;
    }
    if (!config.at("ipMasq").isTrue()) {
      if (!config.at("ipMasq").isOpen()) {
        noEffect(config, backend, "ipMasqBackend", "ipMasq");
      }
    } else if (known.isEmpty() && !config.ipamIsMissing()) {
      config.refuse(
          PluginCatalogue.CHOICE,
          backend,
          "\"" + backend.shown() + "\" is no backend.",
          "Choose iptables or nftables, or leave it out.",
          "unknown ipmasq backend \"" + backend.shown() + "\"");
    }
  }

  static void noEffect(PluginConfig config, Place place, String key, String without) {
    config.advise(
        PluginCatalogue.NO_EFFECT,
        place,
        key + " does nothing without " + without + ".",
        "Take it out, or set " + without + ".");
  }

  /** As Go prints a list of texts. */
  static String goList(Collection<String> texts) {
    return "[" + String.join(" ", texts) + "]";
  }

  static String listed(Collection<String> choices) {
    return String.join(", ", new TreeSet<>(choices));
  }

  /** In quotes, as Go's %q prints it, or that it is a secret. */
  static String quoted(Place text) {
    return "\""
        + Optional.of(text.shown()).map(t -> t.replace("\\", "\\\\").replace("\"", "\\\"")).get()
        + "\"";
  }
}
