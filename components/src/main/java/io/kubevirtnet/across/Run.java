package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.BridgePolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.link.NodeSelector.Overlap;
import io.kubevirtnet.platform.AddressRange;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The register of everything that components claimed in one run. The later of two that do not go
 * together gets the finding. Safe for many threads.
 */
public final class Run {
  private final List<Claim<Bridge>> bridges = new ArrayList<>();
  private final List<Claim<NamedObject>> objects = new ArrayList<>();
  private final List<Claim<Pool>> pools = new ArrayList<>();
  private boolean settingsReported;

  private record Claim<T>(Claimant owner, T claimed) {}

  private record Bridge(Value<String> name, Value<String> nic, Optional<NodeSelector> nodes) {}

  private record NamedObject(String kind, String namespace, String name) {
    @Override
    public String toString() {
      return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
  }

  private record Pool(Optional<String> network, List<AddressRange> ranges) {}

  /** Claims a bridge and its port on the nodes of a policy. */
  public synchronized void bridge(Claimant claimant, BridgePolicy policy, Report report) {
    var mine = new Bridge(policy.bridgeName(), policy.nic(), policy.nodes());
    others(bridges, claimant).forEach(other -> compare(mine, other, report));
    bridges.add(new Claim<>(claimant, mine));
    if (mine.nodes().isEmpty()) {
      report.notChecked(policy.nodeSelector().path(), "whether other bridges are on these nodes");
    }
  }

  private static void compare(Bridge mine, Claim<Bridge> claim, Report report) {
    var other = claim.claimed();
    var overlap = mine.nodes().flatMap(m -> other.nodes().map(m::overlap)).orElse(Overlap.NEVER);
    if (overlap == Overlap.NEVER) {
      return;
    }
    boolean samePort = same(mine.nic(), other.nic());
    boolean sameBridge = same(mine.name(), other.name());
    var nodes = mine.nodes().map(NodeSelector::toString).orElse("");
    if (samePort) {
      report.add(
          overlap == Overlap.CERTAIN
              ? AcrossCatalogue.PORT_CLAIMED_TWICE
              : AcrossCatalogue.PORT_PERHAPS_CLAIMED_TWICE,
          mine.nic().path(),
          mine.nic().shown()
              + " on "
              + nodes
              + " is the uplink of "
              + other.name().shown()
              + " ("
              + claim.owner().resource()
              + ") already.");
    }
    if (sameBridge && overlap == Overlap.CERTAIN) {
      report.add(
          AcrossCatalogue.BRIDGE_MADE_TWICE,
          mine.name().path(),
          mine.name().shown()
              + " on "
              + nodes
              + " is made by "
              + claim.owner().resource()
              + " already.");
    }
  }

  /** Claims the one object of a kind, namespace and name; an empty namespace for cluster-wide. */
  public synchronized void object(
      Claimant claimant, String kind, String namespace, Value<String> name, Report report) {
    name.ifKnown(
        n -> {
          var mine = new NamedObject(kind, namespace, n);
          var shown = new NamedObject(kind, namespace, name.shown());
          others(objects, claimant)
              .filter(other -> other.claimed().equals(mine))
              .findFirst()
              .ifPresent(
                  other ->
                      report.add(
                          AcrossCatalogue.OBJECT_MADE_TWICE,
                          name.path(),
                          shown + " is made by " + other.owner().resource() + " already."));
          objects.add(new Claim<>(claimant, mine));
        });
  }

  /** Claims addresses for machines; of networks that are surely different nothing is said. */
  public synchronized void addresses(
      Claimant claimant,
      Optional<String> network,
      List<AddressRange> ranges,
      PropertyPath path,
      Report report) {
    var mine = new Pool(network, ranges);
    others(pools, claimant)
        .filter(other -> overlap(mine, other.claimed()))
        .findFirst()
        .ifPresent(
            other ->
                report.add(
                    AcrossCatalogue.ADDRESSES_GIVEN_TWICE,
                    path,
                    other.owner().resource() + " gives out some of these addresses already."));
    pools.add(new Claim<>(claimant, mine));
  }

  /** True for the first caller only: settings belong to the run, not to each component. */
  public synchronized boolean reportsSettings() {
    boolean first = !settingsReported;
    settingsReported = true;
    return first;
  }

  private static boolean overlap(Pool a, Pool b) {
    return a.network().equals(b.network())
        && a.ranges().stream().anyMatch(x -> b.ranges().stream().anyMatch(x::overlaps));
  }

  private static <T> Stream<Claim<T>> others(List<Claim<T>> claims, Claimant claimant) {
    return claims.stream()
        .filter(c -> c.owner() != claimant && c.owner().sharesClusterWith(claimant));
  }

  private static boolean same(Value<String> a, Value<String> b) {
    return a.known().isPresent() && a.known().equals(b.known());
  }
}
