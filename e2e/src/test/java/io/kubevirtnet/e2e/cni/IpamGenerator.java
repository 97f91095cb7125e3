package io.kubevirtnet.e2e.cni;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.chance.Dice.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** IPAM that its plugin takes. */
final class IpamGenerator {
  static final List<String> TYPES = List.of("host-local", "static", "dhcp", "whereabouts");

  private final Dice dice;

  IpamGenerator(Dice dice) {
    this.dice = dice;
  }

  Map<String, Object> next() {
    return switch (dice.upTo(8)) {
      case 0, 1, 2, 3 -> hostLocal();
      case 4, 5 -> fixed();
      case 6 -> dhcp();
      default -> whereabouts();
    };
  }

  Map<String, Object> hostLocal() {
    var ipam = dice.draft().with("type", "host-local");
    int sets = 0;
    if (dice.oneIn(3)) {
      ipam.map().putAll(range(sets++, dice.oneIn(4)));
    }
    var ranges = new ArrayList<Object>();
    for (int i = sets == 0 ? 1 + dice.upTo(2) : dice.upTo(2); i > 0; i--) {
      boolean v6 = dice.oneIn(4);
      var set = new ArrayList<Object>(List.of(range(sets++, v6)));
      if (dice.oneIn(4)) {
        set.add(range(sets++, v6));
      }
      ranges.add(set);
    }
    if (!ranges.isEmpty()) {
      ipam.with("ranges", ranges);
    }
    return ipam.maybe(3, "routes", this::routes)
        .maybe(6, "dataDir", () -> "/var/lib/cni/other")
        .maybe(6, "resolvConf", () -> "/etc/resolv.conf")
        .map();
  }

  /** Two numbers give two that do not overlap. */
  private Map<String, Object> range(int number, boolean v6) {
    var net = v6 ? "2001:db8:" + number + ":" : "10." + number + ".7";
    var point = v6 ? "::" : ".";
    var base = net.replaceFirst(":$", "");
    int first = 10 + dice.upTo(40);
    return dice.draft()
        .with("subnet", v6 ? base + "::/64" : base + ".0/24")
        .maybe(2, "rangeStart", () -> base + point + first)
        .maybe(2, "rangeEnd", () -> base + point + (first + dice.upTo(40)))
        .maybe(2, "gateway", () -> base + point + dice.of("1", "254"))
        .map();
  }

  Map<String, Object> fixed() {
    var addresses = new ArrayList<Object>();
    for (int i = 1 + dice.upTo(2); i > 0; i--) {
      boolean v6 = i == 1 && dice.oneIn(3);
      addresses.add(
          dice.draft()
              .with("address", v6 ? "2001:db8::" + (4 + i) + "/64" : "10.9." + i + ".5/24")
              .maybe(2, "gateway", () -> v6 ? "2001:db8::1" : "10.9.1.1")
              .map());
    }
    return dice.draft()
        .with("type", "static")
        .with("addresses", addresses)
        .maybe(3, "routes", this::routes)
        .maybe(6, "dns", () -> Map.of("nameservers", List.of("192.0.2.1")))
        .map();
  }

  private Map<String, Object> dhcp() {
    return dice.draft()
        .with("type", "dhcp")
        .maybe(4, "priority", () -> dice.of(0, 100))
        .maybe(
            3,
            "request",
            () -> List.of(option().maybe(2, "skipDefault", () -> dice.oneIn(2)).map()))
        .maybe(3, "provide", () -> List.of(option().with("value", "kvn").map()))
        .map();
  }

  private Draft option() {
    return dice.draft()
        .with(
            "option",
            dice.of(
                "dhcp-client-identifier",
                "subnet-mask",
                "routers",
                "host-name",
                "user-class",
                "vendor-class-identifier",
                "15",
                "121",
                "255"));
  }

  private Map<String, Object> whereabouts() {
    var ipam =
        dice.draft()
            .with("type", "whereabouts")
            .with(
                "range", dice.of("10.3.0.0/24", "10.3.0.5-10.3.0.0/24", "10.3.0.9/24", "fd00::/64"))
            .maybe(3, "range_start", () -> "10.3.0.10")
            .maybe(3, "range_end", () -> "10.3.0.90")
            .maybe(4, "exclude", () -> List.of("10.3.0.20/30"))
            .maybe(4, "gateway", () -> "10.3.0.1")
            .maybe(6, "enable_overlapping_ranges", () -> dice.oneIn(2))
            .maybe(6, "network_name", () -> "blue")
            .maybe(8, "log_level", () -> dice.of("debug", "error"));
    return ipam.maybe(
            4, "ipRanges", () -> List.of(new LinkedHashMap<>(Map.of("range", "10.4.0.0/16"))))
        .map();
  }

  private List<Object> routes() {
    return List.of(
        dice.draft()
            .with("dst", dice.of("0.0.0.0/0", "10.20.0.0/16", "2001:db8:f::/48"))
            .maybe(2, "gw", () -> "10.0.7.1")
            .maybe(5, "mtu", () -> 1400)
            .maybe(5, "advmss", () -> 1360)
            .maybe(5, "priority", () -> 50)
            .maybe(5, "table", () -> 100)
            .maybe(5, "scope", () -> 0)
            .map());
  }
}
