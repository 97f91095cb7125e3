package io.kubevirtnet.provider.wiring;

import com.google.protobuf.Struct;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.machine.WiredMachine;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;

/**
 * The inputs of a wiring that have passed the check.
 *
 * @param tree as they came
 */
record WiringInputs(Fields tree, VirtualMachineWiringSpec spec) {
  static WiringInputs read(Struct inputs) {
    return of(InputReader.read(inputs).tree());
  }

  static WiringInputs of(Fields tree) {
    return new WiringInputs(
        tree,
        SpecReader.read(tree, PropertyPath.ROOT, new Report(), VirtualMachineWiringSpec::read));
  }

  Machine machine() {
    return WiredMachine.of(spec);
  }

  /** Of no machine in a cluster, but of each that a node type will make. */
  boolean isNodeType() {
    return spec.nodeType().isGiven();
  }

  /** Of the machine or of the node type; empty while it is not known. */
  String name() {
    return spec.virtualMachine().or(spec.nodeType()).known().orElse("");
  }

  String namespace() {
    return spec.namespace().known().orElse("");
  }

  boolean isSameMachine(WiringInputs other) {
    return name().equals(other.name()) && namespace().equals(other.namespace());
  }
}
