package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import java.util.List;

/**
 * All that one side of a plan declares. The order says nothing.
 *
 * @param facts of server clusters of Netris
 * @param live the objects were read from a cluster, so there is more in them than anybody declared:
 *     what the other side leaves out is no change, unless somebody is known to have declared it
 */
public record Side(List<PlannedObject> objects, List<RecordedFacts> facts, boolean live) {
  public static final Side EMPTY = new Side(List.of(), List.of());

  public Side {
    objects = List.copyOf(objects);
    facts = List.copyOf(facts);
  }

  public Side(List<PlannedObject> objects, List<RecordedFacts> facts) {
    this(objects, facts, false);
  }

  public static Side of(List<KubernetesObject> objects) {
    return new Side(objects.stream().map(PlannedObject::of).toList(), List.of());
  }

  /** The same, read from a cluster. */
  public Side fromCluster() {
    return new Side(objects, facts, true);
  }

  public List<KubernetesObject> manifests() {
    return objects.stream().map(PlannedObject::object).toList();
  }
}
