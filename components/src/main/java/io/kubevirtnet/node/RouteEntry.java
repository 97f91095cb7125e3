package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Set;

/** One route, or a pattern of routes. */
record RouteEntry(Fields fields) {
  private static final Set<String> MAIN_TABLES = Set.of("0", "254");
  private static final Set<String> DEFAULT_DESTINATIONS = Set.of("0.0.0.0/0", "::/0");
  private static final Map<String, Set<String>> DEFAULTS =
      Map.of("table-id", MAIN_TABLES, "metric", Set.of("-1"));

  boolean isAbsent() {
    return Parts.text(fields, "state").filter("absent"::equals).isPresent();
  }

  boolean isIgnored() {
    return Parts.text(fields, "state").filter("ignore"::equals).isPresent();
  }

  String via() {
    return Parts.text(fields, "next-hop-interface").orElse("");
  }

  String destination() {
    return fields.get("destination").map(d -> Lenient.canonical("destination", d)).orElse("");
  }

  boolean isIpv6() {
    return Parts.text(fields, "destination").filter(d -> d.indexOf(':') >= 0).isPresent();
  }

  String family() {
    return isIpv6() ? "ipv6" : "ipv4";
  }

  /** In the table that is asked first; another one serves only who was sent there by a rule. */
  boolean isDefault() {
    return Parts.text(fields, "destination").filter(d -> d.endsWith("/0")).isPresent()
        && DEFAULT_DESTINATIONS.contains(destination())
        && Parts.text(fields, "table-id").map(MAIN_TABLES::contains).orElse(true);
  }

  int metric() {
    return Parts.text(fields, "metric")
        .filter(m -> m.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** Every key that this one gives is the same there; an absent entry never looks at the metric. */
  boolean matches(RouteEntry other) {
    return fields.fields().entrySet().stream()
        .filter(e -> !e.getKey().equals("state"))
        .filter(e -> !(isAbsent() && e.getKey().equals("metric")))
        .allMatch(e -> matches(e.getKey(), e.getValue(), other.fields));
  }

  /** The same way with another metric is the same route, changed. */
  boolean replaces(RouteEntry other) {
    return fields.get("metric").isPresent()
        && !matches(other)
        && new RouteEntry(Parts.without(fields, "metric", "state")).matches(other);
  }

  private static boolean matches(String key, Tree value, Fields other) {
    var defaults = DEFAULTS.getOrDefault(key, Set.of());
    var there = other.get(key);
    if (Parts.text(value).filter(defaults::contains).isPresent()) {
      return there.isEmpty() || there.flatMap(Parts::text).filter(defaults::contains).isPresent();
    }
    return there.filter(t -> Lenient.same(key, value, t)).isPresent();
  }

  RouteEntry absent() {
    return new RouteEntry(fields.with("state", "absent"));
  }

  /** {@code route 0.0.0.0/0 via 192.0.2.1 on ens4}. */
  String text() {
    var hop = Shown.text(fields, "next-hop-address");
    var type = Shown.text(fields, "route-type");
    var table = Shown.text(fields, "table-id").filter(t -> !MAIN_TABLES.contains(t));
    return "route "
        + Shown.text(fields, "destination").orElse("to anything")
        + hop.map(h -> " via " + h).orElse("")
        + Shown.text(fields, "next-hop-interface").map(i -> " on " + i).orElse("")
        + type.map(t -> " (" + t + ")").orElse("")
        + table.map(t -> " in table " + t).orElse("");
  }
}
