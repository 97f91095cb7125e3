package io.kubevirtnet.nmstate;

import io.kubevirtnet.nmstate.Ifaces.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All interfaces, desired and current, matched by name. */
final class MergedIfaces {
  final Map<String, MergedIface> kernel = new LinkedHashMap<>();
  final Map<Key, MergedIface> user = new LinkedHashMap<>();
  final List<Key> order;
  final List<Key> ignored;
  final Refusals refusals;
  final NameSearch names;

  private MergedIfaces(Ifaces desired, Ifaces current, List<Key> ignored, Refusals refusals) {
    this.refusals = refusals;
    this.ignored = ignored;
    this.order = new ArrayList<>(desired.order);
    desired.all().forEach(d -> put(merge(d, current.remove(d.name(), d.type()), refusals)));
    current.all().forEach(c -> put(MergedIface.current(c)));
    this.names = new NameSearch(kernel.values());
  }

  /** What the rules between interfaces look at; what was wrong on the way has been said. */
  static MergedIfaces of(Ifaces desired, Ifaces current, Refusals refusals) {
    Resolution.resolve(desired, current, refusals);
    var ignored = Ignored.settle(desired, current, refusals);
    return new MergedIfaces(desired, current, ignored, refusals);
  }

  boolean alone() {
    return refusals.alone();
  }

  Stream<MergedIface> all() {
    return Stream.concat(user.values().stream(), kernel.values().stream());
  }

  Optional<MergedIface> get(String name, String type) {
    if (type.equals(InterfaceSchema.UNKNOWN)) {
      return find(name)
          .or(() -> user.values().stream().filter(i -> i.name().equals(name)).findFirst());
    }
    return type.equals(Iface.OVS_BRIDGE) || type.equals("ipsec")
        ? Optional.ofNullable(user.get(new Key(name, type)))
        : find(name);
  }

  Optional<MergedIface> find(String name) {
    return Optional.ofNullable(kernel.get(name));
  }

  /** An OVS bridge of that name, else any interface that the kernel has. */
  Optional<MergedIface> controller(String name) {
    return get(name, Iface.OVS_BRIDGE).or(() -> find(name));
  }

  void put(MergedIface iface) {
    if (iface.merged.isUserspace()) {
      user.put(Key.of(iface.merged), iface);
    } else {
      kernel.put(iface.name(), iface);
    }
  }

  private static MergedIface merge(Iface desired, Optional<Iface> current, Refusals refusals) {
    if (current.isPresent() && !current.get().type().equals(desired.type())) {
      refusals.add(
          InterfaceCatalogue.TYPE_CHANGED,
          desired.part("type"),
          desired.name() + " is " + current.get().type() + " on the node.",
          "Desired interface "
              + desired.name()
              + " holds different interface type than current: desired "
              + desired.type()
              + " vs current "
              + current.get().type());
      return OvsRules.withPort(MergedIface.desired(desired));
    }
    return OvsRules.withPort(
        current.map(c -> MergedIface.of(desired, c)).orElseGet(() -> MergedIface.desired(desired)));
  }
}
