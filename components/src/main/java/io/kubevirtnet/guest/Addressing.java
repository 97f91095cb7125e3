package io.kubevirtnet.guest;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.GuestBondSpec;
import io.kubevirtnet.spec.GuestBridgeSpec;
import io.kubevirtnet.spec.GuestLinkSpec;
import io.kubevirtnet.spec.GuestRouteSpec;
import io.kubevirtnet.spec.GuestVlanSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every interface of a guest can have, of whatever kind it is. */
record Addressing(
    Value<Boolean> dhcp4,
    Value<Boolean> dhcp6,
    Value<Boolean> acceptRa,
    Value<List<Value<String>>> addresses,
    Value<String> gateway4,
    Value<String> gateway6,
    Value<List<Value<String>>> nameservers,
    Value<List<Value<String>>> searchDomains,
    Value<List<Value<GuestRouteSpec>>> routes,
    Value<Integer> mtu,
    Value<Boolean> optional) {

  /** An address that is right, where it was written. */
  record Fixed(Value<String> input, IpNetwork network) {
    IPAddress address() {
      return network.address();
    }
  }

  static Addressing of(GuestLinkSpec spec) {
    return new Addressing(
        spec.dhcp4(),
        spec.dhcp6(),
        spec.acceptRa(),
        spec.addresses(),
        spec.gateway4(),
        spec.gateway6(),
        spec.nameservers(),
        spec.searchDomains(),
        spec.routes(),
        spec.mtu(),
        spec.optional());
  }

  static Addressing of(GuestVlanSpec spec) {
    return new Addressing(
        spec.dhcp4(),
        spec.dhcp6(),
        spec.acceptRa(),
        spec.addresses(),
        spec.gateway4(),
        spec.gateway6(),
        spec.nameservers(),
        spec.searchDomains(),
        spec.routes(),
        spec.mtu(),
        spec.optional());
  }

  static Addressing of(GuestBondSpec spec) {
    return new Addressing(
        spec.dhcp4(),
        spec.dhcp6(),
        spec.acceptRa(),
        spec.addresses(),
        spec.gateway4(),
        spec.gateway6(),
        spec.nameservers(),
        spec.searchDomains(),
        spec.routes(),
        spec.mtu(),
        spec.optional());
  }

  static Addressing of(GuestBridgeSpec spec) {
    return new Addressing(
        spec.dhcp4(),
        spec.dhcp6(),
        spec.acceptRa(),
        spec.addresses(),
        spec.gateway4(),
        spec.gateway6(),
        spec.nameservers(),
        spec.searchDomains(),
        spec.routes(),
        spec.mtu(),
        spec.optional());
  }

  /** An interface about which its author says nothing. */
  static Addressing none(PropertyPath path) {
    return new Addressing(
        new Value.Absent<>(path.child("dhcp4")),
        new Value.Absent<>(path.child("dhcp6")),
        new Value.Absent<>(path.child("acceptRa")),
        new Value.Absent<>(path.child("addresses")),
        new Value.Absent<>(path.child("gateway4")),
        new Value.Absent<>(path.child("gateway6")),
        new Value.Absent<>(path.child("nameservers")),
        new Value.Absent<>(path.child("searchDomains")),
        new Value.Absent<>(path.child("routes")),
        new Value.Absent<>(path.child("mtu")),
        new Value.Absent<>(path.child("optional")));
  }

  Value<Boolean> dhcp(Family family) {
    return family == Family.V4 ? dhcp4 : dhcp6;
  }

  Value<String> gateway(Family family) {
    return family == Family.V4 ? gateway4 : gateway6;
  }

  /** Those that can be read. */
  Stream<Fixed> fixed() {
    return addresses.known().orElse(List.of()).stream()
        .flatMap(a -> a.known().flatMap(IpNetwork::parse).map(n -> new Fixed(a, n)).stream());
  }

  Stream<Fixed> fixed(Family family) {
    return fixed().filter(f -> Family.of(f.address()) == family);
  }

  /** Some address is not known yet, or is none; what needs all of them has to wait. */
  boolean hasOpenAddresses() {
    return addresses.isUnknown()
        || addresses.known().orElse(List.of()).stream()
            .anyMatch(a -> a.known().flatMap(IpNetwork::parse).isEmpty());
  }

  List<GuestRouteSpec> knownRoutes() {
    return routes.known().orElse(List.of()).stream().flatMap(r -> r.known().stream()).toList();
  }

  /**
   * The route that {@code gateway4} or {@code gateway6} says as well. These two are what every
   * release of cloud-init renders right: before 23.1 a route to ::/0 becomes one to ::/64, before
   * 25.3 {@code default} is an error.
   */
  Optional<GuestRouteSpec> plainDefault(Family family) {
    if (gateway(family).isGiven() || fixed(family).findAny().isEmpty()) {
      return Optional.empty();
    }
    return knownRoutes().stream()
        .filter(r -> defaultFamily(r).filter(f -> f == family).isPresent())
        .filter(r -> r.metric().isAbsent() && !r.onLink().known().orElse(r.onLink().isUnknown()))
        .findFirst();
  }

  /** The family of which it is the default route; nothing when it is another route. */
  static Optional<Family> defaultFamily(GuestRouteSpec route) {
    var destination = route.destination().known().orElse("");
    if (destination.equals("default")) {
      return route.gateway().known().flatMap(IpText::address).map(Family::of);
    }
    return IpNetwork.parse(destination)
        .filter(n -> n.prefixLength() == 0)
        .map(n -> Family.of(n.address()));
  }
}
