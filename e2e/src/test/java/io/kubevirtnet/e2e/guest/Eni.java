package io.kubevirtnet.e2e.guest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /etc/network/interfaces}, and the udev rules beside it that name cards. */
final class Eni {
  private static final Pattern RULE =
      Pattern.compile(".*ATTR\\{address}==\"([^\"]+)\".*NAME=\"([^\"]+)\".*");
  private static final Pattern ROUTE =
      Pattern.compile(
          "post-up route add (?:-A inet6 |-net )?(\\S+) gw (\\S+)(?: metric \\d+)? \\|\\| true");

  private final Seen.All all = new Seen.All();
  private String current = "";
  private boolean ofCard;

  private Eni() {}

  static Map<String, Wanted> read(Map<String, String> files) {
    var reader = new Eni();
    files.getOrDefault("etc/network/interfaces", "").lines().forEach(l -> reader.line(l.trim()));
    files
        .getOrDefault("etc/udev/rules.d/70-persistent-net.rules", "")
        .lines()
        .forEach(reader::rule);
    return reader.all.interfaces();
  }

  private void rule(String line) {
    var rule = RULE.matcher(line);
    if (rule.matches()) {
      all.of(rule.group(2)).add("mac", rule.group(1));
    }
  }

  private void line(String line) {
    var words = List.of(line.split("\\s+"));
    if (line.startsWith("iface ")) {
      current = words.get(1);
      ofCard = !current.equals("lo");
      if (ofCard && words.get(3).equals("dhcp")) {
        all.of(current).add("dhcp", words.get(2).equals("inet6") ? "6" : "4");
      } else if (ofCard) {
        all.of(current);
      }
    } else if (!line.isEmpty() && ofCard) {
      option(all.of(current), line, words);
    }
  }

  private void option(Seen seen, String line, List<String> words) {
    var rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "address" -> seen.add("address", rest.get(0));
      case "gateway" -> seen.add("gateway", rest.get(0));
      case "mtu" -> seen.add("mtu", rest.get(0));
      case "dns-nameservers" -> rest.forEach(v -> seen.add("dns", v));
      case "dns-search" -> rest.forEach(v -> seen.add("search", v));
      case "bond-master" -> all.of(rest.get(0)).add("tied", current);
      case "bridge_ports" -> rest.forEach(v -> seen.add("tied", v));
      case "vlan-raw-device" -> all.of(rest.get(0)).add("tied", current);
      case "post-up" -> {
        var route = ROUTE.matcher(line);
        if (!route.matches()) {
          throw new IllegalStateException("not understood: " + line);
        }
        var to = route.group(1);
        if (to.equals("default")) {
          seen.add("gateway", route.group(2));
        } else {
          seen.add("route", to + " via " + route.group(2));
        }
      }
      default -> {}
    }
  }
}
