package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.link.NodeSelector.Overlap;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies of a run: what they claim of their nodes, and what they offer there. */
final class HostRegister {
  private final List<Claim<Hosts>> hosts = new ArrayList<>();
  private final Map<String, List<Claim<Hosts>>> byBridge = new HashMap<>();
  private final Map<String, List<Claim<Hosts>>> byLocalnet = new HashMap<>();

  /**
   * One policy.
   *
   * @param nodes nothing while a label is not known
   */
  record Hosts(HostClaims claims, HostOffers offers, Optional<NodeSelector> nodes) {}

  Hosts add(Claimant claimant, HostPolicy policy, Report report) {
    var mine = new Hosts(HostClaims.of(policy), HostOffers.of(policy), policy.nodes());
    Claim.others(hosts, claimant).forEach(other -> compare(mine, other, policy, report));
    add(new Claim<>(claimant, mine));
    if (mine.nodes().isEmpty()) {
      report.notChecked(policy.nodeSelector().path(), "whether other bridges are on these nodes");
    }
    return mine;
  }

  private void add(Claim<Hosts> claim) {
    hosts.add(claim);
    var offers = claim.claimed().offers();
    offers.bridges().stream()
        .map(BridgeOffer::name)
        .distinct()
        .forEach(b -> byBridge.computeIfAbsent(b, n -> new ArrayList<>()).add(claim));
    offers.mappings().stream()
        .flatMap(m -> m.localnet().text().stream())
        .distinct()
        .forEach(l -> byLocalnet.computeIfAbsent(l, n -> new ArrayList<>()).add(claim));
  }

  /** Those of them that offer what a definition plugs into. */
  List<Claim<Hosts>> offering(Claimant claimant, NetworkClaims network) {
    var offering =
        network.isLocalnet()
            ? network.localnet().text().map(l -> byLocalnet.getOrDefault(l, List.of()))
            : network.bridge().map(b -> byBridge.getOrDefault(b, List.of()));
    return offering.orElse(List.of()).stream()
        .filter(h -> h.owner().sharesClusterWith(claimant))
        .toList();
  }

  /** All policies for the cluster of a component. */
  Stream<Claim<Hosts>> of(Claimant claimant) {
    return hosts.stream().filter(h -> h.owner().sharesClusterWith(claimant));
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
}
