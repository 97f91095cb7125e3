package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import java.util.List;
import java.util.Map;

/**
 * What is known beside the two sides.
 *
 * @param nodes of the cluster; none when nobody looked
 * @param others objects that the cluster has and neither side declares: they stay as they are, use
 *     what changes and are used by it
 * @param machines what runs how; a machine that is not listed is taken as running
 * @param rules the releases and settings that objects are judged by
 * @param notChecked what the sources could not look at, and why
 */
public record PlanScene(
    List<PlannedNode> nodes,
    List<KubernetesObject> others,
    Map<ObjectReference, MachineFacts> machines,
    Scene rules,
    List<NotChecked> notChecked) {
  public PlanScene {
    nodes = List.copyOf(nodes);
    others = List.copyOf(others);
    machines = Map.copyOf(machines);
    notChecked = List.copyOf(notChecked);
  }

  /** Nobody looked at a cluster. */
  public static PlanScene of(Scene rules) {
    return new PlanScene(List.of(), List.of(), Map.of(), rules, List.of());
  }
}
