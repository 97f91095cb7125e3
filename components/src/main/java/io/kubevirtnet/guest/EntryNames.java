package io.kubevirtnet.guest;

import io.kubevirtnet.guest.GuestInterface.Link;
import io.kubevirtnet.link.InterfaceName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key that each card has in network data. cloud-init takes it for the name of the interface
 * wherever bonds, bridges and VLANs name one, so it is that name if anyhow it can be told.
 */
record EntryNames(Map<String, String> byNetwork) {

  static EntryNames of(GuestInterfaces interfaces) {
    var taken =
        interfaces.cards().stream()
            .flatMap(c -> c.name().stream())
            .collect(Collectors.toCollection(HashSet::new));
    interfaces.made().forEach(i -> i.label().ifKnown(taken::add));
    var names = new LinkedHashMap<String, String>();
    for (int i = 0; i < interfaces.cards().size(); i++) {
      var card = interfaces.cards().get(i);
      var network = card.network().known().orElse("");
      var given = interfaces.link(card).map(Link::spec).flatMap(l -> l.name().known());
      if (given.isPresent() || card.name().isPresent()) {
        names.put(network, given.or(card::name).orElseThrow());
      } else {
        var free = free(network, i, taken);
        taken.add(free);
        names.put(network, free);
      }
    }
    return new EntryNames(Map.copyOf(names));
  }

  /** The network's own name where Linux takes it for an interface. */
  private static String free(String network, int position, Set<String> taken) {
    return InterfaceName.problem(network).isEmpty() && !taken.contains(network)
        ? network
        : "card" + position;
  }

  /** Of a network, or of an interface that the guest makes, which is called the same everywhere. */
  String of(String label) {
    return byNetwork.getOrDefault(label, label);
  }
}
