/**
 * What this room is for: networks that workloads attach to, as CNI and Multus see them. In:
 * attachments that an author wants. Out: findings, and NetworkAttachmentDefinitions.
 */
@NullMarked
package io.kubevirtnet.attachment;

import org.jspecify.annotations.NullMarked;
