package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.machine.MachineCatalogue;
import io.kubevirtnet.machine.WiredMachine;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import java.util.List;

/**
 * Rules and the child of the wiring of a machine, or of those of a node type. What is not refused
 * is said of the whole machine by whoever knows the rest of it.
 */
final class WiringParts {
  private WiringParts() {}

  static void check(VirtualMachineWiringSpec spec, Surroundings around, Report report) {
    if (spec.virtualMachine().isGiven() == spec.nodeType().isGiven()) {
      report.add(
          MachineCatalogue.WIRED_CHOICE,
          spec.nodeType().path(),
          spec.nodeType().isGiven() ? "Both are there." : "Neither is there.");
    }
    var said = new Report();
    var config = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    MachineRules.refusals(WiredMachine.cards(spec), config, said);
    report.addAll(said.moved(f -> WiredMachine.placed(f, spec), WiredMachine::input));
  }

  static List<Child> children(VirtualMachineWiringSpec spec, String name) {
    return List.of(Child.object(name, WiredMachine.object(spec)));
  }
}
