package io.kubevirtnet.nmstate;

import io.kubevirtnet.nmstate.Ifaces.Key;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which interfaces become ports, and which ones stop to be. */
final class PortChanges {
  private final MergedIfaces all;

  /** The new controller of a port; its name is empty for a port that is let go. */
  private record Change(String controller, Optional<String> type, String state, Part place) {}

  private PortChanges(MergedIfaces all) {
    this.all = all;
  }

  static void settle(MergedIfaces all) {
    var changes = new PortChanges(all);
    changes.listed();
    changes.claimed();
  }

  private void listed() {
    Map<String, Change> changes = new LinkedHashMap<>();
    all.all()
        .filter(i -> i.isDesired() && i.merged.isController())
        .toList()
        .forEach(c -> collect(c, changes));
    changes.forEach(
        (port, change) -> {
          var known = all.find(port);
          if (known.isPresent()) {
            if (!known.get().isChanged()) {
              all.order.add(Key.of(known.get().merged));
            }
            change(known.get(), change);
          } else if (change.type().filter(Iface.OVS_BRIDGE::equals).isPresent()) {
            addInternal(port, change);
          } else if (!change.controller().isEmpty()) {
            all.refusals.missing(
                InterfaceCatalogue.UNKNOWN_PORT,
                change.place(),
                change.controller() + " lists " + port + ", which is not there.",
                "Controller interface " + change.controller() + " is holding unknown port " + port);
          }
        });
  }

  /** Open vSwitch makes an interface of its own of what it does not know. */
  private void addInternal(String port, Change change) {
    var internal =
        Iface.named(port, Iface.OVS_INTERFACE, change.place().path())
            .withController(change.controller(), Optional.of(Iface.OVS_BRIDGE));
    all.put(MergedIface.desired(internal));
    all.order.add(Key.of(internal));
  }

  private static void collect(MergedIface controller, Map<String, Change> changes) {
    var desired = controller.desired.orElseThrow();
    var now = controller.current.filter(c -> !c.isIgnored()).flatMap(Iface::ports);
    var wanted =
        desired.ports().or(() -> controller.current.filter(Iface::isIgnored).flatMap(Iface::ports));
    if (desired.isAbsent()) {
      var left = controller.current.flatMap(Iface::ports).orElse(List.of());
      left.forEach(p -> changes.putIfAbsent(p, detached(controller)));
      return;
    }
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> attached = new LinkedHashSet<>(wanted.get());
    now.ifPresent(attached::removeAll);
    controller.current.ifPresent(c -> attached.addAll(reconfigured(desired, c)));
    attached.forEach(
        p ->
            changes.put(
                p,
                new Change(
                    controller.name(),
                    Optional.of(controller.merged.type()),
                    controller.merged.state(),
                    placeOf(p, desired))));
    now.orElse(List.of()).stream()
        .filter(p -> !wanted.get().contains(p) && !desired.hasOpenPorts())
        .forEach(p -> changes.putIfAbsent(p, detached(controller)));
  }

  private static Change detached(MergedIface controller) {
    return new Change(
        "", Optional.empty(), controller.merged.state(), Refusals.at(controller.merged));
  }

  private static Part placeOf(String port, Iface controller) {
    return controller.portParts().orElse(List.of()).stream()
        .filter(p -> p.is(port))
        .findFirst()
        .orElse(Refusals.at(controller));
  }

  /** Ports that stay, with other settings. */
  private static List<String> reconfigured(Iface desired, Iface current) {
    var section = desired.isType(Iface.BOND) ? "link-aggregation" : "bridge";
    var list = desired.isType(Iface.BOND) ? "ports-config" : "port";
    if (!desired.type().equals(current.type())
        || !(desired.isType(Iface.BOND) || desired.isType(Iface.LINUX_BRIDGE))) {
      return List.of();
    }
    Map<String, Part> before = new LinkedHashMap<>();
    current
        .part(section, list)
        .items()
        .forEach(p -> before.put(p.get("name").text().orElse(""), p));
    return desired.part(section, list).items().stream()
        .filter(
            p -> {
              var old = before.get(p.get("name").text().orElse(""));
              return old != null && differs(p, old);
            })
        .map(p -> p.get("name").text().orElse(""))
        .toList();
  }

  private static boolean differs(Part desired, Part current) {
    if (!(desired.tree().orElseThrow() instanceof Fields fields)) {
      return false;
    }
    return fields.fields().keySet().stream()
        .anyMatch(
            name -> {
              var wish = desired.get(name);
              var now = current.get(name);
              return name.equals("vlan") ? vlanDiffers(wish, now) : !wish.tree().equals(now.tree());
            });
  }

  private static boolean vlanDiffers(Part desired, Part current) {
    if (!current.isSet() || !desired.isObject()) {
      return true;
    }
    var wish = ((Fields) desired.tree().orElseThrow()).fields();
    boolean emptied =
        wish.isEmpty() && current.tree().filter(t -> !t.equals(Fields.EMPTY)).isPresent();
    return emptied
        || wish.keySet().stream()
            .anyMatch(k -> !desired.get(k).tree().equals(current.get(k).tree()));
  }

  /** Ports that name their controller themselves. */
  private void claimed() {
    var claims =
        all.kernel.values().stream()
            .filter(i -> i.isDesired() && i.merged.isUp())
            .filter(i -> i.desired.get().hasController())
            .filter(i -> i.desired.get().controllerType().isEmpty())
            .toList();
    for (var port : claims) {
      var place = port.desired.orElseThrow().part("controller");
      var name = place.text().orElseThrow();
      var controller = all.controller(name);
      if (controller.isPresent()) {
        change(
            port,
            new Change(
                name,
                Optional.of(controller.get().merged.type()),
                controller.get().merged.state(),
                place));
      } else {
        all.refusals.missing(
            InterfaceCatalogue.UNKNOWN_PORT,
            place,
            "There is no " + name + " that " + port.name() + " could be a port of.",
            "The controller " + name + " of interface " + port.name() + " does not exists");
      }
    }
  }

  private void change(MergedIface port, Change change) {
    boolean orphan = port.merged.isType(Iface.OVS_INTERFACE) && change.controller().isEmpty();
    var former = port.current.flatMap(Iface::controller);
    if (orphan && former.isPresent() && port.applied.filter(Iface::isUp).isPresent()) {
      all.refusals.add(
          InterfaceCatalogue.CONTROLLER,
          Refusals.at(port.merged),
          port.name() + " can not live outside of " + former.get() + ".",
          "Interface "
              + port.name()
              + " cannot live without controller, but it is detached from original controller "
              + former.get()
              + ", cannot apply desired `state:up`");
      return;
    }
    if (!port.isChanged()) {
      port.touch();
      if (change.state().equals(Iface.UP)) {
        port.setState(Iface.UP);
      }
    }
    if (orphan) {
      port.setState(InterfaceSchema.ABSENT);
      return;
    }
    port.applied = port.applied.map(i -> i.withController(change.controller(), change.type()));
    port.merged = port.merged.withController(change.controller(), change.type());
    if (!port.merged.canHaveIp()) {
      port.merged = port.merged.without("ipv4").without("ipv6");
    }
  }
}
