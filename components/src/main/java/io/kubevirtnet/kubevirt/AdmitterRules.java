package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.Part;

/**
 * What KubeVirt refuses, in its order, each cause once. It stops where KubeVirt stops, and counts
 * what KubeVirt cuts off.
 */
final class AdmitterRules {
  private final Machine machine;
  private final Wiring wiring;
  private final Admission admission;

  private AdmitterRules(Machine machine, Wiring wiring, Admission admission) {
    this.machine = machine;
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Machine machine, ClusterConfiguration config, Report report) {
    if (!hasTemplate(machine, report)) {
      return;
    }
    var admission = new Admission(machine.specPath(), report);
    var spec = Place.root(machine.spec());
    if (DecodingRules.pass(spec, machine.kind(), config.release(), admission)) {
      var wiring = Wiring.of(spec, config, machine.hasPreference());
      new AdmitterRules(machine, wiring, admission).check();
    }
  }

  private void check() {
    switch (machine.kind()) {
      case VIRTUAL_MACHINE -> virtualMachine();
      case INSTANCE -> instance();
      case REPLICA_SET, POOL -> copies();
    }
  }

  /** Of a new one the gates and the removed bindings end everything, under a shorter root. */
  private void virtualMachine() {
    var added = DefaultNetwork.isAdded(wiring, machine.kind());
    if (DefaultNetwork.passes(wiring, added, admission)
        && CreationRules.gates(wiring, admission)
        && CreationRules.bindings(wiring, admission, "spec")) {
      NameRules.check(wiring.spec, admission);
      networks();
      rest(added);
    }
  }

  /** KubeVirt checks the networks of an instance twice, and the first time before all else. */
  private void instance() {
    var added = DefaultNetwork.isAdded(wiring, machine.kind());
    if (DefaultNetwork.passes(wiring, added, admission)) {
      CreationRules.gates(wiring, admission);
      CreationRules.bindings(wiring, admission, admission.root());
      networks();
      NameRules.check(wiring.spec, admission);
      rest(added);
    }
  }

  private void copies() {
    NameRules.check(wiring.spec, admission);
    networks();
    rest(Truth.NO);
    CreationRules.gates(wiring, admission);
    CreationRules.laterBindings(wiring, admission);
  }

  private void networks() {
    var pairs = new NamePairRules(wiring, admission);
    SourceRules.check(wiring, admission);
    StateRules.check(wiring, admission);
    BindingRules.check(wiring, admission);
    pairs.networksAreUnique();
    ClaimRules.check(wiring, admission);
    pairs.networksAreUsed();
    pairs.interfacesAreUnique();
    pairs.interfacesHaveNetworks();
    InterfaceRules.check(wiring, admission);
  }

  private void rest(Truth defaultIsAdded) {
    BootRules.check(wiring, admission);
    ProbeRules.check(wiring, defaultIsAdded, admission);
    CloudInitRules.check(wiring.spec, admission);
    DnsRules.check(wiring.spec, admission);
    BootRules.encrypted(wiring, admission);
  }

  private static boolean hasTemplate(Machine machine, Report report) {
    var part = machine.object();
    for (var name : machine.kind().template()) {
      part = part.get(name);
      if (part.isOpen()) {
        return true;
      }
      if (!part.isObject()) {
        withoutTemplate(part, report);
        return false;
      }
    }
    return true;
  }

  private static void withoutTemplate(Part missing, Report report) {
    report.add(
        Finding.of(
                SpecCatalogue.TEMPLATE,
                missing.written(),
                missing.isSet() ? "This is no object." : "The template of the machine is left out.",
                SpecCatalogue.TEMPLATE.fix())
            .inWordsOf(
                new Upstream(
                    Admission.KUBEVIRT,
                    Cause.REQUIRED.wire(),
                    // The admitter names the template of a pool wrongly.
                    missing.path().text().replaceFirst("virtualMachineTemplate$", "template"),
                    "missing virtual machine template.")));
  }
}
