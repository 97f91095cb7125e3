package io.kubevirtnet.e2e.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the RHEL family: {@code ifcfg-*}, {@code route-*} and {@code route6-*}. */
final class Sysconfig {
  private static final Pattern NAME =
      Pattern.compile("etc/sysconfig/network-scripts/(ifcfg|route|route6)-(.+)");

  private final Seen.All all = new Seen.All();

  private Sysconfig() {}

  static Map<String, Wanted> read(Map<String, String> files) {
    var reader = new Sysconfig();
    files.forEach(
        (path, text) -> {
          var name = NAME.matcher(path);
          if (name.matches()) {
            var seen = reader.all.of(name.group(2));
            switch (name.group(1)) {
              case "ifcfg" -> reader.card(name.group(2), seen, pairs(text));
              case "route" -> routes(seen, pairs(text));
              default -> routes6(seen, text);
            }
          }
        });
    return reader.all.interfaces();
  }

  private static Map<String, String> pairs(String text) {
    var pairs = new LinkedHashMap<String, String>();
    text.lines()
        .filter(l -> l.contains("=") && !l.startsWith("#"))
        .map(l -> l.split("=", 2))
        .forEach(p -> pairs.put(p[0], p[1].replace("\"", "")));
    return pairs;
  }

  private void card(String name, Seen seen, Map<String, String> pairs) {
    pairs.forEach(
        (key, value) -> {
          if (key.matches("IPADDR\\d*")) {
            seen.add("address", value + "/" + length(pairs, key.replace("IPADDR", "NETMASK")));
          } else if (key.matches("GATEWAY\\d*")) {
            seen.add("gateway", value);
          } else if (key.matches("DNS\\d+")) {
            seen.add("dns", value);
          } else {
            other(name, seen, key, value);
          }
        });
  }

  private void other(String name, Seen seen, String key, String value) {
    switch (key) {
      case "HWADDR" -> seen.add("mac", value);
      case "IPV6ADDR" -> seen.add("address", value);
      case "IPV6ADDR_SECONDARIES" -> words(value, "address", seen);
      case "IPV6_DEFAULTGW" -> seen.add("gateway", value);
      case "MTU" -> seen.add("mtu", value);
      case "DOMAIN" -> words(value, "search", seen);
      case "MASTER", "BRIDGE", "PHYSDEV" -> all.of(value).add("tied", name);
      case "BOOTPROTO" -> {
        if (value.equals("dhcp")) {
          seen.add("dhcp", "4");
        }
      }
      case "DHCPV6C" -> seen.add("dhcp", "6");
      default -> {}
    }
  }

  private static void words(String value, String kind, Seen seen) {
    for (var word : value.split(" ")) {
      seen.add(kind, word);
    }
  }

  private static void routes(Seen seen, Map<String, String> pairs) {
    for (int i = 0; pairs.containsKey("ADDRESS" + i); i++) {
      seen.add(
          "route",
          pairs.get("ADDRESS" + i)
              + "/"
              + length(pairs, "NETMASK" + i)
              + " via "
              + pairs.get("GATEWAY" + i));
    }
  }

  private static void routes6(Seen seen, String text) {
    text.lines()
        .filter(l -> l.contains(" via "))
        .map(l -> l.trim().split("\\s+"))
        .forEach(w -> seen.add("route", w[0] + " via " + w[2]));
  }

  private static int length(Map<String, String> pairs, String key) {
    int bits = 0;
    for (var octet : pairs.getOrDefault(key, "").split("\\.")) {
      bits += Integer.bitCount(Integer.parseInt(octet));
    }
    return bits;
  }
}
