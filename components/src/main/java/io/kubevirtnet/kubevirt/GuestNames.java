package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that a Linux guest gives to its cards at a start, by the rules of systemd, as far as
 * they can be told.
 *
 * @param names by network; those that can not be told are left out
 * @param order the networks whose cards come on PCI, in the order of their addresses where KubeVirt
 *     chooses them
 */
public record GuestNames(Map<String, String> names, List<String> order) {
  private static final String VIRTIO = "virtio";

  /**
   * From here on KubeVirt has been seen to mix the addresses up: it keeps no free ports for them.
   */
  private static final int MANY = 4;

  private static final Pattern PCI =
      Pattern.compile("0000:([0-9a-fA-F]{2}):([0-9a-fA-F]{2})\\.([0-7])");

  public GuestNames {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    order = List.copyOf(order);
  }

  public static GuestNames of(Machine machine, ClusterConfiguration config) {
    return of(machine, Cards.running(machine, config));
  }

  public Optional<String> find(String network) {
    return Optional.ofNullable(names.get(network));
  }

  static GuestNames of(Machine machine, Cards cards) {
    var present = cards.inOrder().stream().filter(c -> !c.isAbsent()).toList();
    var automatic = new ArrayList<Card>();
    var names = new LinkedHashMap<String, String>();
    boolean inOrder = countsUp(machine, cards, present);
    for (var card : present) {
      boolean own = card.nicForm().containsKey("pciAddress");
      if (!card.has(Card.SRIOV) && !own) {
        automatic.add(card);
      }
      var name = given(card);
      if (name.isEmpty() && inOrder && !card.has(Card.SRIOV)) {
        name = Optional.of("enp" + automatic.size() + "s0");
      }
      name.ifPresent(n -> names.put(card.name(), n));
    }
    return new GuestNames(names, automatic.stream().map(Card::name).toList());
  }

  /** By what the author fixed. An ACPI index names no SR-IOV device. */
  private static Optional<String> given(Card card) {
    var index = card.nic().flatMap(n -> n.get("acpiIndex").number()).filter(i -> i > 0);
    if (index.isPresent() && !card.has(Card.SRIOV)) {
      return index.map(i -> "eno" + i);
    }
    var address = PCI.matcher(card.text("pciAddress"));
    if (!address.matches()) {
      return Optional.empty();
    }
    int function = Integer.parseInt(address.group(3));
    return Optional.of(
        "enp"
            + Integer.parseInt(address.group(1), 16)
            + "s"
            + Integer.parseInt(address.group(2), 16)
            + (function > 0 ? "f" + function : ""));
  }

  /** The cards stand on the first buses one after the other: {@code enp1s0}, {@code enp2s0}. */
  private static boolean countsUp(Machine machine, Cards cards, List<Card> present) {
    var annotations = machine.template().get("metadata", "annotations");
    var rootComplex = annotations.get("kubevirt.io/placePCIDevicesOnRootComplex");
    return !cards.isOpen()
        && isQ35(machine)
        && !annotations.isOpen()
        && !rootComplex.isSet()
        && present.size() < MANY
        && present.stream().allMatch(GuestNames::isPlain);
  }

  private static boolean isPlain(Card card) {
    var nic = card.nic().orElseThrow();
    return (isNothing(nic.get("model")) || nic.get("model").is(VIRTIO))
        && isNothing(nic.get("pciAddress"))
        && !nic.get(Card.STATE).isOpen()
        && !nic.isOpen()
        && (!nic.get("acpiIndex").isOpen());
  }

  private static boolean isNothing(Part part) {
    return !part.isSet() || part.is("");
  }

  private static boolean isQ35(Machine machine) {
    var type = machine.spec().get("domain", "machine", "type");
    var architecture = machine.spec().get("architecture");
    return (isNothing(type) || type.text().filter(t -> t.contains("q35")).isPresent())
        && (isNothing(architecture) || architecture.is("amd64"));
  }
}
