package io.kubevirtnet.e2e.cni;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.chance.Dice.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions that a plain kernel can attach: bridge, macvlan, ptp and tap, with tuning or not. */
final class AttachableGenerator {
  private final Dice dice;

  private AttachableGenerator(long seed) {
    this.dice = new Dice(seed);
  }

  /** The same for the same seed. */
  static GeneratedDefinition next(long seed) {
    return new AttachableGenerator(seed).definition(seed);
  }

  private GeneratedDefinition definition(long seed) {
    var name = "net" + seed;
    var config = new LinkedHashMap<String, Object>();
    config.put("cniVersion", dice.of("0.3.1", "0.4.0", "1.0.0", "1.1.0"));
    config.put("name", name);
    var main = main(seed);
    if (dice.oneIn(2)) {
      config.putAll(main);
    } else {
      var list = new ArrayList<Object>(List.of(main));
      if (!dice.oneIn(4)) {
        list.add(tuning(Boolean.TRUE.equals(main.get("disableContainerInterface"))));
      }
      config.put("plugins", list);
    }
    return new GeneratedDefinition(seed, name, "vms", config, 0);
  }

  private Map<String, Object> main(long seed) {
    return switch (dice.upTo(6)) {
      case 0, 1, 2 -> bridge(seed);
      case 3 -> macvlan();
      case 4 ->
          addresses(
                  dice.draft().with("type", "ptp").maybe(2, "mtu", () -> dice.of(1280, 1500, 9000)),
                  1)
              .map();
      default -> tap();
    };
  }

  private Map<String, Object> bridge(long seed) {
    var bridge =
        dice.draft()
            .with("type", "bridge")
            .with("bridge", "br" + seed)
            .maybe(2, "mtu", () -> dice.of(1280, 1500, 9000))
            .maybe(3, dice.of("hairpinMode", "promiscMode"), () -> true)
            .maybe(3, "portIsolation", () -> true);
    if (dice.oneIn(3)) {
      return bridge.with("disableContainerInterface", true).map();
    }
    addresses(bridge, 2);
    if (bridge.map().get("ipam") instanceof Map<?, ?> ipam) {
      bridge
          .maybe(2, "isGateway", () -> true)
          .maybe(4, "forceAddress", () -> true)
          .maybe(4, "enabledad", () -> true);
      if (!ipam.containsKey("routes")) {
        // It adds a default route, and there is only one.
        bridge.maybe(4, "isDefaultGateway", () -> true);
      }
    }
    return bridge.map();
  }

  private Map<String, Object> macvlan() {
    var macvlan =
        dice.draft()
            .with("type", "macvlan")
            .with("master", "eth0")
            .maybe(2, "mtu", () -> dice.of(1280, 1400, 1500));
    if (dice.oneIn(4)) {
      // With it the kernel gives the interface the MAC of its master.
      macvlan.with("mode", "passthru");
    } else {
      macvlan
          .maybe(2, "mode", () -> dice.of("bridge", "private", "vepa"))
          .maybe(2, "mac", this::mac);
    }
    return addresses(macvlan, 2).map();
  }

  private Map<String, Object> tap() {
    var tap =
        dice.draft()
            .with("type", "tap")
            .maybe(2, "mtu", () -> dice.of(1280, 1500))
            .maybe(3, "multiQueue", () -> true)
            .maybe(3, "bridge", () -> "inner");
    switch (dice.upTo(3)) {
      case 0 -> {
        // With both of them the plugin forgets the MTU and the MAC.
        tap.map().remove("mtu");
        tap.with("owner", 107).with("group", 107);
      }
      case 1 -> tap.with("owner", 107).maybe(2, "mac", this::mac);
      default -> tap.maybe(2, "mac", this::mac);
    }
    return addresses(tap, 2).map();
  }

  private Map<String, Object> tuning(boolean down) {
    var tuning =
        dice.draft()
            .with("type", "tuning")
            .maybe(2, "mac", this::mac)
            .maybe(2, "mtu", () -> dice.of(1280, 1350))
            .maybe(3, "promisc", () -> true)
            .maybe(3, "allmulti", () -> true)
            .maybe(3, "txQLen", () -> 500);
    if (!down) {
      tuning.maybe(3, "sysctl", () -> Map.of("net.ipv4.conf.IFNAME.arp_notify", "1"));
    }
    return tuning.map();
  }

  private String mac() {
    return "02:00:00:00:00:%02x".formatted(1 + dice.upTo(200));
  }

  private Draft addresses(Draft plugin, int oneIn) {
    return plugin.maybe(oneIn, "ipam", () -> dice.oneIn(2) ? hostLocal() : fixed());
  }

  private Map<String, Object> hostLocal() {
    var ranges = new ArrayList<Object>();
    ranges.add(List.of(range("10.20." + dice.upTo(250) + ".", "0/24")));
    if (dice.oneIn(3)) {
      ranges.add(List.of(range("2001:db8:" + dice.upTo(250) + "::", "/64")));
    }
    var ipam = dice.draft().with("type", "host-local");
    if (ranges.size() == 1 && dice.oneIn(2)) {
      @SuppressWarnings("unchecked")
      var only = (Map<String, Object>) ((List<?>) ranges.get(0)).get(0);
      ipam.map().putAll(only);
    } else {
      ipam.with("ranges", ranges);
    }
    return ipam.maybe(2, "routes", this::routes).maybe(4, "dataDir", () -> "/run/addresses").map();
  }

  private Map<String, Object> range(String net, String rest) {
    int first = 10 + dice.upTo(40);
    return dice.draft()
        .with("subnet", net + rest)
        .maybe(2, "rangeStart", () -> net + first)
        .maybe(2, "rangeEnd", () -> net + (first + 40))
        .maybe(2, "gateway", () -> net + 1)
        .map();
  }

  private Map<String, Object> fixed() {
    int net = dice.upTo(250);
    var addresses = new ArrayList<Object>();
    addresses.add(
        dice.draft()
            .with("address", "10.30." + net + ".5/24")
            .with("gateway", "10.30." + net + ".1")
            .map());
    if (dice.oneIn(3)) {
      addresses.add(
          dice.draft()
              .with("address", "2001:db8:" + net + "::5/64")
              .with("gateway", "2001:db8:" + net + "::1")
              .map());
    }
    return dice.draft()
        .with("type", "static")
        .with("addresses", addresses)
        .maybe(2, "routes", this::routes)
        .map();
  }

  private List<Object> routes() {
    return List.of(Map.of("dst", dice.of("0.0.0.0/0", "10.99.0.0/16")));
  }
}
