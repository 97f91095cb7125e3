package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;

/**
 * Two things that fitted together and do not after the change, or that never did.
 *
 * @param from who needs the other: a machine, a definition
 * @param to what it needs, in words: {@code bridge br1}, {@code NetworkAttachmentDefinition
 *     vms/lan}
 * @param code of the finding that says so
 * @param arises it is broken by this change; false where it was broken before
 */
public record BrokenJoin(
    ObjectReference from, String to, String code, String why, boolean arises) {}
