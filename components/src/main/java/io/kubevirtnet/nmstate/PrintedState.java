package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A state as nmstate prints it again after reading: sorted, with one spelling of everything. */
final class PrintedState {
  private static final List<String> FIRST = List.of("name", "type", "state");
  private static final List<String> EMPTY_IS_NOTHING = List.of("description", "driver");

  private PrintedState() {}

  static Fields of(Fields state) {
    var read = StateSchema.STATE.readFields(state, PropertyPath.ROOT, Reading.silent());
    var printed = new LinkedHashMap<String, Tree>();
    for (var setting : StateSchema.STATE.settings()) {
      if (setting.name().equals("interfaces")) {
        printed.put(setting.name(), interfaces(read));
      } else {
        read.get(setting.name())
            .filter(t -> !isNothing(setting.name(), t))
            .ifPresent(t -> printed.put(setting.name(), section(setting.name(), t)));
      }
    }
    return new Fields(printed, Marks.NONE);
  }

  static Items interfaces(Fields read) {
    return new Items(
        Ifaces.of(read, PropertyPath.ROOT).sorted().stream()
            .map(i -> (Tree) iface(i.fields()))
            .toList(),
        Marks.NONE);
  }

  /** In nmstate's order, which begins with what every interface has. */
  static Fields iface(Fields read) {
    var printed = new LinkedHashMap<String, Tree>();
    var withType = read.get("type").isPresent() ? read : read.with("type", InterfaceSchema.UNKNOWN);
    printed.put("name", withType.get("name").orElseThrow());
    withType
        .fields()
        .forEach(
            (name, value) -> {
              boolean nothing = EMPTY_IS_NOTHING.contains(name) && Scalars.text(value).isEmpty();
              if (!nothing && !FIRST.contains(name)) {
                printed.put(name, value);
              }
            });
    var ordered = new LinkedHashMap<String, Tree>();
    for (var setting : InterfaceSchema.order()) {
      var value =
          FIRST.contains(setting)
              ? withType.get(setting)
              : Optional.ofNullable(printed.get(setting));
      value.ifPresent(v -> ordered.put(setting, v));
    }
    printed.forEach(ordered::putIfAbsent);
    return new Fields(ordered, Marks.NONE);
  }

  private static boolean isNothing(String name, Tree tree) {
    boolean dropped =
        List.of("routes", "route-rules", "ovn").contains(name)
            && tree instanceof Fields f
            && f.fields().isEmpty();
    return dropped || name.equals("description") && Scalars.text(tree).isEmpty();
  }

  private static Tree section(String name, Tree tree) {
    if (name.equals("route-rules") && tree instanceof Fields f) {
      return f.get("config").isPresent() && f.get("config").get() instanceof Items rules
          ? f.with(
              "config",
              new Items(rules.items().stream().map(PrintedState::rule).toList(), rules.marks()))
          : tree;
    }
    return tree;
  }

  /** Marks of packets are printed in hexadecimal. */
  static Tree rule(Tree rule) {
    if (!(rule instanceof Fields fields)) {
      return rule;
    }
    Map<String, Tree> printed = new LinkedHashMap<>(fields.fields());
    for (var name : List.of("fwmark", "fwmask")) {
      printed.computeIfPresent(
          name,
          (k, v) ->
              Scalars.whole(v).isPresent()
                  ? Scalars.like(v, "0x" + Long.toHexString(Scalars.whole(v).getAsLong()))
                  : v);
    }
    return new Fields(printed, fields.marks());
  }
}
