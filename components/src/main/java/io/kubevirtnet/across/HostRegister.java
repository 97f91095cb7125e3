package io.kubevirtnet.across;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.link.NodeSelector.Overlap;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies of a run: what they claim of their nodes, and what they offer there. */
final class HostRegister {
  private final List<Claim<Hosts>> hosts = new ArrayList<>();

  /**
   * One policy.
   *
   * @param nodes nothing while a label is not known
   */
  record Hosts(HostClaims claims, HostOffers offers, Optional<NodeSelector> nodes) {}

  Hosts add(Claimant claimant, HostPolicy policy, Report report) {
    var mine = new Hosts(HostClaims.of(policy), HostOffers.of(policy), policy.nodes());
    Claim.others(hosts, claimant).forEach(other -> compare(mine, other, policy, report));
    hosts.add(new Claim<>(claimant, mine));
    if (mine.nodes().isEmpty()) {
      report.notChecked(policy.nodeSelector().path(), "whether other bridges are on these nodes");
    }
    return mine;
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
