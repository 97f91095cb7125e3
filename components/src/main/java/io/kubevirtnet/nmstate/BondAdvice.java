package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.List;

/** Bonds that the kernel refuses, or that add nothing. */
final class BondAdvice {
  private static final int ENOUGH = 2;

  private final Advice advice;

  private BondAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var bonds = new BondAdvice(advice);
    advice.present(Iface.BOND).forEach(bonds::bond);
    advice
        .present(Iface.OVS_BRIDGE)
        .flatMap(b -> b.part("bridge", "port").items().stream())
        .filter(p -> p.get("link-aggregation").isObject())
        .forEach(p -> bonds.size(p.get("link-aggregation", "port"), p.get("name").shown()));
  }

  private void bond(Iface bond) {
    var section = bond.part("link-aggregation");
    var options = section.get("options");
    if (!bond.hasOpenPorts() && bond.ports().isPresent()) {
      size(
          section.get("port").isSet() ? section.get("port") : section.get("ports-config"),
          bond.name());
      var primary = options.get("primary");
      if (primary.text().filter(p -> !p.isEmpty() && !bond.ports().get().contains(p)).isPresent()) {
        advice.add(
            AdviceCatalogue.PRIMARY,
            primary,
            primary.shown() + " is no port of " + bond.name() + ".");
      }
    }
    boolean blind =
        options.get("miimon").number().filter(m -> m == 0).isPresent()
            && !options.get("arp_interval").isOpen()
            && options.get("arp_interval").number().orElse(0L) == 0;
    if (blind) {
      advice.add(
          AdviceCatalogue.NO_MONITORING,
          options.get("miimon"),
          bond.name() + " does not notice that a port is dead.");
    }
  }

  private void size(Part ports, String name) {
    List<Part> items = ports.items();
    if (ports.isList() && items.size() < ENOUGH) {
      advice.add(
          AdviceCatalogue.BOND_SIZE,
          ports,
          name + (items.isEmpty() ? " has no port." : " has one port."));
    }
  }
}
