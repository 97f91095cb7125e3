package io.kubevirtnet.vcluster;

import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.GuestNetworkText;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.value.YamlText;
import java.util.List;
import java.util.Optional;

/** The rules for what the guest does with its cards. */
final class NodeCardRules {
  /** The platform's own choice. */
  private static final String FIRST_CARD = "enp1s0";

  private final NodeScene scene;
  private final GuestNames names;

  private NodeCardRules(NodeScene scene, GuestNames names) {
    this.scene = scene;
    this.names = names;
  }

  static void check(NodeScene scene, ClusterConfiguration config) {
    var rules = new NodeCardRules(scene, GuestNames.of(scene.node().machine(), config));
    if (scene.has(PropertyKey.NETWORK_DATA)) {
      scene.said(PropertyKey.NETWORK_DATA).ifPresent(rules::text);
    } else if (!scene.has(PropertyKey.NETWORK_DATA_TEMPLATE)) {
      rules.name();
    }
  }

  private void name() {
    var reason =
        scene
            .said(PropertyKey.CIDR)
            .or(() -> scene.said(PropertyKey.NETRIS_SERVER_CLUSTER))
            .filter(p -> scene.isAttached() && !scene.isOpen(PropertyKey.GUEST_INTERFACE));
    var wanted = names.find(Bindings.INJECTED);
    var said = scene.text(PropertyKey.GUEST_INTERFACE).orElse(FIRST_CARD);
    if (reason.isEmpty() || wanted.isEmpty() || wanted.get().equals(said)) {
      return;
    }
    var where = scene.said(PropertyKey.GUEST_INTERFACE);
    var shown =
        where.map(NodeProperty::value).filter(Reading::isSecret).isPresent() ? Part.SECRET : said;
    var other = network(said).map(n -> " is that of " + n).orElse(" is none of its cards");
    scene.say(
        EffectCatalogue.OTHER_CARD,
        where.orElse(reason.get()),
        "The guest calls the card of multus "
            + wanted.get()
            + "; "
            + shown
            + (where.isPresent() ? "" : ", which the platform takes by itself,")
            + other
            + ".",
        "Set network-interface to " + wanted.get() + ".");
  }

  private Optional<String> network(String card) {
    return names.names().entrySet().stream()
        .filter(e -> e.getValue().equals(card))
        .map(e -> e.getKey())
        .findFirst();
  }

  /** Network data that the author brings. */
  private void text(NodeProperty property) {
    var data = scene.node().networkData();
    data.filter(Scalar.class::isInstance)
        .map(t -> (Scalar) t)
        .ifPresent(
            t -> {
              var text =
                  new Value.Known<>(
                      property.value().written(), String.valueOf(t.value()), t.marks());
              GuestNetworkText.check(text, cards(), scene.report());
              sameAddress(property, text.value());
            });
  }

  private List<GuestCard> cards() {
    var machine = scene.node().machine();
    return machine.networks().stream()
        .map(
            n -> {
              var name = Reading.value(n.get("name"));
              var nic = name.known().flatMap(k -> NodeScene.named(machine.interfaces(), k));
              var mac =
                  nic.map(i -> Reading.value(i.get("macAddress")))
                      .orElseGet(() -> new Value.Absent<>(n.path()));
              var card = GuestCard.of(name, mac, name.known().flatMap(names::find));
              return n.get("pod").isSet() ? card.onPod() : card;
            })
        .toList();
  }

  /** A claim is for one machine. */
  private void sameAddress(NodeProperty property, String text) {
    var address = YamlText.read(text).tree().flatMap(NodeCardRules::address);
    if (address.isPresent()
        && scene.isPool()
        && property.origin().compareTo(PropertyOrigin.CLAIM) < 0) {
      var shown = Reading.isSecret(property.value()) ? Part.SECRET : address.get();
      scene.say(
          EffectCatalogue.SAME_ADDRESS,
          property,
          "Every machine gets the address " + shown + ".",
          EffectCatalogue.SAME_ADDRESS.fix());
    }
  }

  /** The first one of a card: a nameserver is an address, too. */
  private static Optional<String> address(Tree config) {
    var part = Part.of(PropertyPath.ROOT, config);
    return addresses(part.get("network").isSet() ? part.get("network") : part);
  }

  private static Optional<String> addresses(Part part) {
    for (var entry : Reading.entries(part)) {
      if (entry.key().equals("nameservers")) {
        continue;
      }
      var found =
          entry.key().equals("addresses")
              ? entry.value().items().stream().flatMap(a -> a.text().stream()).findFirst()
              : entry.key().equals("address") ? entry.value().text() : inside(entry.value());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inside(Part part) {
    return part.isList()
        ? part.items().stream().flatMap(i -> addresses(i).stream()).findFirst()
        : addresses(part);
  }
}
