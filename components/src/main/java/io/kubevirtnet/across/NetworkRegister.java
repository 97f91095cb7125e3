package io.kubevirtnet.across;

import io.kubevirtnet.link.AddressRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The network definitions of a run, found by what they share with each other. */
final class NetworkRegister {
  private final Map<String, List<Claim<NetworkClaims>>> byReference = new LinkedHashMap<>();
  private final Map<String, List<Claim<NetworkClaims>>> byCniName = new LinkedHashMap<>();
  private final Map<List<String>, List<Claim<NetworkClaims>>> bySegment = new LinkedHashMap<>();
  private final List<Claim<NetworkClaims>> named = new ArrayList<>();

  /**
   * @param byName whether it only names its bridge, so that any policy may be the one that makes it
   */
  void add(Claim<NetworkClaims> claim, boolean byName) {
    var network = claim.claimed();
    if (byName) {
      named.add(claim);
    }
    put(byReference, network.reference(), claim);
    network.cniName().text().ifPresent(n -> put(byCniName, n, claim));
    network.segment().ifPresent(s -> put(bySegment, s, claim));
  }

  boolean isEmpty() {
    return byReference.isEmpty();
  }

  private static <K> void put(
      Map<K, List<Claim<NetworkClaims>>> map, K key, Claim<NetworkClaims> claim) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
  }

  /** Definitions of other components that may join what a policy makes. */
  Stream<Claim<NetworkClaims>> joiningByName(Claimant claimant) {
    return Claim.others(named, claimant);
  }

  Optional<NetworkClaims> find(Claimant claimant, String namespace, String name) {
    return byReference.getOrDefault(namespace + "/" + name, List.of()).stream()
        .filter(c -> c.owner().sharesClusterWith(claimant))
        .map(Claim::claimed)
        .findFirst();
  }

  Optional<NetworkClaims> find(Claimant claimant, String reference) {
    int slash = reference.indexOf('/');
    return find(claimant, reference.substring(0, slash), reference.substring(slash + 1));
  }

  /** Definitions of other components under a name, or of a segment. */
  Stream<Claim<NetworkClaims>> on(
      Claimant claimant, String reference, Optional<List<String>> segment) {
    return Stream.concat(
        named(claimant, reference).stream(),
        segment.stream()
            .flatMap(s -> Claim.others(bySegment.getOrDefault(s, List.of()), claimant)));
  }

  Optional<Claim<NetworkClaims>> named(Claimant claimant, String reference) {
    return Claim.others(byReference.getOrDefault(reference, List.of()), claimant).findFirst();
  }

  /** References of a name in whatever namespace, and of whatever name in a namespace. */
  List<String> near(Claimant claimant, String namespace, String name) {
    return all(claimant).stream()
        .filter(r -> r.endsWith("/" + name) || r.startsWith(namespace + "/"))
        .toList();
  }

  List<String> all(Claimant claimant) {
    return byReference.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(c -> c.owner().sharesClusterWith(claimant)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  Stream<Claim<NetworkClaims>> sameCniName(Claimant claimant, NetworkClaims network) {
    return network
        .cniName()
        .text()
        .map(n -> byCniName.getOrDefault(n, List.of()))
        .map(l -> Claim.others(l, claimant))
        .orElse(Stream.empty());
  }

  /** Who else gives out some of these addresses on the same network, from a book of its own. */
  Optional<Claim<NetworkClaims>> otherAuthority(
      Claimant claimant, NetworkClaims network, GivenAddresses given) {
    return network
        .segment()
        .map(s -> bySegment.getOrDefault(s, List.of()))
        .flatMap(
            l ->
                Claim.others(l, claimant)
                    .filter(c -> clashes(c.claimed(), given.book(), given.ranges()))
                    .findFirst());
  }

  private static boolean clashes(
      NetworkClaims network, List<String> book, List<AddressRange> ranges) {
    return GivenAddresses.of(network)
        .filter(g -> !g.book().equals(book) && g.overlaps(ranges))
        .isPresent();
  }
}
