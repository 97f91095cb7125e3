package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.NodeSelector.Overlap;
import io.kubevirtnet.spec.BridgeNetworkSpec;
import java.util.HashSet;
import java.util.List;

/** The rules for the groups of nodes of one bridge. */
final class GroupRules {
  private GroupRules() {}

  static void check(BridgeNetworkSpec spec, List<BridgePolicy> policies, Report report) {
    if (spec.nodeGroups().isAbsent()) {
      return;
    }
    if (spec.nodeSelector().isGiven()) {
      report.add(
          HostCatalogue.GROUPS,
          spec.nodeSelector().path(),
          "nodeSelector and nodeGroups are both set.");
    }
    if (spec.nodeGroups().known().filter(List::isEmpty).isPresent()) {
      report.add(HostCatalogue.GROUPS, spec.nodeGroups().path(), "nodeGroups is empty.");
    }
    names(policies, report);
    for (int i = 0; i < policies.size(); i++) {
      for (int k = 0; k < i; k++) {
        overlap(policies.get(k), policies.get(i), report);
      }
    }
  }

  private static void names(List<BridgePolicy> policies, Report report) {
    var seen = new HashSet<String>();
    for (var policy : policies) {
      policy
          .group()
          .ifPresent(
              group ->
                  group
                      .name()
                      .ifKnown(
                          name -> {
                            if (!seen.add(name)) {
                              report.add(
                                  HostCatalogue.GROUPS,
                                  group.name().path(),
                                  group.name().shown() + " is the name of two groups.");
                            }
                          }));
    }
  }

  private static void overlap(BridgePolicy earlier, BridgePolicy later, Report report) {
    var a = earlier.nodes();
    var b = later.nodes();
    if (a.isEmpty() || b.isEmpty()) {
      var open = (b.isEmpty() ? later : earlier).nodeSelector().path();
      report.notChecked(open, "whether a node could be in two groups");
    } else if (a.get().overlap(b.get()) != Overlap.NEVER) {
      report.add(
          HostCatalogue.GROUPS_OVERLAP,
          later.nodeSelector().path(),
          "A node could be in the groups "
              + name(earlier)
              + " and "
              + name(later)
              + " at the same time.");
    }
  }

  private static String name(BridgePolicy policy) {
    return policy.group().map(g -> g.name().shown()).orElse("");
  }
}
