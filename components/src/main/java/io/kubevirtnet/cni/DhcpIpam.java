package io.kubevirtnet.cni;

import java.util.Set;

/** The IPAM plugin dhcp of containernetworking/plugins. */
final class DhcpIpam {
  private static final GoType OPTION = new GoType.Single("main.DHCPOption", String.class);
  private static final int MAX_VALUE = 255;
  private static final Set<String> NAMES =
      Set.of(
          "dhcp-client-identifier",
          "subnet-mask",
          "routers",
          "host-name",
          "user-class",
          "vendor-class-identifier");

  static final Plugin DHCP =
      Plugin.ofIpam(
              "dhcp",
              "main.IPAMConfig",
              Key.text("daemonSocketPath"),
              Key.of(
                  "provide",
                  new GoType.Listed(
                      "[]main.ProvideOption",
                      Struct.of(
                          "main.ProvideOption",
                          Key.of("option", OPTION),
                          Key.text("value"),
                          Key.text("fromArg")))),
              Key.of(
                  "request",
                  new GoType.Listed(
                      "[]main.RequestOption",
                      Struct.of(
                          "main.RequestOption",
                          Key.flag("skipDefault"),
                          Key.of("option", OPTION)))),
              Key.number("priority").since("1.6.0"))
          .reading("error obtaining socketPath: error parsing socket path conf: ")
          .rules(DhcpIpam::check);

  private DhcpIpam() {}

  private static void check(PluginConfig config) {
    for (var provided : config.at("provide").items()) {
      option(provided.get("option"), config);
      var value = provided.get("value");
      if (value.text().filter(v -> v.length() > MAX_VALUE).isPresent()) {
        config.refuse(
            PluginCatalogue.DHCP_OPTION,
            value,
            "The value is longer than " + MAX_VALUE + " bytes.",
            "Shorten it.",
            "error calling DHCP.Allocate: value too long for option "
                + Checks.quoted(provided.get("option"))
                + ": "
                + Checks.quoted(value));
      }
    }
    for (var requested : config.at("request").items()) {
      if (!requested.get("option").isMissing()) {
        option(requested.get("option"), config);
      }
    }
  }

  private static void option(Place option, PluginConfig config) {
    if (option.isOpen() || NAMES.contains(option.textOrEmpty())) {
      return;
    }
    var text = option.textOrEmpty();
    boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && text.length() <= 18 && Long.parseLong(text) <= MAX_VALUE) {
      return;
    }
    config.refuse(
        PluginCatalogue.DHCP_OPTION,
        option,
        "\"" + option.shown() + "\" is no DHCP option.",
        "error calling DHCP.Allocate: Can not parse option "
            + Checks.quoted(option)
            + ": Can not parse option: strconv.ParseUint: parsing "
            + Checks.quoted(option)
            + ": "
            + (number ? "value out of range" : "invalid syntax"));
  }
}
