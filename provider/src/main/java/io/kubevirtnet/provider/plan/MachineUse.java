package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.value.Part;
import java.util.List;

/**
 * A network of Multus that a machine has.
 *
 * @param network the machine's own name for it
 * @param binding how the card is bound: {@code bridge}; empty where no card is
 * @param definition as {@code namespace/name}; empty while it is not known, or secret
 */
record MachineUse(String network, String binding, String definition) {
  private static final List<String> BINDINGS =
      List.of("bridge", "masquerade", "sriov", "passtBinding", "slirp", "macvtap", "passt");

  /** In the order of the machine. */
  static List<MachineUse> of(Machine machine, String namespace) {
    var cards = machine.interfaces();
    return machine.networks().stream()
        .filter(n -> n.get("multus").isSet())
        .map(n -> of(n, cards, namespace))
        .toList();
  }

  private static MachineUse of(Part network, List<Part> cards, String namespace) {
    var name = network.get("name");
    var definition = network.get("multus", "networkName");
    return new MachineUse(
        name.shown(),
        cards.stream()
            .filter(c -> name.text().isPresent() && c.get("name").text().equals(name.text()))
            .map(MachineUse::binding)
            .findFirst()
            .orElse(""),
        definition.shown().isEmpty() || definition.shown().equals(Part.SECRET)
            ? ""
            : complete(definition.shown(), namespace));
  }

  private static String complete(String definition, String namespace) {
    return definition.contains("/") ? definition : namespace + "/" + definition;
  }

  private static String binding(Part card) {
    return BINDINGS.stream()
        .filter(b -> card.get(b).isSet() && !card.isOpen())
        .findFirst()
        .orElseGet(() -> card.get("binding", "name").shown());
  }

  /** {@code lan bridge} */
  String label() {
    return (network + " " + binding).strip();
  }
}
