package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestInterface.Link;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which card an entry means, and whether the guest finds it. */
record CardRules(GuestInterfaces interfaces, Report report) {

  void check(PropertyPath links) {
    var seen = new HashSet<String>();
    interfaces.links().forEach(l -> link(l, seen));
    interfaces.made().forEach(this::under);
    interfaces.cards().forEach(card -> found(card, links));
  }

  private void link(Link link, HashSet<String> seen) {
    report.check(
        link.label(),
        network -> {
          if (interfaces.card(network).isEmpty()) {
            unknown(link.label(), List.of());
          } else if (!seen.add(network)) {
            report.add(
                GuestCatalogue.TWICE,
                link.label().path(),
                link.label().shown() + " has an entry already.");
          }
        });
  }

  private void under(GuestInterface above) {
    report.check(
        above.under(),
        list ->
            list.forEach(
                lower ->
                    report.check(
                        lower,
                        name -> {
                          var others = mayCarry(above);
                          if (interfaces.card(name).isEmpty() && !others.contains(name)) {
                            unknown(lower, others);
                          }
                        })));
  }

  /** Interfaces of the guest on which one of that kind can stand. */
  private List<String> mayCarry(GuestInterface above) {
    Stream<? extends GuestInterface> carriers =
        above instanceof GuestInterface.Vlan
            ? Stream.concat(interfaces.bonds().stream(), interfaces.bridges().stream())
            : above instanceof GuestInterface.Bridge
                ? Stream.concat(interfaces.bonds().stream(), interfaces.vlans().stream())
                : Stream.empty();
    return carriers.map(GuestInterface::label).flatMap(l -> l.known().stream()).toList();
  }

  private void unknown(Value<String> label, List<String> others) {
    if (interfaces.open()) {
      report.notChecked(label.path(), "known after apply");
      return;
    }
    var name = label.known().orElse("");
    var known =
        Stream.concat(
                interfaces.cards().stream()
                    .map(GuestCard::network)
                    .filter(n -> !n.marks().secret())
                    .flatMap(n -> n.known().stream()),
                others.stream())
            .toList();
    report.add(
        GuestCatalogue.UNKNOWN_NETWORK,
        label.path(),
        "The machine has no network " + label.shown() + ".",
        called(name)
            .or(() -> Nearest.to(name, known))
            .filter(n -> !label.marks().secret())
            .map(n -> "Write " + n + ".")
            .orElse(
                known.isEmpty()
                    ? "Add it to the networks of the machine."
                    : "Known here: " + String.join(", ", known) + "."));
  }

  /** The network of the card that the guest calls so. */
  private Optional<String> called(String name) {
    return interfaces.cards().stream()
        .filter(
            c ->
                c.name().filter(name::equals).isPresent()
                    || interfaces
                        .link(c)
                        .flatMap(l -> l.spec().name().known())
                        .filter(name::equals)
                        .isPresent())
        .findFirst()
        .map(GuestCard::network)
        .filter(n -> !n.marks().secret())
        .flatMap(Value::known);
  }

  private void found(GuestCard card, PropertyPath links) {
    var entry = entry(card);
    if (card.mac().isGiven() || (entry.isEmpty() && !card.pod())) {
      return;
    }
    var at = entry.orElse(links);
    if (card.name().isEmpty()) {
      report.add(
          GuestCatalogue.NOT_FOUND,
          at,
          "The network "
              + card.network().shown()
              + " has no MAC address, and its card has no name that can be told.");
    } else {
      card.doubt()
          .ifPresent(
              why ->
                  report.add(
                      GuestCatalogue.DOUBTFUL_NAME,
                      at,
                      "The network "
                          + card.network().shown()
                          + " is matched by the name "
                          + card.name().orElse("")
                          + ". "
                          + why));
    }
  }

  /** Where the card is meant. */
  private Optional<PropertyPath> entry(GuestCard card) {
    return Stream.concat(
            interfaces.links().stream().map(Link::label),
            interfaces.made().flatMap(i -> i.under().known().orElse(List.of()).stream()))
        .filter(label -> label.known().filter(card::is).isPresent())
        .map(Value::path)
        .findFirst();
  }
}
