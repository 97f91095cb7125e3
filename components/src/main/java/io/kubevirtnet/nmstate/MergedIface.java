package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.Optional;

/** An interface on its way from what is to what shall be. */
final class MergedIface {
  Optional<Iface> desired;
  Optional<Iface> current;

  /** What would be handed to the node: desired ones, and those that change with them. */
  Optional<Iface> applied;

  Iface merged;
  long priority;

  private MergedIface(Optional<Iface> desired, Optional<Iface> current, Iface merged) {
    this.desired = desired;
    this.current = current;
    this.applied = desired;
    this.merged = merged;
  }

  static MergedIface desired(Iface desired) {
    return new MergedIface(Optional.of(desired), Optional.empty(), desired);
  }

  static MergedIface current(Iface current) {
    return new MergedIface(Optional.empty(), Optional.of(current), current);
  }

  static MergedIface of(Iface desired, Iface current) {
    var merged = new Iface(overlay(desired.fields(), current.fields()), desired.path());
    var both = new MergedIface(Optional.of(desired), Optional.of(current), merged);
    if (merged.isUp()) {
      both.merged = BondMerge.of(IpMerge.of(merged, desired, current), desired, current);
    }
    return both;
  }

  boolean isDesired() {
    return desired.isPresent();
  }

  boolean isChanged() {
    return applied.isPresent();
  }

  String name() {
    return merged.name();
  }

  /** Takes it into the change, if it is only there so far. */
  void touch() {
    if (desired.isEmpty() && current.isPresent()) {
      applied = Optional.of(current.get().nameAndType());
      keepController();
    }
  }

  void touchAsUp() {
    if (desired.isEmpty() && applied.isEmpty()) {
      touch();
      setState(Iface.UP);
    }
  }

  void setState(String state) {
    merged = merged.with(state, "state");
    applied = applied.map(i -> i.with(state, "state"));
  }

  void markAbsent() {
    touch();
    setState(InterfaceSchema.ABSENT);
  }

  void keepController() {
    if (applied.isPresent()
        && !applied.get().part("controller").isSet()
        && current.isPresent()
        && current.get().controller().isPresent()) {
      applied =
          Optional.of(
              applied
                  .get()
                  .withController(
                      current.get().controller().get(), current.get().controllerType()));
    }
  }

  /** Each setting that is desired, and each other one that there is; lists are not merged. */
  private static Fields overlay(Fields desired, Fields current) {
    var both = new LinkedHashMap<>(desired.fields());
    current
        .fields()
        .forEach(
            (name, value) -> {
              Tree there = both.get(name);
              if (there == null) {
                both.put(name, value);
              } else if (there instanceof Fields d && value instanceof Fields c) {
                both.put(name, overlay(d, c));
              }
            });
    return new Fields(both, desired.marks());
  }
}
