package io.kubevirtnet.e2e.guest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One interface as the guest shall have it, or as it has it by what a renderer wrote.
 *
 * @param mac of a card that is matched by it
 * @param gateways routers for everything else
 * @param routes as {@code 10.9.0.0/16 via 10.1.0.3}
 * @param tied ports that it has, and VLANs over it
 */
record Wanted(
    Optional<String> mac,
    boolean dhcp4,
    boolean dhcp6,
    Set<String> addresses,
    Set<String> gateways,
    Set<String> routes,
    Optional<String> mtu,
    List<String> dns,
    List<String> search,
    Set<String> tied) {

  Wanted tiedTo(List<GuestGenerator.Interface> others) {
    return with(
        routes, others.stream().map(GuestGenerator.Interface::name).collect(Collectors.toSet()));
  }

  /** For renderers that know only one routing table, in which no route is better than another. */
  Wanted withoutMetrics() {
    return with(
        routes.stream().map(r -> r.replaceFirst(" metric .*", "")).collect(Collectors.toSet()),
        tied);
  }

  Wanted alone() {
    return with(routes, Set.of());
  }

  private Wanted with(Set<String> otherRoutes, Set<String> otherTied) {
    return new Wanted(
        mac, dhcp4, dhcp6, addresses, gateways, otherRoutes, mtu, dns, search, otherTied);
  }
}
