package io.kubevirtnet.platform;

import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.Masquerade;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cards of a node as its guest finds them.
 *
 * @param names what the guest calls them, as far as it can be told
 * @param injected what the injected one comes from
 */
public record NodeCards(Machine machine, GuestNames names, Marks injected) {
  /** The network and the interface that the platform adds. */
  public static final String INJECTED = "multus";

  private static final List<PropertyKey> INJECTING =
      List.of(
          PropertyKey.ATTACHMENT,
          PropertyKey.BINDING,
          PropertyKey.INTERFACE_TEMPLATE,
          PropertyKey.MULTUS_DEFAULT);
  private static final PropertyPath NOWHERE = PropertyPath.ROOT;

  public static NodeCards of(EffectiveNode node) {
    var machine = node.machine();
    return new NodeCards(
        machine,
        GuestNames.of(machine, ClusterConfiguration.of(KubeVirtRelease.newest())),
        Marks.all(INJECTING.stream().flatMap(key -> marks(node, key))));
  }

  private static Stream<Marks> marks(EffectiveNode node, PropertyKey key) {
    return node
        .properties()
        .find(key.key())
        .flatMap(p -> p.value().tree())
        .map(Tree::allMarks)
        .stream();
  }

  /** Where the names come from: all of the interfaces, since they are counted. */
  Marks marks() {
    return interfaces().tree().map(Tree::allMarks).orElse(Marks.NONE).and(injected);
  }

  private Part interfaces() {
    return machine.spec().get("domain", "devices", "interfaces");
  }

  /** Unknown while something is open that it depends on, absent when it can not be told at all. */
  Value<String> name(String network) {
    return names
        .find(network)
        .<Value<String>>map(n -> new Value.Known<>(NOWHERE, n, marks()))
        .orElseGet(
            () -> isOpen() ? new Value.Unknown<>(NOWHERE, marks()) : new Value.Absent<>(NOWHERE));
  }

  /** There may be other cards, or other names for them. */
  boolean isOpen() {
    return interfaces().tree().filter(Tree::hasUnknown).isPresent()
        || machine.spec().get("networks").tree().filter(Tree::hasUnknown).isPresent();
  }

  /** What the guest calls each card, by network, where it can be told. */
  public Map<String, String> byNetwork() {
    return names.names();
  }

  /**
   * @param mtu of the network that is injected
   */
  List<GuestCard> all(Value<Integer> mtu) {
    var cards = new ArrayList<GuestCard>();
    for (var nic : machine.interfaces()) {
      var network = text(nic.get("name"));
      var card = found(network, text(nic.get("macAddress")));
      card = onPod(nic) ? pod(card, nic) : card;
      boolean injected = network.known().filter(INJECTED::equals).isPresent();
      cards.add(injected && mtu.known().isPresent() ? card.withMtu(mtu.known().get()) : card);
    }
    return List.copyOf(cards);
  }

  /** While names can not be told because something is open, so is how the guest finds the card. */
  private GuestCard found(Value<String> network, Value<String> mac) {
    var name = network.known().flatMap(names::find);
    boolean open = mac.isAbsent() && name.isEmpty() && isOpen();
    return GuestCard.of(network, open ? new Value.Unknown<>(mac.path(), marks()) : mac, name);
  }

  private boolean onPod(Part nic) {
    var name = nic.get("name").text();
    return machine.networks().stream()
        .anyMatch(
            n -> name.isPresent() && n.get("name").text().equals(name) && n.get("pod").isSet());
  }

  private GuestCard pod(GuestCard card, Part nic) {
    if (!nic.get("masquerade").isSet()) {
      return card.onPod();
    }
    var name = nic.get("name").text();
    return machine.networks().stream()
        .filter(n -> n.get("name").text().equals(name))
        .map(n -> n.get("pod"))
        .findFirst()
        .map(
            pod ->
                card.behind(
                    new Masquerade(
                        text(pod.get("vmNetworkCIDR")), text(pod.get("vmIPv6NetworkCIDR")))))
        .orElse(card);
  }

  private static Value<String> text(Part part) {
    var path = part.written();
    if (!part.isSet()) {
      return new Value.Absent<>(path);
    }
    var marks = part.tree().map(Tree::marks).orElse(Marks.NONE);
    return part.tree().filter(Unknown.class::isInstance).isPresent() || part.text().isEmpty()
        ? new Value.Unknown<>(path, marks)
        : new Value.Known<>(path, part.text().get(), marks);
  }
}
