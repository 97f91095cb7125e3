package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Finding;

/** What KubeVirt looks at only when a machine is new: bindings that it has removed. */
final class CreationRules {
  private final Wiring wiring;
  private final Admission admission;
  private boolean passed = true;

  private CreationRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  /** A gate for what was removed is still listed, and the machine uses it. */
  static boolean gates(Wiring wiring, Admission admission) {
    var rules = new CreationRules(wiring, admission);
    for (var gate : wiring.config.featureGates()) {
      if (gate.equals("Passt")) {
        rules.gate(gate, Removed.PASST);
      } else if (gate.equals("Macvtap")) {
        rules.gate(gate, Removed.MACVTAP);
      }
    }
    return rules.passed;
  }

  private void gate(String gate, Removed removed) {
    for (var nic : wiring.nics) {
      var binding = nic.place.get(removed.key());
      if (binding.isThere()) {
        passed = false;
        admission.refuse(
            BindingCatalogue.REMOVED_GATE,
            binding,
            "The feature gate " + gate + " has no effect any more.",
            removed.replacement(),
            Cause.NOT_SUPPORTED,
            "",
            gate
                + " network binding is discontinued since v1.3. Please refer to Kubevirt user guide for alternatives.");
        return;
      }
    }
  }

  /**
   * KubeVirt admitter: discontinued.go.
   *
   * @param field the text for the root, which for a virtual machine is not that of its template
   */
  static boolean bindings(Wiring wiring, Admission admission, String field) {
    var rules = new CreationRules(wiring, admission);
    for (var nic : wiring.nics) {
      for (var removed : Removed.values()) {
        var binding = nic.place.get(removed.key());
        if (binding.isThere()) {
          rules.passed = false;
          admission.refuse(
              BindingCatalogue.REMOVED,
              binding,
              what(nic, removed),
              removed.replacement(),
              Cause.INVALID,
              field + binding.suffix(),
              removed.message());
        }
      }
    }
    return rules.passed;
  }

  /**
   * Of sets and pools KubeVirt checks this only when it makes a machine of them. From 1.9 on it
   * misses the binding before that, in its own words.
   */
  static void laterBindings(Wiring wiring, Admission admission) {
    if (wiring.config.release().isAtLeast(KubeVirtRelease.V1_9)) {
      return;
    }
    for (var nic : wiring.nics) {
      for (var removed : Removed.values()) {
        var binding = nic.place.get(removed.key());
        if (binding.isThere()) {
          admission
              .report()
              .add(
                  Finding.of(
                      BindingCatalogue.REMOVED,
                      binding.written(),
                      what(nic, removed),
                      removed.replacement()));
        }
      }
    }
  }

  private static String what(Nic nic, Removed removed) {
    return "Interface \"" + nic.name.shown() + "\" has the binding " + removed.key() + ".";
  }
}
