package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestInterface.Link;
import io.kubevirtnet.guest.GuestInterface.Vlan;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** What interfaces are called in the guest, and the ids of VLANs. */
record NameRules(GuestInterfaces interfaces, Report report) {

  void check() {
    var taken = unnamedCards();
    interfaces.links().forEach(l -> link(l, taken));
    interfaces.made().forEach(i -> name(i.label(), taken));
    interfaces.made().forEach(this::notANetwork);
    vlans();
  }

  /** Cards that keep the names that the guest gives them. */
  private Map<String, String> unnamedCards() {
    var taken = new LinkedHashMap<String, String>();
    for (var card : interfaces.cards()) {
      boolean renamed = interfaces.link(card).filter(l -> l.spec().name().isGiven()).isPresent();
      if (!renamed) {
        card.name().ifPresent(n -> taken.put(n, "the card of " + card.network().shown()));
      }
    }
    return taken;
  }

  private void link(Link link, Map<String, String> taken) {
    var name = link.spec().name();
    if (name.isAbsent()) {
      return;
    }
    name(name, taken);
    link.label()
        .known()
        .flatMap(interfaces::card)
        .filter(c -> c.mac().isAbsent())
        .ifPresent(
            c ->
                report.add(
                    GuestCatalogue.NAME,
                    name.path(),
                    "The network " + c.network().shown() + " has no MAC address.",
                    "Set stableMac: true on it, or leave the name out."));
  }

  private void name(Value<String> name, Map<String, String> taken) {
    report.refuse(name, InterfaceName::problem, GuestCatalogue.NAME);
    name.ifKnown(
        text -> {
          var owner = taken.putIfAbsent(text, "another interface");
          if (owner != null) {
            report.add(GuestCatalogue.NAME, name.path(), name.shown() + " is also " + owner + ".");
          }
        });
  }

  /** Otherwise nobody could say which of the two a port means. */
  private void notANetwork(GuestInterface made) {
    made.label()
        .known()
        .flatMap(interfaces::card)
        .ifPresent(
            c ->
                report.add(
                    GuestCatalogue.NAME,
                    made.label().path(),
                    made.label().shown() + " is also a network of the machine."));
  }

  private void vlans() {
    var seen = new HashSet<String>();
    for (var vlan : interfaces.vlans()) {
      var spec = vlan.spec();
      report.require(
          spec.id(),
          VlanId::isValid,
          GuestCatalogue.VLAN_ID,
          spec.id().shown() + " is not a VLAN id.");
      spec.over()
          .ifBothKnown(
              spec.id(),
              (over, id) -> {
                if (!seen.add(over + " " + id)) {
                  report.add(
                      GuestCatalogue.VLAN_ID,
                      spec.id().path(),
                      "There is a VLAN "
                          + spec.id().shown()
                          + " over "
                          + spec.over().shown()
                          + " already.");
                }
              });
      saysItsId(vlan);
    }
  }

  private void saysItsId(Vlan vlan) {
    var spec = vlan.spec();
    spec.name()
        .ifBothKnown(
            spec.id(),
            (name, id) -> {
              boolean says = name.endsWith("." + id) || name.equals("vlan" + id);
              if (!says && VlanId.isValid(id) && InterfaceName.problem(name).isEmpty()) {
                report.add(
                    GuestCatalogue.VLAN_NAME,
                    spec.name().path(),
                    spec.name().shown() + " does not end in " + spec.id().shown() + ".");
              }
            });
  }
}
