package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/**
 * One Kubernetes object of a side.
 *
 * @param component who makes it, as a person calls it: {@code BridgeNetwork br1}; empty for a
 *     manifest
 * @param managed inputs of the NodeNetworkPolicy that owns the object, which is then rendered from
 *     them; empty for all that is applied as it stands
 * @param replaced it is made anew although its name stays
 */
public record PlannedObject(
    KubernetesObject object,
    Optional<String> component,
    Optional<Fields> managed,
    boolean replaced) {

  public static PlannedObject of(KubernetesObject object) {
    return new PlannedObject(object, Optional.empty(), Optional.empty(), false);
  }

  public ObjectReference reference() {
    return object.reference();
  }
}
