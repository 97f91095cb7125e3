package io.kubevirtnet.across;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/**
 * A machine that names a network definition.
 *
 * @param reference {@code name} or {@code namespace/name}
 * @param namespace of the machine
 * @param isDefault it takes the place of the pod network
 * @param nodes where the machine can land; nothing when that is not known
 */
public record AttachmentUse(
    Value<String> reference, String namespace, boolean isDefault, Optional<NodeSelector> nodes) {}
