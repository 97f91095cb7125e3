package io.kubevirtnet.kubevirt;

/** KubeVirt admitter: binding.go and passt.go. How an interface gets to its network. */
final class BindingRules {
  private static final String RESERVED_MAC = "02:00:00:00:00:00";

  private final Wiring wiring;
  private final Admission admission;

  private BindingRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Wiring wiring, Admission admission) {
    var rules = new BindingRules(wiring, admission);
    for (var nic : wiring.nics) {
      if (nic.place.isOpen()) {
        continue;
      }
      rules.one(nic);
      rules.masquerade(nic);
      rules.bridge(nic);
      rules.passt(nic);
    }
  }

  private void one(Nic nic) {
    if (!wiring.config.release().isAtLeast(KubeVirtRelease.V1_9)) {
      methodOrPlugin(nic);
      return;
    }
    int bindings = nic.bindings();
    if (bindings == 0 && (nic.hasOpenBinding() || isLeftToPreference(nic)) || bindings == 1) {
      return;
    }
    admission.refuse(
        BindingCatalogue.ONE_BINDING,
        nic.place,
        "Interface \""
            + nic.name.shown()
            + (bindings == 0 ? "\" has no binding." : "\" has " + bindings + " bindings."),
        Removed.of(nic).map(Removed::replacement).orElse(BindingCatalogue.ONE_BINDING.fix()),
        Cause.INVALID,
        admission.field(nic.place),
        "logical "
            + nic.name.shown()
            + " interface must have exactly one binding method or binding plugin");
  }

  /** Older releases took none, or two methods, and never started such a machine. */
  private void methodOrPlugin(Nic nic) {
    int methods = nic.methods();
    if (methods > 0 && nic.plugin.isThere()) {
      admission.refuse(
          BindingCatalogue.ONE_BINDING,
          nic.place,
          "Interface \"" + nic.name.shown() + "\" has a plugin and another binding.",
          BindingCatalogue.ONE_BINDING.fix(),
          Cause.INVALID,
          admission.field(nic.plugin),
          "logical "
              + nic.name.shown()
              + " interface cannot have both binding plugin and interface binding method");
    } else if (Removed.of(nic).isPresent() || nic.bindings() == 1 || nic.hasOpenBinding()) {
      return;
    } else if (methods > 1 || !isLeftToPreference(nic)) {
      admission.advise(
          BindingCatalogue.ONE_BINDING,
          nic.place,
          "Interface \""
              + nic.name.shown()
              + (methods == 0 ? "\" has no binding" : "\" has " + methods + " bindings")
              + ": KubeVirt "
              + wiring.config.release().wire()
              + " takes that, and does not start the machine.",
          BindingCatalogue.ONE_BINDING.fix());
    }
  }

  /** A preference gives an interface on the pod network its binding, if it has none at all. */
  private boolean isLeftToPreference(Nic nic) {
    if (!wiring.hasPreference || Removed.of(nic).isPresent() || wiring.isOnPod(nic) == Truth.NO) {
      return false;
    }
    admission
        .report()
        .notChecked(nic.place.written(), "the preference may give the interface its binding");
    return true;
  }

  private void masquerade(Nic nic) {
    if (!nic.masquerade.isThere()) {
      return;
    }
    if (wiring.isOnPod(nic) == Truth.NO) {
      admission.refuse(
          BindingCatalogue.MASQUERADE_NETWORK,
          nic.name,
          "Interface \"" + nic.name.shown() + "\" has masquerade, and is not on the pod network.",
          Cause.INVALID,
          "Masquerade interface only implemented with pod network");
    }
    if (nic.mac.is(RESERVED_MAC)) {
      admission.refuse(
          BindingCatalogue.RESERVED_MAC,
          nic.mac,
          nic.mac.shown() + " is the address of KubeVirt's own bridge.",
          Cause.INVALID,
          "The requested MAC address is reserved for the in-pod bridge. Please choose another one.");
    }
  }

  private void bridge(Nic nic) {
    if (nic.bridge.isThere()
        && !wiring.config.permitBridge()
        && !wiring.config.open()
        && wiring.isOnPod(nic) == Truth.YES) {
      admission.refuse(
          BindingCatalogue.BRIDGE_FORBIDDEN,
          nic.name,
          "Interface \"" + nic.name.shown() + "\" bridges the pod network.",
          Cause.INVALID,
          "Bridge on pod network configuration is not enabled under kubevirt-config");
    }
  }

  private void passt(Nic nic) {
    if (!nic.passtBinding.isThere()) {
      return;
    }
    if (!wiring.config.isOn(FeatureGates.PASST_BINDING) && !wiring.config.open()) {
      admission.refuse(
          BindingCatalogue.PASST_GATE,
          nic.name,
          "Interface \"" + nic.name.shown() + "\" has passtBinding, which is off.",
          Cause.INVALID,
          "PasstBinding feature gate is not enabled");
    }
    if (wiring.isOnPod(nic) == Truth.NO) {
      admission.refuse(
          BindingCatalogue.PASST_NETWORK,
          nic.name,
          "Interface \"" + nic.name.shown() + "\" has passtBinding, and is not on the pod network.",
          Cause.INVALID,
          "PasstBinding interface only implemented with pod network");
    }
  }
}
