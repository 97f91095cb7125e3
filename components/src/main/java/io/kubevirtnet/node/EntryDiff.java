package io.kubevirtnet.node;

import io.kubevirtnet.node.EntryChange.Action;
import io.kubevirtnet.node.EntryChange.Section;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Routes, rules, DNS, OVN mappings and settings of the host that are not as they were. */
final class EntryDiff {
  private final List<EntryChange> changes = new ArrayList<>();

  private EntryDiff() {}

  static List<EntryChange> of(Fields before, Fields after) {
    var diff = new EntryDiff();
    diff.routes(Parts.object(before, "routes"), Parts.object(after, "routes"));
    diff.rules(Parts.object(before, "route-rules"), Parts.object(after, "route-rules"));
    diff.dns(
        Parts.object(before, "dns-resolver").get("config"),
        Parts.object(after, "dns-resolver").get("config"));
    diff.mappings(
        Parts.list(Parts.object(before, "ovn"), "bridge-mappings"),
        Parts.list(Parts.object(after, "ovn"), "bridge-mappings"));
    diff.host("hostname", before, after);
    diff.host("ovs-db", before, after);
    return diff.changes;
  }

  private void routes(Fields before, Fields after) {
    if (before == after) {
      return;
    }
    var gone = missing(Parts.list(before, "config"), Parts.list(after, "config"));
    // A default route that DHCP gave is nowhere else.
    var lost =
        missing(Parts.list(before, "running"), Parts.list(after, "running")).stream()
            .filter(RouteEntry::isDefault)
            .filter(r -> gone.stream().noneMatch(g -> g.text().equals(r.text())));
    var removed = new LinkedHashSet<>(Stream.concat(gone.stream(), lost).toList());
    removed.forEach(r -> changes.add(EntryChange.route(Action.REMOVED, r)));
    missing(Parts.list(after, "config"), Parts.list(before, "config"))
        .forEach(r -> changes.add(EntryChange.route(Action.ADDED, r)));
  }

  /** Configured ones only. */
  static List<RouteEntry> lostRoutes(Fields before, Fields after) {
    return missing(
        Parts.list(Parts.object(before, "routes"), "config"),
        Parts.list(Parts.object(after, "routes"), "config"));
  }

  private static List<RouteEntry> missing(List<Tree> from, List<Tree> in) {
    return from.stream()
        .filter(Fields.class::isInstance)
        .map(t -> new RouteEntry((Fields) t))
        .filter(r -> in.stream().noneMatch(o -> o instanceof Fields f && same(r, f)))
        .toList();
  }

  private static boolean same(RouteEntry route, Fields other) {
    return route.fields() == other
        || route.matches(new RouteEntry(other)) && new RouteEntry(other).matches(route);
  }

  private void rules(Fields before, Fields after) {
    var had = Parts.list(before, "config");
    var has = Parts.list(after, "config");
    without(had, has)
        .forEach(r -> changes.add(EntryChange.of(Section.ROUTE_RULE, Action.REMOVED, rule(r))));
    without(has, had)
        .forEach(r -> changes.add(EntryChange.of(Section.ROUTE_RULE, Action.ADDED, rule(r))));
  }

  private static String rule(Tree rule) {
    return "route rule " + Shown.text(rule);
  }

  private static Stream<Tree> without(List<Tree> from, List<Tree> others) {
    return from.stream().filter(t -> others.stream().noneMatch(o -> Lenient.same("rule", t, o)));
  }

  private void dns(Optional<Tree> before, Optional<Tree> after) {
    if (before.equals(after)) {
      return;
    }
    if (after.isPresent() && !(after.get() instanceof Fields)) {
      changes.add(EntryChange.of(Section.DNS, Action.CHANGED, "DNS -> " + Shown.UNKNOWN));
      return;
    }
    var had = Parts.fields(before).orElse(Fields.EMPTY);
    var has = Parts.fields(after).orElse(Fields.EMPTY);
    for (var list : List.of("server", "search", "options")) {
      var a = had.get(list).orElse(Tree.items());
      var b = has.get(list).orElse(Tree.items());
      if (!Lenient.same(list, a, b)) {
        changes.add(
            EntryChange.of(
                Section.DNS,
                b.equals(Tree.items()) ? Action.REMOVED : Action.CHANGED,
                "DNS %s %s -> %s".formatted(list, Shown.text(a), Shown.text(b))));
      }
    }
  }

  private void mappings(List<Tree> before, List<Tree> after) {
    for (var tree : before) {
      if (tree instanceof Fields had) {
        var has = SettingsEffect.find(after, Parts.text(had, "localnet"));
        if (has.isEmpty()) {
          changes.add(EntryChange.of(Section.OVN_MAPPING, Action.REMOVED, mapping(had)));
        } else if (!Lenient.same("mapping", had, has.get())) {
          changes.add(
              EntryChange.of(
                  Section.OVN_MAPPING,
                  Action.CHANGED,
                  "OVN mapping %s moves from %s to %s"
                      .formatted(
                          Shown.orNone(had.get("localnet")),
                          Shown.orNone(had.get("bridge")),
                          Shown.orNone(has.get().get("bridge")))));
        }
      }
    }
    for (var tree : after) {
      if (tree instanceof Fields has
          && SettingsEffect.find(before, Parts.text(has, "localnet")).isEmpty()) {
        changes.add(EntryChange.of(Section.OVN_MAPPING, Action.ADDED, mapping(has)));
      }
    }
  }

  private static String mapping(Fields mapping) {
    return "OVN mapping %s -> %s"
        .formatted(Shown.orNone(mapping.get("localnet")), Shown.orNone(mapping.get("bridge")));
  }

  private void host(String section, Fields before, Fields after) {
    var had = Parts.without(Parts.object(before, section), "running");
    var has = Parts.without(Parts.object(after, section), "running");
    if (had != has && !Lenient.same(section, had, has)) {
      changes.add(
          EntryChange.of(
              Section.HOST,
              Action.CHANGED,
              "%s %s -> %s".formatted(section, Shown.text(had), Shown.text(has))));
    }
  }
}
