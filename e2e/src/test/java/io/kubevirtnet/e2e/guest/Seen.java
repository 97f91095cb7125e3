package io.kubevirtnet.e2e.guest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is read of one interface, file by file. */
final class Seen {
  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  /** Interfaces by name, in the order of their names. */
  static final class All {
    private final Map<String, Seen> byName = new TreeMap<>();

    Seen of(String name) {
      return byName.computeIfAbsent(name, n -> new Seen());
    }

    Map<String, Wanted> interfaces() {
      var all = new TreeMap<String, Wanted>();
      byName.forEach((name, seen) -> all.put(name, seen.wanted()));
      return all;
    }
  }

  void add(String kind, String value) {
    values.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(value);
  }

  private Set<String> all(String kind) {
    return values.getOrDefault(kind, Set.of());
  }

  private Wanted wanted() {
    return new Wanted(
        all("mac").stream().findFirst(),
        all("dhcp").contains("4"),
        all("dhcp").contains("6"),
        all("address"),
        all("gateway"),
        all("route"),
        Optional.of(String.join(" and ", all("mtu"))).filter(m -> !m.isEmpty()),
        List.copyOf(all("dns")),
        List.copyOf(all("search")),
        all("tied"));
  }
}
