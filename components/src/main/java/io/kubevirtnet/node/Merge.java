package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a field has after a desired value was applied to it: objects merge, lists are replaced. What
 * means the same as before stays the very tree that it was, so that a comparison finds no change.
 */
final class Merge {
  private Merge() {}

  static Fields fields(Fields current, Fields desired) {
    var merged = current;
    for (var entry : desired.fields().entrySet()) {
      var key = entry.getKey();
      if (Known.QUERY_ONLY.contains(key) || Known.INSTRUCTIONS.contains(key)) {
        continue;
      }
      var before = current.get(key);
      var after = value(key, before, entry.getValue());
      if (before.isPresent() ? after != before.get() : !Known.isDefault(key, after)) {
        merged = merged.with(key, after);
      }
    }
    return merged;
  }

  static Tree value(String key, Optional<Tree> current, Tree desired) {
    if (desired instanceof Fields d) {
      return object(key, current, d);
    }
    if (current.isEmpty()) {
      return desired;
    }
    if (desired instanceof Items d && current.get() instanceof Items c) {
      return list(key, c, d);
    }
    return desired instanceof Scalar && Lenient.same(key, current.get(), desired)
        ? current.get()
        : desired;
  }

  private static Tree object(String key, Optional<Tree> current, Fields desired) {
    var before = Parts.fields(current);
    if (key.equals("ipv4") || key.equals("ipv6")) {
      return IpMerge.of(before.orElse(Fields.EMPTY), desired);
    }
    if (key.equals("link-aggregation") && changesMode(before, desired)) {
      return fields(Parts.without(before.orElse(Fields.EMPTY), "options"), desired);
    }
    return fields(before.orElse(Fields.EMPTY), desired);
  }

  /** Another mode has other options: those of the former one are forgotten. */
  private static boolean changesMode(Optional<Fields> before, Fields desired) {
    var mode = desired.get("mode");
    var former = before.flatMap(b -> b.get("mode"));
    return mode.isPresent()
        && former.isPresent()
        && !Lenient.same("mode", former.get(), mode.get());
  }

  private static Tree list(String key, Items current, Items desired) {
    var merged = entries(key, current.items(), desired.items());
    var after = new Items(merged, desired.marks());
    return Lenient.same(key, current, after) ? current : after;
  }

  /**
   * Entries with a name or an id are compared field by field: what is left out is not asked for.
   */
  private static List<Tree> entries(String key, List<Tree> current, List<Tree> desired) {
    var identity = key.equals("vfs") ? "id" : "name";
    var merged = new ArrayList<Tree>();
    for (var entry : desired) {
      merged.add(
          entry instanceof Fields d && d.get(identity).isPresent()
              ? entry(find(current, identity, d), d)
              : entry);
    }
    return merged;
  }

  private static Fields entry(Optional<Fields> current, Fields desired) {
    var before = current.orElse(Fields.EMPTY);
    var vlan = Parts.fields(desired.get("vlan"));
    var merged = fields(before, Parts.without(desired, "vlan"));
    if (vlan.isEmpty()) {
      return desired.get("vlan").map(v -> merged.with("vlan", v)).orElse(merged);
    }
    return tagging(merged, vlan.get());
  }

  /** The VLAN filtering of a port is one thing: it is taken over whole, or kept whole. */
  private static Fields tagging(Fields port, Fields vlan) {
    var before = Parts.object(port, "vlan");
    boolean same =
        Stream.concat(before.fields().keySet().stream(), vlan.fields().keySet().stream())
            .distinct()
            .allMatch(k -> sameTagging(k, before.get(k), vlan.get(k)));
    return same ? port : port.with("vlan", vlan);
  }

  private static boolean sameTagging(String key, Optional<Tree> before, Optional<Tree> after) {
    if (before.isPresent() && after.isPresent()) {
      return Lenient.same(key, before.get(), after.get());
    }
    return Stream.of(before, after)
        .flatMap(Optional::stream)
        .allMatch(v -> Known.isDefault(key, v));
  }

  private static Optional<Fields> find(List<Tree> entries, String identity, Fields like) {
    var wanted = Parts.text(like, identity);
    return entries.stream()
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .filter(f -> wanted.isPresent() && Parts.text(f, identity).equals(wanted))
        .findFirst();
  }
}
