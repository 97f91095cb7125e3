package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule that chooses a routing table, after nmstate has completed it. */
record PolicyRoute(
    Part part,
    Optional<String> from,
    Optional<String> to,
    Optional<String> family,
    Optional<Long> priority,
    Optional<Long> table) {

  static PolicyRoute of(Part part) {
    return new PolicyRoute(
        part,
        part.get("ip-from").text(),
        part.get("ip-to").text(),
        part.get("family").text(),
        part.get("priority").number(),
        part.get("route-table").number());
  }

  PolicyRoute withFrom(Optional<String> network, Optional<String> family) {
    return new PolicyRoute(part, network, to, family, priority, table);
  }

  PolicyRoute withTo(Optional<String> network, Optional<String> family) {
    return new PolicyRoute(part, from, network, family, priority, table);
  }

  PolicyRoute withPriority(long number) {
    return new PolicyRoute(part, from, to, family, Optional.of(number), table);
  }

  PolicyRoute withTable(long number) {
    return new PolicyRoute(part, from, to, family, priority, Optional.of(number));
  }

  Part get(String setting) {
    return part.get(setting);
  }

  boolean isAbsent() {
    return get("state").isSet();
  }

  /** {@code family: ipv4 ip-from: 10.0.0.0/8 priority: 30000}. */
  String words() {
    var words = new ArrayList<String>();
    if (isAbsent()) {
      words.add("state: absent");
    }
    family.ifPresent(f -> words.add("family: " + f));
    from.ifPresent(f -> words.add("ip-from: " + f));
    to.ifPresent(t -> words.add("ip-to: " + t));
    priority.ifPresent(p -> words.add("priority: " + p));
    table.ifPresent(t -> words.add("route-table: " + t));
    for (var name : List.of("fwmask", "fwmark", "iif", "action", "suppress-prefix-length")) {
      if (get(name).isSet()) {
        words.add(name + ": " + get(name).shown());
      }
    }
    return String.join(" ", words);
  }

  /** As a programmer sees it. */
  String debug() {
    return "RouteRuleEntry { family: "
        + some(family.map(f -> f.equals("unknown") ? "Unknown" : f.replace("ip", "IP")))
        + ", state: "
        + some(Optional.of("Absent").filter(a -> isAbsent()))
        + ", ip_from: "
        + some(from.map(ParserWords::quoted))
        + ", ip_to: "
        + some(to.map(ParserWords::quoted))
        + ", priority: "
        + some(priority.map(String::valueOf))
        + ", table_id: "
        + some(table.map(String::valueOf))
        + ", fwmark: "
        + some(get("fwmark").text())
        + ", fwmask: "
        + some(get("fwmask").text())
        + ", action: "
        + some(get("action").text().map(PolicyRoute::capital))
        + ", iif: "
        + some(get("iif").text().map(ParserWords::quoted))
        + ", suppress_prefix_length: "
        + some(get("suppress-prefix-length").text())
        + " }";
  }

  private static String some(Optional<String> value) {
    return value.map(v -> "Some(" + v + ")").orElse("None");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
