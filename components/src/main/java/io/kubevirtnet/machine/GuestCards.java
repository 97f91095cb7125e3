package io.kubevirtnet.machine;

import io.kubevirtnet.enums.VmBinding;
import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.Masquerade;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.spec.PodNetworkSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cards of a machine as its guest finds them. */
final class GuestCards {
  private GuestCards() {}

  /**
   * One for each network, those of the author's template last.
   *
   * @param added interfaces of the template
   * @param open where it comes from that names can not be told yet
   */
  static List<GuestCard> of(
      List<MachineNetwork> networks, List<Part> added, GuestNames names, Optional<Marks> open) {
    var cards = new ArrayList<GuestCard>();
    for (var network : networks) {
      cards.add(card(network, found(network.name(), network.mac(), names, open), cards.isEmpty()));
    }
    added.forEach(
        i -> cards.add(found(text(i.get("name")), text(i.get("macAddress")), names, open)));
    return List.copyOf(cards);
  }

  /** While names can not be told because something is open, so is how the guest finds the card. */
  private static GuestCard found(
      Value<String> network, Value<String> mac, GuestNames names, Optional<Marks> later) {
    var name = network.known().flatMap(names::find);
    boolean open = mac.isAbsent() && name.isEmpty() && later.isPresent();
    return GuestCard.of(
        network, open ? new Value.Unknown<>(mac.path(), later.orElse(Marks.NONE)) : mac, name);
  }

  private static GuestCard card(MachineNetwork network, GuestCard found, boolean first) {
    var card = found;
    if (!first && network.spec().acpiIndex().isAbsent() && network.spec().pciAddress().isAbsent()) {
      card = card.doubtful("Cards after the first change places as others come and go.");
    }
    var mtu = network.mtu().known();
    if (mtu.isPresent()) {
      card = card.withMtu(mtu.get());
    }
    if (!network.spec().pod().isGiven()) {
      return card;
    }
    boolean masquerade = network.binding().known().filter(VmBinding.Masquerade::equals).isPresent();
    return masquerade ? card.behind(addresses(network.spec().pod())) : card.onPod();
  }

  private static Masquerade addresses(Value<PodNetworkSpec> pod) {
    return new Masquerade(pod.flatMap(PodNetworkSpec::cidr), pod.flatMap(PodNetworkSpec::ipv6Cidr));
  }

  private static Value<String> text(Part part) {
    Optional<Tree> tree = part.tree();
    PropertyPath path = part.written();
    if (tree.isEmpty()) {
      return new Value.Absent<>(path);
    }
    return part.text()
        .<Value<String>>map(t -> new Value.Known<>(path, t, tree.get().marks()))
        .orElseGet(() -> new Value.Unknown<>(path, tree.get().marks()));
  }
}
