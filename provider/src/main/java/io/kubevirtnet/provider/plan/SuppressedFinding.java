package io.kubevirtnet.provider.plan;

/**
 * A finding that does not count.
 *
 * @param reason why somebody accepts it
 */
public record SuppressedFinding(PlannedFinding planned, String reason) {}
