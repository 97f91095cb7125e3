package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.MachineUses;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;

/** A virtual machine as it was written, or a template of many. */
final class MachineManifest {
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
            new Claimant(CheckedObject.title(object.reference()), ManifestCheck.CLUSTER),
            machine,
            object.reference().namespace(),
            scene.isolation(),
            scene.cluster(),
            report);
    report.notChecked(PropertyPath.ROOT, "all but what has to do with networks");
  }

  /** The definitions that a machine attaches to. */
  static List<DefinitionUse> definitions(KubernetesObject object, MachineKind kind) {
    return MachineUses.of(machine(object, kind), object.reference().namespace()).stream()
        .map(u -> DefinitionUse.of(u.reference(), u.namespace(), u.isDefault()))
        .toList();
  }

  private static Machine machine(KubernetesObject object, MachineKind kind) {
    return new Machine(kind, Part.of(PropertyPath.ROOT, object.fields()));
  }
}
