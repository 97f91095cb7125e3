package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Name servers and options of the resolver. */
final class DnsRules {
  private static final List<String> PLAIN =
      List.of(
          "debug",
          "edns0",
          "inet6",
          "ip6-bytestring",
          "ip6-dotint",
          "no-aaaa",
          "no-check-names",
          "no-ip6-dotint",
          "no-reload",
          "no-tld-query",
          "rotate",
          "single-request",
          "single-request-reopen",
          "trust-ad",
          "use-vc");
  private static final List<String> VALUED = List.of("ndots", "timeout", "attempts");

  private final MergedIfaces all;
  private final Refusals refusals;

  private DnsRules(MergedIfaces all) {
    this.all = all;
    this.refusals = all.refusals;
  }

  static void check(Part config, MergedIfaces all) {
    var rules = new DnsRules(all);
    config.get("server").items().forEach(rules::server);
    config.get("options").items().forEach(rules::option);
    rules.linkLocal(config.get("server").items());
  }

  private void server(Part server) {
    if (server.text().isEmpty()) {
      return;
    }
    var text = server.text().get();
    boolean valid =
        text.contains(":")
            ? text.split("%", -1).length == 2 || IpLiteral.parseV6(text).isPresent()
            : IpLiteral.parseV4(text).isPresent();
    if (!valid) {
      refusals.add(
          TrafficCatalogue.DNS,
          server,
          "\"" + server.shown() + "\" is no address of a name server.",
          "Invalid DNS server string " + server.shown());
    }
  }

  private void option(Part option) {
    var text = option.text().orElse("");
    int colon = text.indexOf(':');
    if (option.text().isEmpty()) {
      return;
    }
    if (colon >= 0 && !VALUED.contains(text.substring(0, colon))) {
      refusals.add(
          TrafficCatalogue.DNS,
          option,
          "\"" + option.shown() + "\" is no option with a value.",
          "Option '"
              + text.substring(0, colon)
              + "' is not supported to hold a value, only support these without value: "
              + String.join(", ", PLAIN)
              + " and these with values: "
              + String.join(":n, ", VALUED)
              + ":n");
    } else if (colon < 0 && !PLAIN.contains(text)) {
      refusals.add(
          TrafficCatalogue.DNS,
          option,
          "\"" + option.shown() + "\" is no option.",
          "Unsupported DNS option "
              + option.shown()
              + ", only support these without value: "
              + String.join(", ", PLAIN)
              + " and these with values: "
              + String.join(":n, ", VALUED));
    }
  }

  /** A link-local server is reached through one interface, which has IPv6. */
  private void linkLocal(List<Part> servers) {
    Set<String> interfaces = new LinkedHashSet<>();
    for (var server : servers) {
      var text = server.text().orElse("");
      var parts = text.split("%", -1);
      if (parts.length == 1 || !text.contains(":") && parts.length == 2) {
        continue;
      }
      var address = IpLiteral.parseV6(parts[0]);
      if (parts.length > 2 || address.isEmpty()) {
        continue;
      }
      var words = address.get() + "%" + parts[1];
      if (onInterface(server, words, parts[1])) {
        interfaces.add(parts[1]);
      }
    }
    if (interfaces.size() > 1) {
      refusals.add(
          TrafficCatalogue.DNS_LINK_LOCAL,
          servers.get(0),
          "Link-local name servers on several interfaces.",
          "NotImplementedError",
          "Only support IPv6 link local DNS name server(s) pointing to a single interface, but got"
              + " {"
              + String.join(", ", interfaces.stream().map(ParserWords::quoted).toList())
              + "}");
    }
  }

  private boolean onInterface(Part server, String words, String name) {
    var found = all.find(name);
    if (found.isEmpty()) {
      refusals.missing(
          TrafficCatalogue.DNS_LINK_LOCAL,
          server,
          name + " is not there.",
          "Desired IPv6 link local DNS server "
              + words
              + " is pointing to interface "
              + name
              + " which does not exist.");
      return false;
    }
    if (!found.get().merged.isUp()) {
      found.get().touchAsUp();
    }
    if (isUsable(found.get(), true)) {
      return true;
    }
    if (!found.get().merged.ip(true).get("enabled").isOpen()) {
      refusals.missing(
          TrafficCatalogue.DNS_LINK_LOCAL,
          server,
          name + " has no IPv6.",
          "Interface "
              + name
              + " has IPv6 disabled, hence cannot hold desired IPv6 link local DNS server "
              + words);
    }
    return false;
  }

  /** Whether an interface has addresses to ask from. */
  static boolean isUsable(MergedIface iface, boolean v6) {
    return iface.merged.isUp()
        && (IpMerge.isStatic(iface.merged, v6) || IpMerge.isAuto(iface.merged, v6));
  }
}
