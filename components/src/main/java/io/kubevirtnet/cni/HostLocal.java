package io.kubevirtnet.cni;

import java.util.ArrayList;
import java.util.List;

/** The IPAM plugin host-local of containernetworking/plugins. */
final class HostLocal {
  private static final Struct RANGE =
      Struct.of(
          "allocator.Range",
          Key.of("subnet", GoAddress.CIDR),
          Key.of("rangeStart", GoAddress.IP),
          Key.of("rangeEnd", GoAddress.IP),
          Key.of("gateway", GoAddress.IP));

  static final Plugin HOST_LOCAL =
      Plugin.ofIpam(
              "host-local",
              "allocator.IPAMConfig",
              Key.of("subnet", GoAddress.CIDR).in("Range"),
              Key.of("rangeStart", GoAddress.IP).in("Range"),
              Key.of("rangeEnd", GoAddress.IP).in("Range"),
              Key.of("gateway", GoAddress.IP).in("Range"),
              Key.of(
                  "ranges",
                  new GoType.Listed(
                      "[]allocator.RangeSet", new GoType.Listed("allocator.RangeSet", RANGE))),
              IpamKeys.ROUTES,
              Key.text("dataDir"),
              Key.text("resolvConf"))
          .rules(config -> new HostLocal(config).check());

  private final PluginConfig config;

  private HostLocal(PluginConfig config) {
    this.config = config;
  }

  /** Ranges that take turns, and where they are written. */
  private record RangeSet(Place place, List<Place> ranges, boolean whole, List<HostRange> read) {
    boolean overlaps(RangeSet other) {
      return read.stream().anyMatch(r -> other.read.stream().anyMatch(r::overlaps));
    }
  }

  private void check() {
    var sets = sets();
    if (sets.isEmpty()) {
      if (!config.at("ranges").isOpen() && !config.at("subnet").isOpen()) {
        config.refuse(
            PluginCatalogue.LEFT_OUT,
            config.place(),
            "host-local has no range to give addresses from.",
            "Set subnet, or ranges.",
            "no IP ranges specified");
      }
      return;
    }
    var read = new ArrayList<RangeSet>();
    for (int i = 0; i < sets.size(); i++) {
      read.add(read(sets.get(i), "invalid range set " + i + ": "));
    }
    families(read);
    overlaps(read);
  }

  /** The old single range comes first. */
  private List<RangeSet> sets() {
    var sets = new ArrayList<RangeSet>();
    var subnet = config.at("subnet");
    if (subnet.isSet()) {
      sets.add(new RangeSet(subnet, List.of(config.place()), true, List.of()));
    } else {
      for (var key : List.of("rangeStart", "rangeEnd", "gateway")) {
        if (config.at(key).isSet()) {
          Checks.noEffect(config, config.at(key), key, "subnet");
        }
      }
    }
    for (var set : config.at("ranges").items()) {
      sets.add(new RangeSet(set, set.items(), !set.isOpen(), List.of()));
    }
    return sets;
  }

  private RangeSet read(RangeSet set, String before) {
    if (set.whole() && set.ranges().isEmpty()) {
      config.refuse(
          PluginCatalogue.RANGE, set.place(), "The set has no range.", before + "empty range set");
    }
    boolean whole = set.whole();
    var read = new ArrayList<HostRange>();
    for (var place : set.ranges()) {
      var range = HostRange.read(place, before, config);
      whole &= range.isPresent();
      range.ifPresent(read::add);
      if (range.isPresent() && !read.get(0).start().isSameFamily(range.get().start())) {
        config.refuse(
            PluginCatalogue.RANGE,
            place.get("subnet"),
            "The set has IPv4 as well as IPv6.",
            before + "mixed address families");
        whole = false;
      }
    }
    for (int i = 0; whole && i < read.size(); i++) {
      for (int j = i + 1; j < read.size(); j++) {
        if (read.get(i).overlaps(read.get(j))) {
          config.refuse(
              PluginCatalogue.RANGE,
              set.ranges().get(j).get("subnet"),
              read.get(j) + " overlaps " + read.get(i) + ".",
              before + "subnets " + read.get(i) + " and " + read.get(j) + " overlap");
        }
      }
    }
    return new RangeSet(set.place(), set.ranges(), whole, read);
  }

  private void families(List<RangeSet> sets) {
    var firsts =
        sets.stream()
            .filter(s -> s.whole() && !s.read().isEmpty())
            .map(s -> s.read().get(0))
            .toList();
    long v4 = firsts.stream().filter(r -> r.start().isV4()).count();
    IpamKeys.oneOfAFamily(config, config.at("ranges"), v4, firsts.size() - v4);
  }

  private void overlaps(List<RangeSet> sets) {
    for (int i = 0; i < sets.size(); i++) {
      for (int j = i + 1; j < sets.size(); j++) {
        if (sets.get(i).overlaps(sets.get(j))) {
          config.refuse(
              PluginCatalogue.RANGE,
              sets.get(j).place(),
              "The set overlaps set " + i + ".",
              "range set " + i + " overlaps with " + j);
        }
      }
    }
  }
}
