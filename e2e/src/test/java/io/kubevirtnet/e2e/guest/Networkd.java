package io.kubevirtnet.e2e.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Files of systemd-networkd, as cloud-init writes them itself and as netplan does. */
final class Networkd {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?10-(?:netplan|cloud-init)-(.+)\\.(network|netdev|link)");

  /** One line of a file, with the section that it is in and which of that name it is. */
  private record Line(String section, int number, String key, String value) {
    boolean is(String wantedSection, String wantedKey) {
      return section.equals(wantedSection) && key.equals(wantedKey);
    }
  }

  private final Seen.All all = new Seen.All();

  private Networkd() {}

  /** By the name in the name of the file. */
  static Map<String, Wanted> read(Map<String, String> files) {
    var reader = new Networkd();
    files.forEach(
        (path, text) -> {
          var name = NAME.matcher(path);
          if (name.matches()) {
            reader.file(name.group(1), name.group(2), lines(text));
          }
        });
    return reader.all.interfaces();
  }

  private static List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    var section = "";
    int number = 0;
    for (var line : text.lines().toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
        number++;
      } else if (line.contains("=")) {
        var pair = line.split("=", 2);
        lines.add(new Line(section, number, pair[0], pair[1]));
      }
    }
    return lines;
  }

  private void file(String name, String kind, List<Line> lines) {
    var seen = all.of(name);
    for (var line : lines) {
      if (line.key().equals("MTUBytes")) {
        seen.add("mtu", line.value());
      }
      if (line.is("VLAN", "Id")) {
        seen.add("vlan", line.value());
      }
    }
    if (kind.equals("network")) {
      lines.forEach(l -> line(name, seen, l));
      lines.stream().map(Line::number).distinct().forEach(n -> route(seen, lines, n));
    }
  }

  private void line(String name, Seen seen, Line line) {
    switch (line.key()) {
      case "PermanentMACAddress", "MACAddress" -> seen.add("mac", line.value());
      case "Address" -> seen.add("address", line.value());
      case "DNS" -> each(line.value(), v -> seen.add("dns", v));
      case "Domains" -> each(line.value(), v -> seen.add("search", v));
      case "Bond", "Bridge" -> all.of(line.value()).add("tied", name);
      case "VLAN" -> seen.add("tied", line.value());
      case "Gateway" -> {
        if (line.section().equals("Network")) {
          seen.add("gateway", line.value());
        }
      }
      case "DHCP" -> {
        if (List.of("yes", "ipv4").contains(line.value())) {
          seen.add("dhcp", "4");
        }
        if (List.of("yes", "ipv6").contains(line.value())) {
          seen.add("dhcp", "6");
        }
      }
      default -> {}
    }
  }

  private static void route(Seen seen, List<Line> lines, int number) {
    var to = value(lines, number, "Destination");
    var via = value(lines, number, "Gateway");
    if (!via.isEmpty()) {
      var metric = value(lines, number, "Metric");
      if (to.isEmpty()) {
        seen.add("gateway", via);
      } else {
        seen.add("route", to + " via " + via + (metric.isEmpty() ? "" : " metric " + metric));
      }
    }
  }

  private static String value(List<Line> lines, int number, String key) {
    return lines.stream()
        .filter(l -> l.number() == number && l.is("Route", key))
        .map(Line::value)
        .findFirst()
        .orElse("");
  }

  private static void each(String list, java.util.function.Consumer<String> use) {
    List.of(list.trim().split("\\s+")).forEach(use);
  }
}
