package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.link.NodeSelector.Overlap;
import io.kubevirtnet.platform.AddressRange;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
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
  private final List<Claim<Hosts>> hosts = new ArrayList<>();
  private final List<Claim<NamedObject>> objects = new ArrayList<>();
  private final List<Claim<Pool>> pools = new ArrayList<>();
  private boolean settingsReported;

  private record Claim<T>(Claimant owner, T claimed) {}

  private record Hosts(HostClaims claims, Optional<NodeSelector> nodes) {}

  private record NamedObject(String kind, String namespace, String name) {
    @Override
    public String toString() {
      return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
  }

  private record Pool(Optional<String> network, List<AddressRange> ranges) {}

  /** Claims what a policy makes of its nodes. */
  public synchronized void policy(Claimant claimant, HostPolicy policy, Report report) {
    var mine = new Hosts(HostClaims.of(policy), policy.nodes());
    others(hosts, claimant).forEach(other -> compare(mine, other, policy, report));
    hosts.add(new Claim<>(claimant, mine));
    if (mine.nodes().isEmpty()) {
      report.notChecked(policy.nodeSelector().path(), "whether other bridges are on these nodes");
    }
  }

  private static void compare(Hosts mine, Claim<Hosts> claim, HostPolicy policy, Report report) {
    var theirs = claim.claimed();
    var overlap = mine.nodes().flatMap(m -> theirs.nodes().map(m::overlap)).orElse(Overlap.NEVER);
    if (overlap != Overlap.NEVER) {
      boolean secret = Tree.of(policy.nodeSelector()).allMarks().secret();
      var nodes = secret ? "nodes with [secret]" : mine.nodes().orElseThrow().toString();
      new HostQuarrels(mine.claims(), theirs.claims(), overlap, nodes, claim.owner().resource())
          .report(report);
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
}
