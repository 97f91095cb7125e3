package io.kubevirtnet.provider.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of nodes as a person reads them. */
final class Names {
  private static final int SHOWN = 3;

  private Names() {}

  /** {@code w1, w2 and 14 more}. */
  static String some(Collection<String> names) {
    var sorted = names.stream().sorted().toList();
    if (sorted.size() <= SHOWN) {
      return String.join(", ", sorted);
    }
    return String.join(", ", sorted.subList(0, SHOWN - 1))
        + " and "
        + (sorted.size() - SHOWN + 1)
        + " more";
  }

  /** {@code w1, w2: no such device; w3: …}: what is the same is said once. */
  static String with(Map<String, String> reasons) {
    var byReason =
        reasons.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    java.util.LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return byReason.entrySet().stream()
        .limit(SHOWN)
        .map(e -> some(e.getValue()) + (e.getKey().isEmpty() ? "" : ": " + e.getKey()))
        .collect(Collectors.joining("; "));
  }

  static String count(Collection<?> things, String one, String many) {
    return things.size() + " " + (things.size() == 1 ? one : many);
  }

  static String nodes(List<String> names) {
    return names.size() == 1 ? names.get(0) : count(names, "node", "nodes");
  }
}
