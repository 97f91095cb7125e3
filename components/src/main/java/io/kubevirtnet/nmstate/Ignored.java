package io.kubevirtnet.nmstate;

import io.kubevirtnet.nmstate.Ifaces.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Interfaces that nmstate leaves alone, and when it stops to. */
final class Ignored {
  private final Ifaces desired;
  private final Ifaces current;

  private Ignored(Ifaces desired, Ifaces current) {
    this.desired = desired;
    this.current = current;
  }

  /** Takes the ignored ones out of both states and says which they were. */
  static List<Key> settle(Ifaces desired, Ifaces current, Refusals refusals) {
    var ignored = new Ignored(desired, current);
    ignored.manageListedPorts();
    var keys = ignored.keys();
    ignored.checkPeers(keys, refusals);
    remove(desired, keys);
    remove(current, keys);
    return keys;
  }

  /** A port that a desired controller lists is ignored no longer, unless it ignored some before. */
  private void manageListedPorts() {
    var unmentioned = new HashSet<String>();
    var all = new HashSet<String>();
    current.kernel.values().stream()
        .filter(Iface::isIgnored)
        .forEach(
            c -> {
              var wish = Optional.ofNullable(desired.kernel.get(c.name()));
              if (wish.isEmpty()) {
                unmentioned.add(c.name());
              }
              if (wish.isEmpty() || wish.get().isIgnored()) {
                all.add(c.name());
              }
            });
    desired.kernel.values().stream().filter(Iface::isIgnored).forEach(i -> all.add(i.name()));
    desired
        .all()
        .filter(i -> i.isController() && i.isUp())
        .filter(i -> !heldIgnored(i, all))
        .flatMap(i -> i.ports().stream().flatMap(List::stream))
        .filter(unmentioned::contains)
        .toList()
        .forEach(
            p ->
                Optional.ofNullable(current.kernel.get(p))
                    .ifPresent(c -> desired.kernel.put(p, c.nameAndType())));
  }

  private boolean heldIgnored(Iface controller, Set<String> ignored) {
    return current
        .get(controller.name(), controller.type())
        .flatMap(Iface::ports)
        .filter(p -> p.stream().anyMatch(ignored::contains))
        .isPresent();
  }

  private List<Key> keys() {
    var kernel =
        desired.kernel.values().stream()
            .filter(Iface::isIgnored)
            .map(Iface::name)
            .collect(Collectors.toCollection(HashSet::new));
    var user =
        desired.user.values().stream()
            .filter(Iface::isIgnored)
            .map(Key::of)
            .collect(Collectors.toCollection(HashSet::new));
    current.kernel.values().stream()
        .filter(c -> c.isIgnored() && isNotManaged(desired.kernel.get(c.name())))
        .forEach(c -> kernel.add(c.name()));
    current.user.values().stream()
        .filter(c -> c.isIgnored() && isNotManaged(desired.user.get(Key.of(c))))
        .forEach(c -> user.add(Key.of(c)));
    var keys = new ArrayList<>(user);
    kernel.forEach(
        n ->
            desired
                .get(n, InterfaceSchema.UNKNOWN)
                .or(() -> current.get(n, InterfaceSchema.UNKNOWN))
                .ifPresent(i -> keys.add(new Key(n, i.type()))));
    return keys;
  }

  private static boolean isNotManaged(@org.jspecify.annotations.Nullable Iface desired) {
    return desired == null || desired.isIgnored();
  }

  /** The other end of a veth pair can not be exchanged while nmstate must not touch it. */
  private void checkPeers(List<Key> ignored, Refusals refusals) {
    for (var iface : desired.kernel.values()) {
      var peer = iface.part("veth", "peer");
      var now = Optional.ofNullable(current.kernel.get(iface.name()));
      if (!iface.isType(Iface.ETHERNET)
          || peer.text().isEmpty()
          || now.filter(c -> c.isType(Iface.ETHERNET)).isEmpty()) {
        continue;
      }
      var held = now.get().part("veth", "peer").text();
      if (held.isEmpty()) {
        refusals.add(
            LinkCatalogue.VETH,
            peer,
            "The other end of " + iface.name() + " is in another network namespace.",
            "Veth interface "
                + iface.name()
                + " is currently holding peer assigned to other namespace Please remove this veth"
                + " pair before changing veth peer to "
                + peer.shown());
      } else if (!held.equals(peer.text())
          && ignored.contains(new Key(held.get(), Iface.ETHERNET))) {
        refusals.add(
            LinkCatalogue.VETH,
            peer,
            "The other end of " + iface.name() + " is " + held.get() + ", which is ignored.",
            "Veth interface "
                + iface.name()
                + " is currently holding peer "
                + held.get()
                + " which is marked as ignored. Hence not allowing changing its peer to "
                + peer.shown()
                + ". Please remove this veth pair before changing veth peer");
      }
    }
  }

  private static void remove(Ifaces state, List<Key> ignored) {
    ignored.forEach(k -> state.remove(k.name(), k.type()));
    var names =
        ignored.stream()
            .filter(k -> !k.type().equals(Iface.OVS_BRIDGE) && !k.type().equals("ipsec"))
            .map(Key::name)
            .collect(Collectors.toSet());
    for (var iface : state.all().filter(Iface::isController).toList()) {
      var changed = iface;
      for (var port : Set.copyOf(iface.ports().orElse(List.of()))) {
        if (names.contains(port)) {
          changed = PortNames.removed(changed, port);
        }
      }
      state.put(changed);
    }
  }
}
