package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * By which an item of a list is known again, wherever in the list it stands.
 *
 * @param keys fields of the item; with dots where they stand deeper
 */
record Identity(List<String> keys) {
  /** The first that tells all items apart counts. */
  private static final List<Identity> KNOWN =
      List.of(
          of("name"),
          of("metadata.name"),
          of("name", "type"),
          of("id"),
          of("localnet"),
          of("ip"),
          of("ip", "prefix-length"),
          of("destination", "next-hop-address"),
          of("destination", "next-hop-address", "next-hop-interface"),
          of("destination", "next-hop-address", "next-hop-interface", "table-id"),
          of("port"),
          of("port", "protocol"),
          of("key", "effect"),
          of("key"));

  private static Identity of(String... keys) {
    return new Identity(List.of(keys));
  }

  /** Nothing where the items of one of the two lists can not be told apart. */
  static Optional<Identity> of(Items before, Items after) {
    return KNOWN.stream().filter(i -> i.tellsApart(before) && i.tellsApart(after)).findFirst();
  }

  private boolean tellsApart(Items list) {
    var seen = new HashSet<String>();
    for (var item : list.items()) {
      var label = label(item);
      if (label.isEmpty() || !seen.add(label.get())) {
        return false;
      }
    }
    return true;
  }

  Optional<String> label(Tree item) {
    var parts = new ArrayList<String>();
    for (var key : keys) {
      var part = text(item, key).or(() -> key.equals("id") ? range(item) : Optional.empty());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(String.join(" ", parts));
  }

  /** VLANs stand in one list by their id and by their ranges, which policies and plugins write. */
  private static Optional<String> range(Tree item) {
    return text(item, "id-range.min")
        .flatMap(min -> text(item, "id-range.max").map(max -> min + "-" + max))
        .or(() -> text(item, "minID").flatMap(min -> text(item, "maxID").map(m -> min + "-" + m)));
  }

  private static Optional<String> text(Tree item, String key) {
    var part = Optional.of(item);
    for (var name : key.split("\\.")) {
      part = part.flatMap(p -> p instanceof Fields f ? f.get(name) : Optional.empty());
    }
    return part.filter(p -> p instanceof Scalar && !p.marks().secret()).map(Scalars::text);
  }
}
