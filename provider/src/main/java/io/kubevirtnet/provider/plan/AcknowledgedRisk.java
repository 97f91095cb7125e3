package io.kubevirtnet.provider.plan;

/**
 * A risk that somebody agreed to.
 *
 * @param by the acknowledgement as it was written
 * @param reason empty where none was given
 */
public record AcknowledgedRisk(Risk risk, String by, String reason) {}
