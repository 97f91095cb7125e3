package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One desired route, and nmstate's two ways to print it. */
record Route(Part part, Optional<String> destination, Optional<Long> table) {
  static final long MAIN_TABLE = 254;
  private static final long IPV6_METRIC = 1024;

  /** Name of the field in nmstate's code, name in a state, and what is printed of it. */
  private record Printed(String field, String setting, boolean text) {}

  private static final List<Printed> FIELDS =
      List.of(
          new Printed("destination", "destination", true),
          new Printed("next_hop_iface", "next-hop-interface", true),
          new Printed("next_hop_addr", "next-hop-address", true),
          new Printed("metric", "metric", false),
          new Printed("table_id", "table-id", false),
          new Printed("weight", "weight", false),
          new Printed("route_type", "route-type", false),
          new Printed("cwnd", "cwnd", false),
          new Printed("source", "source", true),
          new Printed("initcwnd", "initcwnd", false),
          new Printed("initrwnd", "initrwnd", false),
          new Printed("mtu", "mtu", false),
          new Printed("quickack", "quickack", false),
          new Printed("advmss", "advmss", false),
          new Printed("lock_mtu", "lock-mtu", false),
          new Printed("vrf_name", "vrf-name", true));

  private static final List<String> SHOWN =
      List.of(
          "next-hop-address",
          "source",
          "metric",
          "table-id",
          "route-type",
          "weight",
          "cwnd",
          "initcwnd",
          "initrwnd",
          "mtu",
          "quickack",
          "advmss",
          "lock-mtu",
          "vrf-name");

  static Route of(Part part) {
    return new Route(part, part.get("destination").text(), part.get("table-id").number());
  }

  Part get(String setting) {
    return part.get(setting);
  }

  boolean isAbsent() {
    return get("state").is("absent");
  }

  boolean isUnicast() {
    return !get("route-type").isSet();
  }

  boolean isV6() {
    return destination.filter(d -> d.contains(":")).isPresent();
  }

  Optional<String> via() {
    return get("next-hop-interface").text();
  }

  long effectiveTable() {
    return table.filter(t -> t != 0).orElse(MAIN_TABLE);
  }

  long effectiveMetric() {
    return get("metric")
        .number()
        .filter(m -> m > 0 && m <= 0xffffffffL)
        .orElse(isV6() ? IPV6_METRIC : 0L);
  }

  Route withDestination(Optional<String> other) {
    return new Route(part, other, table);
  }

  Route withTable(long id) {
    return new Route(part, destination, Optional.of(id));
  }

  /**
   * {@code destination: 10.0.0.0/8 next-hop-interface: eth1 metric: 100}.
   *
   * @param settled with addresses as nmstate prints them, else as they were written
   */
  String words(Optional<String> via, boolean settled) {
    var words = new ArrayList<String>();
    if (isAbsent()) {
      words.add("state: absent");
    }
    destination.ifPresent(d -> words.add("destination: " + d));
    via.ifPresent(v -> words.add("next-hop-interface: " + v));
    for (var name : SHOWN) {
      var value = name.equals("table-id") ? table.map(String::valueOf) : shown(name, settled);
      value.ifPresent(v -> words.add(name + ": " + v));
    }
    return String.join(" ", words);
  }

  String words() {
    return words(via(), false);
  }

  /** As a programmer sees it. */
  String debug() {
    var words = new ArrayList<String>();
    words.add("state: " + (get("state").isSet() ? "Some(" + capital("state") + ")" : "None"));
    for (var printed : FIELDS) {
      var value = get(printed.setting());
      var text =
          printed.text()
              ? ParserWords.quoted(value.shown())
              : printed.setting().equals("route-type") ? capital("route-type") : value.shown();
      words.add(printed.field() + ": " + (value.isSet() ? "Some(" + text + ")" : "None"));
    }
    return "RouteEntry { " + String.join(", ", words) + " }";
  }

  String capital(String setting) {
    var text = get(setting).shown();
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private Optional<String> shown(String name, boolean settled) {
    boolean address = settled && (name.equals("next-hop-address") || name.equals("source"));
    return get(name)
        .text()
        .map(
            t ->
                address
                    ? IpLiteral.parse(t).map(IpLiteral::toString).orElse(t)
                    : get(name).shown());
  }
}
