package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Instances that KubeVirt made of a machine: what is said of the machine is said of them. */
final class Instances {
  private Instances() {}

  /** What is known of the cluster, without instances that have a machine. */
  static PlanScene without(Side before, Side after, PlanScene scene) {
    var machines =
        Stream.of(before.manifests(), after.manifests(), scene.others())
            .flatMap(objects -> objects.stream())
            .map(KubernetesObject::reference)
            .filter(r -> r.kind().equals(MachineKind.VIRTUAL_MACHINE.wire()))
            .collect(Collectors.toSet());
    return new PlanScene(
        scene.nodes(),
        scene.others().stream().filter(o -> !isMade(o, machines)).toList(),
        scene.machines(),
        scene.rules(),
        scene.notChecked());
  }

  private static boolean isMade(KubernetesObject object, Set<ObjectReference> machines) {
    return isInstance(object) && (machines.contains(machineOf(object)) || isOwned(object));
  }

  static boolean isInstance(KubernetesObject object) {
    return MachineKind.of(object.group(), object.reference().kind())
        .filter(MachineKind.INSTANCE::equals)
        .isPresent();
  }

  /** An instance has the name of its machine. */
  static ObjectReference machineOf(KubernetesObject instance) {
    var reference = instance.reference();
    return new ObjectReference(
        MachineKind.VIRTUAL_MACHINE.wire(), reference.namespace(), reference.name());
  }

  private static boolean isOwned(KubernetesObject object) {
    return Part.of(PropertyPath.ROOT, object.fields())
        .get("metadata", "ownerReferences")
        .items()
        .stream()
        .anyMatch(o -> o.get("kind").is(MachineKind.VIRTUAL_MACHINE.wire()));
  }
}
