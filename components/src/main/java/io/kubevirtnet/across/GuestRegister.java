package io.kubevirtnet.across;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses that guests take by themselves, each on its network. */
final class GuestRegister {
  private final Map<IPAddress, List<Claim<Taken>>> taken = new LinkedHashMap<>();

  /**
   * An address of a guest.
   *
   * @param definition of its network, with the namespace
   * @param segment what it plugs into, where that is known
   */
  private record Taken(IPAddress address, String definition, Optional<List<String>> segment) {
    boolean meets(Taken other) {
      return definition.equals(other.definition)
          || segment.isPresent() && segment.equals(other.segment);
    }

    boolean isOn(NetworkClaims network) {
      return definition.equals(network.reference())
          || segment.isPresent() && segment.equals(network.segment());
    }

    AddressRange range() {
      return new AddressRange(address, address);
    }
  }

  void add(
      Claimant claimant,
      AttachmentUse use,
      Value<String> address,
      NetworkRegister networks,
      PoolRegister pools,
      Report report) {
    var network = address.known().flatMap(IpNetwork::parse);
    if (network.isEmpty() || use.definition().isEmpty()) {
      return;
    }
    var mine =
        new Taken(
            network.get().address(),
            use.definition(),
            networks.find(claimant, use.definition()).flatMap(NetworkClaims::segment));
    var same = taken.computeIfAbsent(mine.address(), a -> new ArrayList<>());
    Claim.others(same, claimant)
        .filter(other -> mine.meets(other.claimed()))
        .findFirst()
        .ifPresent(
            other -> say(FitCatalogue.SAME_ADDRESS, address, other, " has ", " already.", report));
    networks
        .on(claimant, mine.definition(), mine.segment())
        .filter(other -> gives(other.claimed(), mine))
        .<Claim<?>>map(other -> other)
        .findFirst()
        .or(() -> pools.giving(claimant, mine.definition(), mine.range()))
        .ifPresent(
            other ->
                say(FitCatalogue.GIVEN_ADDRESS, address, other, " gives out ", ", too.", report));
    same.add(new Claim<>(claimant, mine));
  }

  private static void say(
      Rule rule, Value<String> address, Claim<?> other, String does, String end, Report report) {
    report.add(rule, address.path(), other.owner().resource() + does + address.shown() + end);
  }

  /** Looks at a definition that comes after the guests on its network. */
  void check(Claimant claimant, NetworkClaims definition, Report report) {
    guests(claimant)
        .filter(guest -> guest.claimed().isOn(definition) && gives(definition, guest.claimed()))
        .findFirst()
        .ifPresent(guest -> say(guest, GivenAddresses.written(definition), report));
  }

  /**
   * Looks at ranges for machines that come after such guests.
   *
   * @param network all references to it, with spaces between
   */
  void check(
      Claimant claimant,
      Optional<String> network,
      List<AddressRange> ranges,
      PropertyPath path,
      Report report) {
    var references = List.of(network.orElse("").split(" ", -1));
    guests(claimant)
        .filter(guest -> references.contains(guest.claimed().definition()))
        .filter(guest -> ranges.stream().anyMatch(guest.claimed().range()::overlaps))
        .findFirst()
        .ifPresent(guest -> say(guest, path, report));
  }

  private Stream<Claim<Taken>> guests(Claimant claimant) {
    return taken.values().stream().flatMap(claims -> Claim.others(claims, claimant));
  }

  private static void say(Claim<Taken> guest, PropertyPath path, Report report) {
    report.add(
        FitCatalogue.GIVEN_ADDRESS,
        path,
        guest.owner().resource() + " has one of these addresses already.");
  }

  /** A static address is no range that others get something from. */
  private static boolean gives(NetworkClaims network, Taken guest) {
    return GivenAddresses.of(network)
        .filter(given -> !given.isOfOne() && given.overlaps(List.of(guest.range())))
        .isPresent();
  }
}
