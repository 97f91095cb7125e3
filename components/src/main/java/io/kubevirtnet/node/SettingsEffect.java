package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a desired state does to what no interface has: rules, DNS, OVN mappings, the host's name.
 */
final class SettingsEffect {
  private SettingsEffect() {}

  static Fields apply(Fields state, Fields desired) {
    var after = routeRules(state, desired);
    after = dns(after, desired);
    after = mappings(after, desired);
    for (var section : List.of("hostname", "ovs-db")) {
      var wanted = Parts.object(desired, section);
      var before = Parts.object(after, section);
      var merged = Merge.fields(before, Parts.without(wanted, "running"));
      after = merged == before ? after : after.with(section, merged);
    }
    return after;
  }

  private static Fields routeRules(Fields state, Fields desired) {
    var entries = Parts.objects(Parts.object(desired, "route-rules"), "config");
    var section = Parts.object(state, "route-rules");
    var before = Parts.list(section, "config");
    var after = new ArrayList<Tree>();
    for (var rule : before) {
      if (entries.stream().noneMatch(e -> isAbsent(e) && matches(e, rule))) {
        after.add(rule);
      }
    }
    for (var entry : entries) {
      if (!isAbsent(entry) && after.stream().noneMatch(r -> matches(entry, r))) {
        after.add(Parts.without(entry, "state"));
      }
    }
    return after.equals(before) ? state : state.with("route-rules", section.with("config", after));
  }

  static boolean isAbsent(Fields entry) {
    return Parts.text(entry, "state").filter("absent"::equals).isPresent();
  }

  private static boolean matches(Fields pattern, Tree rule) {
    return rule instanceof Fields r
        && pattern.fields().entrySet().stream()
            .filter(e -> !e.getKey().equals("state"))
            .allMatch(
                e ->
                    r.get(e.getKey())
                        .filter(v -> Lenient.same(e.getKey(), v, e.getValue()))
                        .isPresent());
  }

  private static Fields dns(Fields state, Fields desired) {
    var wanted = Parts.object(desired, "dns-resolver").get("config");
    if (wanted.isEmpty()) {
      return state;
    }
    var section = Parts.object(state, "dns-resolver");
    var before = Parts.object(section, "config");
    if (wanted.get() instanceof Unknown) {
      return state.with("dns-resolver", section.with("config", wanted.get()));
    }
    var config = Parts.fields(wanted).orElse(Fields.EMPTY);
    // `config: {}` purges.
    var after = config.fields().isEmpty() ? empty(before) : lists(before, config);
    return after == before ? state : state.with("dns-resolver", section.with("config", after));
  }

  private static Fields empty(Fields before) {
    return before.fields().values().stream().allMatch(v -> v.equals(Tree.items()))
        ? before
        : Fields.EMPTY;
  }

  private static Fields lists(Fields before, Fields config) {
    var after = before;
    for (var entry : config.fields().entrySet()) {
      var had = before.get(entry.getKey());
      var has = Merge.value(entry.getKey(), had, entry.getValue());
      boolean stillNone = had.isEmpty() && has.equals(Tree.items());
      if (!stillNone && (had.isEmpty() || has != had.get())) {
        after = after.with(entry.getKey(), has);
      }
    }
    return after;
  }

  private static Fields mappings(Fields state, Fields desired) {
    var wanted = Parts.objects(Parts.object(desired, "ovn"), "bridge-mappings");
    var section = Parts.object(state, "ovn");
    var before = Parts.list(section, "bridge-mappings");
    var after = new ArrayList<>(before);
    for (var mapping : wanted) {
      var localnet = Parts.text(mapping, "localnet");
      var known = find(after, localnet);
      if (isAbsent(mapping)) {
        known.ifPresent(after::remove);
      } else if (known.isEmpty()) {
        after.add(Parts.without(mapping, "state"));
      } else {
        after.set(
            after.indexOf(known.get()), Merge.fields(known.get(), Parts.without(mapping, "state")));
      }
    }
    return after.equals(before) ? state : state.with("ovn", section.with("bridge-mappings", after));
  }

  static Optional<Fields> find(List<Tree> mappings, Optional<String> localnet) {
    return mappings.stream()
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .filter(m -> localnet.isPresent() && Parts.text(m, "localnet").equals(localnet))
        .findFirst();
  }
}
