package io.kubevirtnet.vcluster;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.value.Part;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for the addresses that the platform gives to machines. */
final class NodeAddressRules {
  private final NodeScene scene;
  private final NodeProperty cidr;
  private final IpNetwork network;
  private final boolean secret;

  private NodeAddressRules(NodeScene scene, NodeProperty cidr, IpNetwork network) {
    this.scene = scene;
    this.cidr = cidr;
    this.network = network;
    this.secret = Reading.isSecret(cidr.value());
  }

  static void check(NodeScene scene) {
    if (scene.has(PropertyKey.NETWORK_DATA)) {
      return;
    }
    nameservers(scene);
    var cidr = scene.said(PropertyKey.CIDR);
    cidr.flatMap(c -> Reading.text(c.value()))
        .flatMap(IpNetwork::parse)
        .ifPresent(n -> new NodeAddressRules(scene, cidr.orElseThrow(), n).check());
  }

  /** The host part of the network, where it has one. */
  static Optional<IPAddress> gateway(IpNetwork network) {
    return Optional.of(network).filter(IpNetwork::hasHostBits).map(IpNetwork::address);
  }

  private static void nameservers(NodeScene scene) {
    if (scene.has(PropertyKey.NAMESERVERS) || scene.has(PropertyKey.NETWORK_DATA_TEMPLATE)) {
      return;
    }
    scene
        .said(PropertyKey.CIDR)
        .or(() -> scene.said(PropertyKey.NETRIS_SERVER_CLUSTER))
        .ifPresent(
            p ->
                scene.say(
                    PropertyCatalogue.NAMESERVER,
                    p,
                    "There are no network-nameservers beside " + p.key() + ".",
                    PropertyCatalogue.NAMESERVER.fix()));
  }

  private void check() {
    var ranges = ranges();
    gatewayOf(ranges);
    if (!scene.isOpen(PropertyKey.RANGES)) {
      capacity(ranges);
    }
    onPodNetwork();
    defaultRoutes();
  }

  private List<AddressRange> ranges() {
    var good = new ArrayList<AddressRange>();
    for (var text :
        scene.text(PropertyKey.RANGES).map(PropertyTextRules::entries).orElse(List.of())) {
      AddressRange.parse(text).ifPresent(r -> range(r, good));
    }
    return good;
  }

  private void range(AddressRange range, List<AddressRange> good) {
    if (!range.isInside(network)) {
      bad(range, "is not inside " + shown(network.withoutHostBits()));
    } else if (good.stream().anyMatch(range::overlaps)) {
      bad(range, "shares addresses with another range");
    } else if (network.reserved().stream().anyMatch(range::contains)) {
      bad(range, "has an address of the network as a whole");
    } else {
      good.add(range);
    }
  }

  private void bad(AddressRange range, String problem) {
    var ranges = scene.said(PropertyKey.RANGES).orElseThrow();
    var text = Reading.isSecret(ranges.value()) ? Part.SECRET : range.toString();
    scene.say(
        PropertyCatalogue.RANGE, ranges, text + " " + problem + ".", PropertyCatalogue.RANGE.fix());
  }

  private void gatewayOf(List<AddressRange> ranges) {
    var gateway = gateway(network);
    if (gateway.isEmpty()) {
      return;
    }
    if (network.reserved().contains(gateway.get())) {
      say(
          PropertyCatalogue.GATEWAY,
          "The router " + shown(gateway.get()) + " is the network's broadcast address.");
    } else if (ranges.stream().anyMatch(r -> r.contains(gateway.get()))) {
      say(
          PropertyCatalogue.GATEWAY,
          "The router " + shown(gateway.get()) + " is inside a range, so a guest would get it.");
    }
  }

  private void capacity(List<AddressRange> ranges) {
    var most = scene.sources().type().get("maxCapacity");
    boolean all = scene.text(PropertyKey.RANGES).isEmpty();
    if (!all && ranges.isEmpty()) {
      return;
    }
    var addresses =
        all
            ? AddressRange.of(network)
                .size()
                .subtract(BigInteger.valueOf(network.reserved().size()))
                .subtract(gateway(network).isPresent() ? BigInteger.ONE : BigInteger.ZERO)
            : ranges.stream().map(AddressRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    most.number()
        .filter(m -> addresses.compareTo(BigInteger.valueOf(m)) < 0)
        .ifPresent(
            m ->
                scene
                    .report()
                    .add(
                        PropertyCatalogue.TOO_FEW_ADDRESSES,
                        most.written(),
                        addresses + " addresses for " + most.shown() + " machines."));
  }

  /** A network beside the pod's may be one of the template's own. */
  private void onPodNetwork() {
    var machine = scene.node().machine();
    var networks = machine.spec().get("networks");
    boolean other =
        networks.isOpen()
            || machine.networks().stream().anyMatch(n -> n.isOpen() || !n.get("pod").isSet());
    if (!other && !scene.isAttached()) {
      say(
          EffectCatalogue.ON_POD_NETWORK,
          "The machine has no other network that addresses of " + shown(network) + " could be on.");
    }
  }

  private void defaultRoutes() {
    var pod =
        scene.node().machine().networks().stream().filter(n -> n.get("pod").isSet()).findFirst();
    boolean generated = !scene.has(PropertyKey.NETWORK_DATA_TEMPLATE);
    if (generated && gateway(network).isPresent() && pod.isPresent() && scene.isAttached()) {
      say(
          PropertyCatalogue.TWO_DEFAULT_ROUTES,
          "The guest gets a default route over "
              + shown(network.address())
              + " beside that of the pod network.");
    }
  }

  private void say(Rule rule, String what) {
    scene.say(rule, cidr, what, rule.fix());
  }

  private String shown(Object part) {
    return secret ? Part.SECRET : part.toString();
  }
}
