package io.kubevirtnet.component;

import io.kubevirtnet.across.MachineUses;
import io.kubevirtnet.enums.WiringRecord;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.machine.MachineChecks;
import io.kubevirtnet.machine.MachineInputRules;
import io.kubevirtnet.machine.Wiring;
import io.kubevirtnet.spec.VirtualMachineSpec;
import java.util.ArrayList;
import java.util.List;

/** Rules and children of a virtual machine. */
final class MachineParts {
  private static final String SECRET_KIND = "Secret";

  private MachineParts() {}

  static void machine(VirtualMachineSpec spec, Surroundings around, Report report) {
    var machine = DesiredMachine.of(spec, around.name());
    var config = around.settings().kubeVirt().cluster(spec.kubevirtVersion(), report);
    MachineInputRules.check(spec, machine, report);
    MachineChecks.check(machine, config, report);
    machine.namespace().ifKnown(ns -> across(machine, ns, config, around, report));
  }

  private static void across(
      DesiredMachine machine,
      String namespace,
      ClusterConfiguration config,
      Surroundings around,
      Report report) {
    var said = new Report();
    var isolation = around.settings().isolation();
    around.run().machine(around.claimant(), machine.machine(), namespace, isolation, config, said);
    MachineChecks.hand(machine, said, report);
    addresses(machine, namespace, around, report);
    around.claim(DesiredMachine.KIND, namespace, machine.name(), report);
    if (machine.secret().isPresent()) {
      around.claim(SECRET_KIND, namespace, machine.secretName(), report);
    }
  }

  /** Those that the guest takes by itself. */
  private static void addresses(
      DesiredMachine machine, String namespace, Surroundings around, Report report) {
    for (var use : MachineUses.of(machine.machine(), namespace)) {
      var network = use.nic().get("name").text().orElse("");
      for (var address : machine.guestAddresses(network)) {
        around.run().guestAddress(around.claimant(), use, address, report);
      }
    }
  }

  static List<Child> objects(VirtualMachineSpec spec, String name) {
    var machine = DesiredMachine.of(spec, name);
    var children = new ArrayList<Child>();
    machine.secret().ifPresent(s -> children.add(Child.object(name + "-cloud-init", s)));
    children.add(Child.object(name, machine.object()));
    if (spec.wiring().known().filter(w -> w == WiringRecord.None).isEmpty()) {
      children.add(
          new Child(Blueprints.VIRTUAL_MACHINE_WIRING.type(), name, Wiring.inputs(spec, machine)));
    }
    return children;
  }
}
