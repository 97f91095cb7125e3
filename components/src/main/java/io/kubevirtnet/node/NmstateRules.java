package io.kubevirtnet.node;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.StateRules;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What nmstate itself would refuse on nodes; the same about several of them is one finding. */
public final class NmstateRules {
  private NmstateRules() {}

  public static void check(
      Fields desired, List<NodeFacts> nodes, PropertyPath base, Report report) {
    Map<Finding, List<String>> byFinding = new LinkedHashMap<>();
    for (var node : nodes) {
      var own = new Report();
      StateRules.check(desired, Optional.of(node.state()), base, own);
      own.findings()
          .forEach(f -> byFinding.computeIfAbsent(f, k -> new ArrayList<>()).add(node.name()));
      own.notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
    }
    byFinding.forEach(
        (finding, names) -> {
          if (!isSaid(finding, report)) {
            report.add(on(names, finding));
          }
        });
  }

  /** What is wrong wherever it is applied has been said without a node already. */
  private static boolean isSaid(Finding finding, Report report) {
    return report.findings().stream()
        .anyMatch(f -> f.code().equals(finding.code()) && f.what().equals(finding.what()));
  }

  private static Finding on(List<String> nodes, Finding f) {
    return new Finding(
        f.code(),
        f.severity(),
        f.path(),
        "On " + NodeNames.text(nodes) + ": " + f.what(),
        f.why(),
        f.fix(),
        f.resource(),
        f.upstream());
  }
}
