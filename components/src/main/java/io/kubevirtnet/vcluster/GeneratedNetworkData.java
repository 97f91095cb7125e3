package io.kubevirtnet.vcluster;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.guest.NetworkConfigYaml;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The network config that the platform makes when it gives out the addresses. */
final class GeneratedNetworkData {
  static final String DEFAULT_INTERFACE = "enp1s0";

  private static final List<PropertyKey> READ =
      List.of(
          PropertyKey.CIDR,
          PropertyKey.RANGES,
          PropertyKey.GUEST_INTERFACE,
          PropertyKey.NAMESERVERS);

  private final EffectiveProperties properties;
  private final Assumptions assumptions;

  GeneratedNetworkData(EffectiveProperties properties, Assumptions assumptions) {
    this.properties = properties;
    this.assumptions = assumptions;
  }

  /** Unknown where the properties do not say what it takes. */
  Tree text() {
    var network = properties.text(PropertyKey.CIDR).flatMap(IpNetwork::parse);
    var address = network.flatMap(this::address);
    if (address.isEmpty() || isAnyOpen()) {
      return new Unknown(marks());
    }
    assumptions.add(Assumption.NETWORK_DATA_TEXT);
    assumptions.add(Assumption.ALLOCATED_ADDRESS);
    assumptions.add(Assumption.GATEWAY);
    return NetworkConfigYaml.text(
        Tree.of("version", 2)
            .with(
                "ethernets",
                Tree.of(interfaceName(), ethernet(network.orElseThrow(), address.get())))
            .marked(marks()));
  }

  private String interfaceName() {
    return properties.text(PropertyKey.GUEST_INTERFACE).orElse(DEFAULT_INTERFACE);
  }

  private Fields ethernet(IpNetwork network, IPAddress address) {
    var ethernet =
        Tree.of("addresses", List.of(address.toCanonicalString() + "/" + network.prefixLength()));
    if (network.hasHostBits()) {
      var gateway = network.address();
      ethernet =
          ethernet.with(gateway.isIPv4() ? "gateway4" : "gateway6", gateway.toCanonicalString());
    }
    var servers = nameservers();
    return ethernet.withIf(
        !servers.isEmpty(), "nameservers", Tree.of("addresses", (Object) servers));
  }

  private List<String> nameservers() {
    return properties.text(PropertyKey.NAMESERVERS).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** The first of the ranges, else the first of the network that is no gateway. */
  private Optional<IPAddress> address(IpNetwork network) {
    var ranges = properties.set(PropertyKey.RANGES);
    if (ranges.isPresent()) {
      return properties
          .text(PropertyKey.RANGES)
          .flatMap(text -> IpText.address(text.split("[-,]", 2)[0].strip()));
    }
    // The first address of a network is not one for machines where it has more than two.
    boolean isSmall = network.first().getBitCount() - network.prefixLength() < 2;
    var address = isSmall ? network.first() : network.first().increment(1);
    if (network.hasHostBits() && address.equals(network.address())) {
      address = address.increment(1);
    }
    return Optional.of(address).filter(network::contains);
  }

  private boolean isAnyOpen() {
    return READ.stream().anyMatch(properties::isOpen);
  }

  private Marks marks() {
    return Marks.all(
        READ.stream()
            .flatMap(key -> properties.set(key).stream())
            .flatMap(p -> p.value().tree().stream())
            .map(Tree::allMarks));
  }
}
