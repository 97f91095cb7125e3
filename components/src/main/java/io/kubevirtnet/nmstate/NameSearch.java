package io.kubevirtnet.nmstate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which interface a name means: its own, an alternative one, or that of a profile. */
final class NameSearch {
  private final Set<String> names = new HashSet<>();
  private final Map<String, List<String>> profiles = new HashMap<>();
  private final Map<String, String> alternatives = new HashMap<>();

  NameSearch(Collection<MergedIface> kernel) {
    kernel.forEach(this::addName);
    kernel.forEach(
        i ->
            i.merged
                .part("profile-name")
                .text()
                .ifPresent(p -> profiles.computeIfAbsent(p, x -> new ArrayList<>()).add(i.name())));
    kernel.stream()
        .filter(i -> i.merged.isUp())
        .forEach(
            i ->
                i.merged.part("alt-names").items().stream()
                    .filter(a -> !a.get("state").isSet())
                    .flatMap(a -> a.get("name").text().stream())
                    .forEach(a -> alternatives.put(a, i.name())));
  }

  private void addName(MergedIface iface) {
    if (iface.current.isPresent()) {
      names.add(iface.current.get().name());
    } else {
      iface
          .desired
          .filter(d -> d.isUp() && !d.part("identifier").is("mac-address"))
          .ifPresent(d -> names.add(d.name()));
    }
  }

  /** All that it could mean. */
  List<String> get(String name) {
    if (names.contains(name)) {
      return List.of(name);
    }
    return alternatives.containsKey(name)
        ? List.of(alternatives.getOrDefault(name, name))
        : profiles.getOrDefault(name, List.of());
  }
}
