package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that the platform gives to machines, by the network on which it does. */
final class PoolRegister {
  private final List<Claim<Pool>> pools = new ArrayList<>();

  /**
   * Addresses on one network.
   *
   * @param network all references to it, with spaces between
   */
  private record Pool(Optional<String> network, List<AddressRange> ranges) {
    boolean quarrelsWith(Pool other) {
      return network.equals(other.network)
          && ranges.stream().anyMatch(x -> other.ranges.stream().anyMatch(x::overlaps));
    }

    Stream<String> references() {
      return network.stream().flatMap(n -> Arrays.stream(n.split(" ", -1)));
    }

    /** What is wrong with addresses of a definition beside these. */
    Optional<Rule> beside(NetworkClaims definition) {
      if (references().noneMatch(definition.reference()::equals)) {
        return Optional.empty();
      }
      if (GivenAddresses.of(definition).filter(g -> g.overlaps(ranges)).isPresent()) {
        return Optional.of(NetworkCatalogue.ADDRESSES_OF_TWO_AUTHORITIES);
      }
      return Optional.of(UseCatalogue.ADDRESSES_UNUSED).filter(r -> definition.givesAddresses());
    }
  }

  void add(
      Claimant claimant,
      Optional<String> network,
      List<AddressRange> ranges,
      NetworkRegister networks,
      PropertyPath path,
      Report report) {
    var mine = new Pool(network, ranges);
    Claim.others(pools, claimant)
        .filter(other -> mine.quarrelsWith(other.claimed()))
        .findFirst()
        .ifPresent(other -> say(AcrossCatalogue.ADDRESSES_GIVEN_TWICE, other, path, report));
    mine.references()
        .flatMap(r -> networks.named(claimant, r).stream())
        .filter(c -> mine.beside(c.claimed()).isPresent())
        .findFirst()
        .ifPresent(other -> say(mine.beside(other.claimed()).orElseThrow(), other, path, report));
    pools.add(new Claim<>(claimant, mine));
  }

  /** Looks at a definition that comes after those who give out addresses on it. */
  void check(Claimant claimant, NetworkClaims definition, Report report) {
    Claim.others(pools, claimant)
        .filter(p -> p.claimed().beside(definition).isPresent())
        .findFirst()
        .ifPresent(
            other ->
                say(
                    other.claimed().beside(definition).orElseThrow(),
                    other,
                    GivenAddresses.written(definition),
                    report));
  }

  /** Who gives out some of these addresses on a network. */
  Optional<Claim<?>> giving(Claimant claimant, String definition, AddressRange range) {
    return Claim.others(pools, claimant)
        .filter(p -> p.claimed().references().anyMatch(definition::equals))
        .filter(p -> p.claimed().ranges().stream().anyMatch(range::overlaps))
        .<Claim<?>>map(p -> p)
        .findFirst();
  }

  private static void say(Rule rule, Claim<?> other, PropertyPath path, Report report) {
    report.add(
        rule,
        path,
        other.owner().resource()
            + (rule.equals(UseCatalogue.ADDRESSES_UNUSED)
                ? " gives out addresses of this network, too."
                : " gives out some of these addresses already."));
  }
}
