package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedFinding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many there are of what decides, by the names that the document gives to them. */
final class PlanCounts {
  private final Plan plan;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  private PlanCounts(Plan plan) {
    this.plan = plan;
  }

  static Map<String, Long> of(AcceptedPlan accepted) {
    var made = new PlanCounts(accepted.plan());
    made.objects();
    made.impacts();
    made.findings();
    made.counts.put("suppressed", (long) accepted.suppressed().size());
    made.counts.put(
        "brokenJoins", accepted.plan().joins().stream().filter(BrokenJoin::arises).count());
    made.counts.put("leftBehind", (long) accepted.plan().leftBehind().size());
    made.counts.put("risks", (long) accepted.plan().risks().size());
    made.counts.put("openRisks", (long) accepted.open().size());
    made.counts.put("notChecked", (long) accepted.plan().notChecked().size());
    return made.counts;
  }

  private void objects() {
    counts.put("created", objects(Action.CREATE));
    counts.put("changed", objects(Action.CHANGE));
    counts.put("reworded", objects(Action.REWORD));
    counts.put("replaced", objects(Action.REPLACE));
    counts.put("deleted", objects(Action.DELETE));
    counts.put("unchanged", (long) plan.unchanged());
  }

  private void impacts() {
    counts.put("nodes", names(plan.nodes().stream()));
    counts.put("nodesAtRisk", names(plan.nodes().stream().filter(PlanCounts::atRisk)));
    counts.put("machines", (long) plan.machines().size());
    counts.put("migrations", machines(Effect.MIGRATION));
    counts.put("restarts", machines(Effect.RESTART) + machines(Effect.NEVER_LANDS));
    counts.put("recreations", machines(Effect.RECREATE));
  }

  private void findings() {
    counts.put("errors", arising(Severity.ERROR));
    counts.put("warnings", arising(Severity.WARNING));
    counts.put("infos", arising(Severity.INFO));
    counts.put("findingsBefore", plan.findings().stream().filter(f -> !f.arises()).count());
  }

  private long objects(Action action) {
    return plan.resources().stream().filter(r -> r.action() == action).count();
  }

  private static long names(Stream<NodeImpact> impacts) {
    return impacts.flatMap(i -> i.nodes().stream()).distinct().count();
  }

  /** What is not known is not safe. */
  private static boolean atRisk(NodeImpact impact) {
    return impact.management() == ManagementVerdict.Kind.AT_RISK
        || impact.management() == ManagementVerdict.Kind.UNKNOWN;
  }

  private long machines(Effect effect) {
    return plan.machines().stream().filter(m -> m.effect() == effect).count();
  }

  private long arising(Severity severity) {
    return plan.findings().stream()
        .filter(PlannedFinding::arises)
        .filter(f -> f.finding().severity() == severity)
        .count();
  }
}
