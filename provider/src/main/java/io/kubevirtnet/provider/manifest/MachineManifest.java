package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.MachineUses;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;

/** A virtual machine as it was written, or a template of many. */
public final class MachineManifest {
  public static final String OTHER_PARTS = "all but what has to do with networks";

  private MachineManifest() {}

  static void check(KubernetesObject object, MachineKind kind, Scene scene, Report report) {
    var machine = machine(object, kind);
    if (scene.upstreamOnly()) {
      MachineRules.refusals(machine, scene.cluster(), report);
      return;
    }
    MachineRules.check(machine, scene.cluster(), report);
    scene
        .run()
        .machine(
            new Claimant(CheckedObject.title(origin(object)), ManifestCheck.CLUSTER),
            machine,
            object.reference().namespace(),
            scene.isolation(),
            scene.cluster(),
            report);
    report.notChecked(PropertyPath.ROOT, OTHER_PARTS);
  }

  /** The definitions that a machine attaches to. */
  static List<DefinitionUse> definitions(KubernetesObject object, MachineKind kind) {
    return MachineUses.of(machine(object, kind), object.reference().namespace()).stream()
        .map(u -> DefinitionUse.of(u.reference(), u.namespace(), u.isDefault()))
        .toList();
  }

  /** Nobody takes anything from the machine that it was made of. */
  private static ObjectReference origin(KubernetesObject object) {
    var kind = MachineKind.VIRTUAL_MACHINE.wire();
    return Part.of(PropertyPath.ROOT, object.fields())
        .get("metadata", "ownerReferences")
        .items()
        .stream()
        .filter(o -> o.get("kind").is(kind))
        .findFirst()
        .map(o -> new ObjectReference(kind, object.reference().namespace(), o.get("name").shown()))
        .orElse(object.reference());
  }

  public static Machine machine(KubernetesObject object, MachineKind kind) {
    return new Machine(kind, Part.of(PropertyPath.ROOT, object.fields()));
  }
}
