package io.kubevirtnet.across;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/**
 * A machine that names a network definition.
 *
 * @param reference {@code name} or {@code namespace/name}
 * @param namespace of the machine
 * @param isDefault it takes the place of the pod network
 * @param nodes where the machine can land; nothing when that is not known
 * @param nic the interface that takes it, as KubeVirt writes one; nothing is there when nobody
 *     knows
 */
public record AttachmentUse(
    Value<String> reference,
    String namespace,
    boolean isDefault,
    Optional<NodeSelector> nodes,
    Part nic) {

  /** One whose interface somebody else makes later. */
  public AttachmentUse(
      Value<String> reference, String namespace, boolean isDefault, Optional<NodeSelector> nodes) {
    this(reference, namespace, isDefault, nodes, new Part(PropertyPath.ROOT, Optional.empty()));
  }

  /**
   * Complete, with the namespace in which a bare name is looked up; empty while it is not known.
   */
  String definition() {
    var text = reference.known().orElse("");
    return text.isEmpty() || text.indexOf('/') >= 0 ? text : namespace + "/" + text;
  }
}
