package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;

/**
 * What the rules say about the new side.
 *
 * @param arises the old side had it not; what it had is counted, and not shown
 */
public record PlannedFinding(Finding finding, boolean arises) {}
