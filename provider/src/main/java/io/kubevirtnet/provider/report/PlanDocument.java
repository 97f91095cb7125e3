package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.plan.AcceptedPlan;

/**
 * A plan as it is handed to programs.
 *
 * @param verdict the plan in one sentence
 */
public record PlanDocument(String verdict, AcceptedPlan accepted) {}
