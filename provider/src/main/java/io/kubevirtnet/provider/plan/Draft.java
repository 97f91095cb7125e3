package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A plan that is being written. It puts everything into its order at the end. */
final class Draft {
  private final List<ResourceChange> resources = new ArrayList<>();
  private final List<NodeImpact> nodes = new ArrayList<>();
  private final List<MachineImpact> machines = new ArrayList<>();
  private final List<BrokenJoin> joins = new ArrayList<>();
  private final List<LeftBehind> leftBehind = new ArrayList<>();
  private final List<PlannedFinding> findings = new ArrayList<>();
  private final List<Risk> risks = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private Topology before = Topology.EMPTY;
  private Topology after = Topology.EMPTY;
  private int unchanged;

  /** What another one has, too. */
  void addAll(Draft other) {
    resources.addAll(other.resources);
    nodes.addAll(other.nodes);
    machines.addAll(other.machines);
    joins.addAll(other.joins);
    leftBehind.addAll(other.leftBehind);
    findings.addAll(other.findings);
    risks.addAll(other.risks);
    notChecked.addAll(other.notChecked);
    unchanged += other.unchanged;
    if (other.before != Topology.EMPTY || other.after != Topology.EMPTY) {
      drawn(other.before, other.after);
    }
  }

  void add(ResourceChange change) {
    resources.add(change);
  }

  void unchanged(int number) {
    unchanged = number;
  }

  void add(NodeImpact impact) {
    nodes.add(impact);
  }

  void add(MachineImpact impact) {
    machines.add(impact);
  }

  void add(BrokenJoin join) {
    joins.add(join);
  }

  void add(LeftBehind left) {
    leftBehind.add(left);
  }

  void add(PlannedFinding finding) {
    findings.add(finding);
  }

  void add(Risk risk) {
    risks.add(risk);
  }

  void add(NotChecked note) {
    notChecked.add(note);
  }

  void drawn(Topology old, Topology now) {
    before = old;
    after = now;
  }

  Plan plan() {
    return new Plan(
        sorted(
            resources,
            Comparator.comparing(ResourceChange::action)
                .thenComparing(r -> r.reference().toString())),
        unchanged,
        sorted(
            nodes,
            Comparator.comparingInt(NodeImpact::wave)
                .thenComparing(n -> n.policies().toString())
                .thenComparing(n -> n.nodes().toString())
                .thenComparing(n -> n.lines().toString())),
        sorted(
            machines,
            Comparator.comparing(MachineImpact::effect)
                .reversed()
                .thenComparing(m -> m.machine().toString())
                .thenComparing(MachineImpact::type)),
        sorted(
            joins,
            Comparator.comparing((BrokenJoin j) -> !j.arises())
                .thenComparing(j -> j.from().toString())
                .thenComparing(BrokenJoin::to)
                .thenComparing(BrokenJoin::why)),
        sorted(leftBehind, Comparator.comparing(LeftBehind::what).thenComparing(LeftBehind::where)),
        sorted(findings, Comparator.comparing(PlannedFinding::finding, byWeight())),
        sorted(risks, Comparator.comparing(Risk::kind).thenComparing(Risk::name)),
        sorted(notChecked, Comparator.naturalOrder()),
        before,
        after);
  }

  private static Comparator<Finding> byWeight() {
    return Comparator.comparing(Finding::severity)
        .thenComparing(f -> f.resource().map(Object::toString).orElse(""))
        .thenComparing(f -> f.path().text())
        .thenComparing(Finding::code)
        .thenComparing(Finding::what);
  }

  private static <T> List<T> sorted(List<T> list, Comparator<? super T> order) {
    return list.stream().distinct().sorted(order).toList();
  }
}
