package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of the way back that no interface has: routes, rules, DNS, mappings, the host. */
record EntriesBack(Fields have, Fields target, Set<String> absent, List<String> leftBehind) {

  void into(Map<String, Tree> state) {
    config(state, "routes", routes());
    config(state, "route-rules", rules());
    dns(state);
    mappings(state);
    host(state);
  }

  private static void config(Map<String, Tree> state, String section, List<Tree> entries) {
    if (!entries.isEmpty()) {
      state.put(section, Tree.of("config", entries));
    }
  }

  private List<Tree> routes() {
    var is = routes(have);
    var was = routes(target);
    var entries = new ArrayList<Tree>();
    // Routes go by themselves with an interface that goes.
    missing(is, was).stream()
        .filter(r -> !absent.contains(r.via()))
        .forEach(r -> entries.add(r.absent().fields()));
    missing(was, is).forEach(r -> entries.add(r.fields()));
    return entries;
  }

  private static List<RouteEntry> routes(Fields state) {
    return Parts.objects(Parts.object(state, "routes"), "config").stream()
        .map(RouteEntry::new)
        .toList();
  }

  private static List<RouteEntry> missing(List<RouteEntry> from, List<RouteEntry> in) {
    return from.stream()
        .filter(r -> in.stream().noneMatch(o -> r.matches(o) && o.matches(r)))
        .toList();
  }

  private List<Tree> rules() {
    var is = Parts.objects(Parts.object(have, "route-rules"), "config");
    var was = Parts.objects(Parts.object(target, "route-rules"), "config");
    var entries = new ArrayList<Tree>();
    is.stream().filter(r -> !contains(was, r)).forEach(r -> entries.add(r.with("state", "absent")));
    was.stream().filter(r -> !contains(is, r)).forEach(entries::add);
    return entries;
  }

  private static boolean contains(List<Fields> entries, Fields entry) {
    return entries.stream().anyMatch(e -> Lenient.same("entry", e, entry));
  }

  private void dns(Map<String, Tree> state) {
    var is = Parts.object(have, "dns-resolver", "config");
    var was = Parts.object(target, "dns-resolver", "config");
    var config = Fields.EMPTY;
    boolean any = false;
    boolean same = true;
    for (var list : List.of("server", "search", "options")) {
      var former = was.get(list).orElse(Tree.items());
      same &= Lenient.same(list, is.get(list).orElse(Tree.items()), former);
      any |= !former.equals(Tree.items());
      config = config.with(list, former);
    }
    if (!same) {
      // Empty as a whole: nmstate purges.
      state.put("dns-resolver", Tree.of("config", any ? config : Fields.EMPTY));
    }
  }

  private void mappings(Map<String, Tree> state) {
    var is = Parts.list(Parts.object(have, "ovn"), "bridge-mappings");
    var was = Parts.list(Parts.object(target, "ovn"), "bridge-mappings");
    var entries = new ArrayList<Tree>();
    for (var mapping : is) {
      if (mapping instanceof Fields m) {
        var localnet = Parts.text(m, "localnet");
        var former = SettingsEffect.find(was, localnet);
        if (former.isEmpty()) {
          entries.add(Tree.of("localnet", localnet.orElse("")).with("state", "absent"));
        } else if (!Lenient.same("mapping", m, former.get())) {
          entries.add(former.get());
        }
      }
    }
    for (var mapping : was) {
      if (mapping instanceof Fields m
          && SettingsEffect.find(is, Parts.text(m, "localnet")).isEmpty()) {
        entries.add(m);
      }
    }
    if (!entries.isEmpty()) {
      state.put("ovn", Tree.of("bridge-mappings", entries));
    }
  }

  private void host(Map<String, Tree> state) {
    var is = Parts.object(have, "hostname").get("config");
    var was = Parts.object(target, "hostname").get("config");
    if (was.isPresent() && !is.equals(was)) {
      state.put("hostname", Tree.of("config", was.get()));
    } else if (is.isPresent() && was.isEmpty()) {
      leftBehind.add("The host keeps its name %s.".formatted(Shown.text(is.get())));
    }
    for (var section : List.of("external_ids", "other_config")) {
      ovsDb(state, section);
    }
  }

  /** An empty section is purged; one key among others can not be taken out without a null. */
  private void ovsDb(Map<String, Tree> state, String section) {
    var is = Parts.object(have, "ovs-db", section);
    var was = Parts.object(target, "ovs-db", section);
    if (Lenient.same(section, is, was)) {
      return;
    }
    var former = state.get("ovs-db") instanceof Fields f ? f : Fields.EMPTY;
    state.put("ovs-db", former.with(section, was));
    is.fields().keySet().stream()
        .filter(k -> was.get(k).isEmpty() && !was.fields().isEmpty())
        .forEach(k -> leftBehind.add("Open vSwitch keeps %s %s.".formatted(section, k)));
  }
}
