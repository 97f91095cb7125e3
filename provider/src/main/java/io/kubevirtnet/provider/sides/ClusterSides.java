package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster as the old side: only what the new side declares is compared, since nobody knows whose
 * the rest is.
 */
public final class ClusterSides {
  private static final String METADATA = "metadata";
  private static final String NAMESPACE = "namespace";
  private static final String DEFAULT = "default";

  private ClusterSides() {}

  /** What the cluster has of the objects that this side declares. */
  public static Side before(Collection<KubernetesObject> cluster, Side after) {
    Map<ObjectReference, KubernetesObject> live = new HashMap<>();
    cluster.forEach(o -> live.put(o.reference(), o));
    return new Side(
            after.objects().stream().flatMap(o -> old(o, live).stream()).toList(), List.of())
        .fromCluster();
  }

  /** Who makes it, and how, can not be seen in a cluster. */
  private static Optional<PlannedObject> old(
      PlannedObject declared, Map<ObjectReference, KubernetesObject> live) {
    var reference = declared.reference();
    return Optional.ofNullable(live.get(reference))
        .or(() -> Optional.ofNullable(live.get(placed(reference))).map(o -> unplaced(o)))
        .map(o -> StackObjects.owned(o, declared.object()))
        .map(o -> new PlannedObject(o, declared.component(), declared.managed(), false));
  }

  private static ObjectReference placed(ObjectReference reference) {
    return reference.namespace().isEmpty()
        ? new ObjectReference(reference.kind(), DEFAULT, reference.name())
        : reference;
  }

  private static KubernetesObject unplaced(KubernetesObject object) {
    var fields = new LinkedHashMap<>(object.fields().fields());
    fields.computeIfPresent(METADATA, (k, m) -> without((Fields) m));
    return new KubernetesObject(
        object.apiVersion(),
        new ObjectReference(object.reference().kind(), "", object.reference().name()),
        new Fields(fields, Marks.NONE));
  }

  private static Fields without(Fields metadata) {
    var kept = new LinkedHashMap<>(metadata.fields());
    kept.remove(NAMESPACE);
    return new Fields(kept, metadata.marks());
  }
}
