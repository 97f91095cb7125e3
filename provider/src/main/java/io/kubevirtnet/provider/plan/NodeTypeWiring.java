package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.GuestNames;
import io.kubevirtnet.provider.manifest.NodeTypes.MachineOfType;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;

/** How the machines of a node type in a manifest are wired, in the words of a wiring. */
final class NodeTypeWiring {
  private static final List<String> DEVICES =
      List.of("networkInterfaceMultiqueue", "autoattachPodInterface");

  private NodeTypeWiring() {}

  static VirtualMachineWiringSpec of(MachineOfType type, ClusterConfiguration config) {
    return SpecReader.read(
        inputs(type, config), PropertyPath.ROOT, new Report(), VirtualMachineWiringSpec::read);
  }

  private static Fields inputs(MachineOfType type, ClusterConfiguration config) {
    var machine = type.node().machine();
    var devices = machine.spec().get("domain", "devices");
    var kept = Fields.EMPTY;
    for (var device : DEVICES) {
      var given = devices.get(device).tree();
      kept = given.isPresent() ? kept.with(device, given.get()) : kept;
    }
    var inputs =
        Tree.of("nodeType", type.fullName())
            .with("namespace", type.namespace())
            .with("interfaces", devices.get("interfaces").tree().orElse(Tree.items()))
            .with("networks", machine.spec().get("networks").tree().orElse(Tree.items()))
            .withIf(!kept.fields().isEmpty(), "devices", kept)
            .withIf(machine.hasPreference(), "preference", true)
            .with("guestNames", Tree.of(GuestNames.of(machine, config).names()))
            .with("properties", properties(type));
    return type.node().networkData().map(d -> with(inputs, d)).orElse(inputs);
  }

  private static Fields with(Fields inputs, Tree networkData) {
    return inputs.with("networkData", networkData);
  }

  private static Fields properties(MachineOfType type) {
    var properties = Fields.EMPTY;
    for (var property : type.node().properties().properties().values()) {
      properties =
          properties.with(
              property.key(),
              Tree.of("value", property.value().tree().orElseGet(() -> new Unknown(Marks.NONE)))
                  .with("origin", property.origin()));
    }
    return properties;
  }
}
