package io.kubevirtnet.nmstate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the two ends of the relation between controller and port say about each other. */
final class ControllerRules {
  private final MergedIfaces all;

  private ControllerRules(MergedIfaces all) {
    this.all = all;
  }

  /** Before ports and controllers are matched. */
  static void checkWords(MergedIfaces all) {
    var rules = new ControllerRules(all);
    all.kernel.values().stream()
        .filter(i -> i.isDesired() && i.merged.isUp())
        .forEach(rules::listsIt);
    rules.nobodyElseListsIt();
  }

  /** After that. */
  static void checkPorts(MergedIfaces all) {
    var rules = new ControllerRules(all);
    rules.onePerPort();
    rules.infiniBand();
  }

  private void listsIt(MergedIface port) {
    var iface = port.desired.orElseThrow();
    var name = iface.controller().orElse("");
    if (name.isEmpty()) {
      return;
    }
    var place = iface.part("controller");
    var controller = all.controller(name);
    if (controller.isEmpty()) {
      all.refusals.missing(
          InterfaceCatalogue.UNKNOWN_PORT,
          place,
          "There is no " + name + " that " + iface.name() + " could be a port of.",
          "Interface " + port.name() + " desired controller " + name + " not found");
      return;
    }
    controller
        .get()
        .desired
        .filter(c -> !c.hasOpenPorts())
        .flatMap(Iface::ports)
        .filter(ports -> !ports.contains(port.name()))
        .ifPresent(
            ports ->
                all.refusals.add(
                    InterfaceCatalogue.CONTROLLER,
                    place,
                    name + " does not list " + port.name() + " as its port.",
                    "Interface "
                        + port.name()
                        + " has controller "
                        + name
                        + " but not listed in port list of controller interface"));
  }

  private void nobodyElseListsIt() {
    Map<String, String> controllers = new HashMap<>();
    all.all()
        .filter(i -> i.isDesired() && i.merged.isUp())
        .forEach(
            c -> c.merged.ports().orElse(List.of()).forEach(p -> controllers.put(p, c.name())));
    for (var port : all.kernel.values()) {
      if (!port.isDesired() || !port.merged.isUp() || !controllers.containsKey(port.name())) {
        continue;
      }
      var place = port.desired.orElseThrow().part("controller");
      var lister = controllers.getOrDefault(port.name(), "");
      if (place.text().isEmpty() || place.is(lister)) {
        continue;
      }
      var what = lister + " lists " + port.name() + " as its port.";
      if (place.is("")) {
        all.refusals.add(
            InterfaceCatalogue.CONTROLLER,
            place,
            what,
            "Interface "
                + port.name()
                + " desired to detach controller via controller property set to '', but still been"
                + " listed as port of controller "
                + lister
                + " ");
      } else {
        all.refusals.add(
            InterfaceCatalogue.CONTROLLER,
            place,
            what,
            "Interface "
                + port.name()
                + " has controller property set to "
                + place.shown()
                + ", but been listed as port of controller "
                + lister
                + " ");
      }
    }
  }

  private void onePerPort() {
    Map<String, String> controllers = new HashMap<>();
    all.all()
        .filter(i -> i.merged.isController() && i.merged.isUp() && i.isDesired())
        .forEach(c -> claim(c, controllers));
  }

  private void claim(MergedIface controller, Map<String, String> controllers) {
    for (var part : controller.merged.portParts().orElse(List.of())) {
      var port = part.text().orElse("");
      if (port.isEmpty()) {
        continue;
      }
      var other = controllers.putIfAbsent(port, controller.name());
      boolean said = controller.name().equals(other) && all.names.get(port).contains(port);
      if (other != null && !said) {
        all.refusals.add(
            InterfaceCatalogue.OVERBOOKED,
            part,
            port + " is a port of " + other + " already.",
            "Port "
                + port
                + " is overbooked by two controller: "
                + controller.name()
                + ", "
                + other);
      }
    }
  }

  private void infiniBand() {
    var cards = new HashSet<String>();
    all.kernel.values().stream()
        .filter(i -> i.merged.isType("infiniband"))
        .forEach(i -> cards.add(i.name()));
    for (var controller : all.kernel.values()) {
      var merged = controller.merged;
      boolean activeBackup = merged.part("link-aggregation", "mode").is("active-backup");
      if (!controller.isDesired()
          || !merged.isController()
          || merged.isType(Iface.BOND) && activeBackup
          || merged.part("link-aggregation", "mode").isOpen()) {
        continue;
      }
      var shared = merged.ports().orElse(List.of()).stream().filter(cards::contains).toList();
      if (!shared.isEmpty()) {
        all.refusals.add(
            LinkCatalogue.SPECIAL,
            Refusals.at(merged),
            merged.name() + " can not have InfiniBand ports.",
            "InfiniBand interface ["
                + String.join(", ", shared.stream().map(ParserWords::quoted).toList())
                + "] cannot use as port of "
                + merged.name()
                + ". Only active-backup bond allowed.");
      }
    }
  }
}
