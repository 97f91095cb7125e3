package io.kubevirtnet.e2e.guest;

import io.kubevirtnet.e2e.chance.Dice;
import io.kubevirtnet.e2e.guest.GuestGenerator.Interface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses that fit together: every interface has networks of its own, one has the router. */
final class AddressGenerator {
  private final Dice dice;
  private int networks;
  private boolean hasRouter4;
  private boolean hasRouter6;

  /** What grows for one interface, and how it is written. */
  private record Draft(
      Map<String, Object> entry,
      Set<String> addresses,
      Set<String> gateways,
      Set<String> routes,
      List<Map<String, Object>> written) {}

  AddressGenerator(Dice dice) {
    this.dice = dice;
  }

  /** About which nobody says anything. */
  static Wanted nothing(Interface i) {
    return wanted(i, false, false, new LinkedHashMap<>(), Set.of(), Set.of(), Set.of());
  }

  Wanted dhcp(Interface i) {
    return wanted(i, true, false, Map.of(), Set.of(), Set.of(), Set.of());
  }

  /** The addresses that KubeVirt has computed already. */
  Wanted masquerade(Interface i, Map<String, Object> entry) {
    boolean alone = dice.oneIn(3);
    if (alone) {
      entry.put("dhcp4", false);
      entry.put("nameservers", List.of("fd00:10:96::a"));
      entry.put("searchDomains", List.of("vms.svc.cluster.local", "svc.cluster.local"));
    }
    entry.put("addresses", List.of("fd10:0:2::2/120"));
    entry.put("gateway6", "fd10:0:2::1");
    hasRouter6 = true;
    return wanted(
        i, !alone, false, entry, Set.of("fd10:0:2::2/120"), Set.of("fd10:0:2::1"), Set.of());
  }

  Wanted some(Interface i, Map<String, Object> entry, int most) {
    boolean dhcp4 = dice.oneIn(5);
    boolean dhcp6 = dice.oneIn(6);
    if (dhcp4 || dice.oneIn(6)) {
      entry.put("dhcp4", dhcp4);
    }
    if (dhcp6) {
      entry.put("dhcp6", true);
    }
    var draft =
        new Draft(
            entry,
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new ArrayList<>());
    if (!dhcp4 && !dice.oneIn(3)) {
      family(draft, "10." + ++networks + ".%d.", 24, 4);
    }
    if (!dhcp6 && dice.oneIn(2)) {
      family(draft, "2001:db8:" + ++networks + ":%d::", 64, 6);
    }
    if (!draft.addresses().isEmpty()) {
      entry.put("addresses", List.copyOf(draft.addresses()));
      dns(entry);
    }
    if (!draft.written().isEmpty()) {
      entry.put("routes", draft.written());
    }
    if (dice.oneIn(3)) {
      entry.put("mtu", most - dice.upTo(100));
    }
    if (dice.oneIn(6)) {
      entry.put("optional", true);
    }
    if (dice.oneIn(6)) {
      entry.put("acceptRa", dice.oneIn(2));
    }
    return wanted(i, dhcp4, dhcp6, entry, draft.addresses(), draft.gateways(), draft.routes());
  }

  private void dns(Map<String, Object> entry) {
    if (dice.oneIn(3)) {
      entry.put(
          "nameservers", dice.oneIn(2) ? List.of("10.0.0.2") : List.of("10.0.0.2", "fd00::a"));
    }
    if (dice.oneIn(4)) {
      entry.put("searchDomains", List.of("example.com", "corp.example.com"));
    }
  }

  private void family(Draft draft, String form, int length, int family) {
    int count = 1 + dice.upTo(3);
    for (int k = 0; k < count; k++) {
      draft.addresses().add(form.formatted(1 + k / 2) + (7 + k) + "/" + length);
    }
    var network = form.formatted(1);
    boolean has = family == 4 ? hasRouter4 : hasRouter6;
    if (!has && dice.oneIn(2)) {
      router(draft, network + "1", family);
    }
    for (int k = dice.upTo(3); k > 0; k--) {
      var to = family == 4 ? "192.168." + 16 * k + ".0/20" : "2001:db8:ff0" + k + "::/48";
      var route = new LinkedHashMap<String, Object>();
      route.put("destination", to);
      route.put("gateway", network + "3");
      var metric = "";
      if (dice.oneIn(4)) {
        route.put("metric", 50 + k);
        metric = " metric " + (50 + k);
      }
      draft.written().add(route);
      draft.routes().add(to + " via " + network + "3" + metric);
    }
  }

  /** In each of the forms that an author may choose. */
  private void router(Draft draft, String router, int family) {
    hasRouter4 |= family == 4;
    hasRouter6 |= family == 6;
    draft.gateways().add(router);
    switch (dice.upTo(3)) {
      case 0 ->
          draft
              .written()
              .add(new LinkedHashMap<>(Map.of("destination", "default", "gateway", router)));
      case 1 ->
          draft
              .written()
              .add(
                  new LinkedHashMap<>(
                      Map.of(
                          "destination", family == 4 ? "0.0.0.0/0" : "::/0", "gateway", router)));
      default -> draft.entry().put("gateway" + family, router);
    }
  }

  private static Wanted wanted(
      Interface i,
      boolean dhcp4,
      boolean dhcp6,
      Map<String, Object> entry,
      Set<String> addresses,
      Set<String> gateways,
      Set<String> routes) {
    return new Wanted(
        i.mac(),
        dhcp4,
        dhcp6,
        addresses,
        gateways,
        routes,
        Optional.ofNullable(entry.get("mtu")).map(String::valueOf),
        texts(entry, "nameservers"),
        texts(entry, "searchDomains"),
        Set.of());
  }

  private static List<String> texts(Map<String, Object> entry, String key) {
    return entry.get(key) instanceof List<?> l
        ? l.stream().map(String::valueOf).toList()
        : List.of();
  }
}
