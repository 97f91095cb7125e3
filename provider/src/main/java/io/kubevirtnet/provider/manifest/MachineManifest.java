package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.AttachmentUse;
import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a virtual machine, or a template of them, says about the networks that it attaches to. */
final class MachineManifest {
  static final String GROUP = "kubevirt.io";
  static final String POOL_GROUP = "pool.kubevirt.io";

  /** Where each kind has the spec of its machine. */
  static final Map<String, List<String>> SPECS =
      Map.of(
          "VirtualMachine", List.of("spec", "template", "spec"),
          "VirtualMachineInstance", List.of("spec"),
          "VirtualMachineInstanceReplicaSet", List.of("spec", "template", "spec"),
          "VirtualMachinePool",
              List.of("spec", "virtualMachineTemplate", "spec", "template", "spec"));

  private final KubernetesObject object;
  private final Cursor machine;

  private MachineManifest(KubernetesObject object, List<String> spec) {
    this.object = object;
    this.machine = Cursor.root(object).at(spec.toArray(new String[0]));
  }

  static void check(KubernetesObject object, ManifestCheck.Scene scene, Report report) {
    var machine = of(object);
    var claimant = new Claimant(CheckedObject.title(object.reference()), ManifestCheck.CLUSTER);
    for (var use : machine.uses(report)) {
      scene.run().use(claimant, use, scene.isolation(), report);
    }
    report.notChecked(PropertyPath.ROOT, "all but the names of its networks");
  }

  static MachineManifest of(KubernetesObject object) {
    return new MachineManifest(
        object, SPECS.getOrDefault(object.reference().kind(), List.of("spec")));
  }

  /** The definitions that a machine attaches to. */
  static List<DefinitionUse> definitions(KubernetesObject object) {
    return of(object).uses(new Report()).stream()
        .map(u -> DefinitionUse.of(u.reference(), u.namespace(), u.isDefault()))
        .toList();
  }

  /** One for each network that is no pod network. */
  List<AttachmentUse> uses(Report report) {
    return machine.child("networks").items().stream()
        .map(n -> n.child("multus"))
        .filter(m -> m.child("networkName").isPresent())
        .map(
            m ->
                new AttachmentUse(
                    m.child("networkName").text(report),
                    object.reference().namespace(),
                    m.child("default").is("true"),
                    nodes()))
        .toList();
  }

  /** Affinity asks for more than labels can say. */
  private Optional<NodeSelector> nodes() {
    if (machine.at("affinity", "nodeAffinity").isPresent()) {
      return Optional.empty();
    }
    var labels = new LinkedHashMap<String, String>();
    for (var label : machine.child("nodeSelector").fields().fields().keySet()) {
      machine.at("nodeSelector", label).known().ifPresent(v -> labels.put(label, v));
    }
    return Optional.of(new NodeSelector(labels));
  }
}
