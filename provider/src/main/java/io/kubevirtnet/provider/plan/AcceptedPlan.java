package io.kubevirtnet.provider.plan;

import java.util.List;

/**
 * A plan, and what those who are asked say about it.
 *
 * @param plan its findings weigh what the stack says, without the suppressed ones; its risks are
 *     all
 * @param suppressed in the order of the plan's findings
 * @param open risks that nobody acknowledged, the gravest first
 * @param acknowledged the others
 * @param remarks about the acceptance itself, as sentences: what of it had no effect
 */
public record AcceptedPlan(
    Plan plan,
    Outcome outcome,
    List<SuppressedFinding> suppressed,
    List<Risk> open,
    List<AcknowledgedRisk> acknowledged,
    List<String> remarks) {
  public AcceptedPlan {
    suppressed = List.copyOf(suppressed);
    open = List.copyOf(open);
    acknowledged = List.copyOf(acknowledged);
    remarks = List.copyOf(remarks);
  }

  /** The plan as it is read: nobody has to look twice at a risk that is agreed to. */
  public Plan shown() {
    return new Plan(
        plan.resources(),
        plan.unchanged(),
        plan.nodes(),
        plan.machines(),
        plan.joins(),
        plan.leftBehind(),
        plan.findings(),
        open,
        plan.notChecked(),
        plan.before(),
        plan.after());
  }
}
