package io.kubevirtnet.provider.plan;

import java.util.List;

/**
 * What will happen. All lists are in an order that follows from what they say, never from the order
 * of the inputs.
 *
 * @param resources that are not as they were, the weightiest first
 * @param unchanged the number of the others
 * @param nodes what happens on which nodes, in the order in which it happens
 * @param machines what happens to which machine, the worst first
 * @param joins that break, or are broken
 * @param leftBehind what stays
 * @param findings the errors first
 * @param risks what somebody should agree to, the gravest first
 */
public record Plan(
    List<ResourceChange> resources,
    int unchanged,
    List<NodeImpact> nodes,
    List<MachineImpact> machines,
    List<BrokenJoin> joins,
    List<LeftBehind> leftBehind,
    List<PlannedFinding> findings,
    List<Risk> risks,
    List<NotChecked> notChecked,
    Topology before,
    Topology after) {
  public Plan {
    resources = List.copyOf(resources);
    nodes = List.copyOf(nodes);
    machines = List.copyOf(machines);
    joins = List.copyOf(joins);
    leftBehind = List.copyOf(leftBehind);
    findings = List.copyOf(findings);
    risks = List.copyOf(risks);
    notChecked = List.copyOf(notChecked);
  }

  /** Nothing becomes different in the cluster, be it only in words. */
  public boolean isEmpty() {
    return resources.isEmpty() && nodes.isEmpty() && machines.isEmpty();
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(f -> f.arises() && f.finding().isError());
  }
}
