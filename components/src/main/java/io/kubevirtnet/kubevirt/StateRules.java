package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;

/** KubeVirt admitter: admit.go. The state that an interface is to have. */
final class StateRules {
  private static final String ABSENT = "absent";
  private static final String UP = "up";
  private static final String DOWN = "down";

  private final Wiring wiring;
  private final Admission admission;

  private StateRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Wiring wiring, Admission admission) {
    var rules = new StateRules(wiring, admission);
    for (var nic : wiring.nics) {
      if (nic.state.isThere() && !nic.state.is("")) {
        rules.check(nic);
      }
    }
  }

  private void check(Nic nic) {
    var state = nic.state.text();
    boolean absent = state.equals(ABSENT);
    boolean link = state.equals(UP) || state.equals(DOWN);
    if (!absent && !link) {
      admission.refuse(
          BindingCatalogue.STATE,
          nic.state,
          "\"" + nic.state.shown() + "\" is no state.",
          Cause.INVALID,
          "logical "
              + nic.name.shown()
              + " interface state value is unsupported: "
              + nic.state.shown());
    }
    if (link && nic.sriov.isThere()) {
      refuse(
          BindingCatalogue.STATE_OF_DEVICE,
          nic,
          "The link of a host device can not be set " + state + ".",
          "is not supported for SR-IOV NICs");
    }
    if (absent && nic.bridge.isMissing()) {
      refuse(
          BindingCatalogue.ABSENT_BINDING,
          nic,
          "Interface \"" + nic.name.shown() + "\" has no bridge binding.",
          "is supported only for bridge binding");
    }
    if (absent && isOnDefault(nic)) {
      refuse(
          BindingCatalogue.ABSENT_DEFAULT,
          nic,
          "Interface \"" + nic.name.shown() + "\" is on the machine's first network.",
          "is not supported on default networks");
    }
  }

  private void refuse(Rule rule, Nic nic, String what, String message) {
    admission.refuse(
        rule,
        nic.state,
        what,
        Cause.INVALID,
        Admission.quoted(nic.name.shown())
            + " interface's state "
            + Admission.quoted(nic.state.shown())
            + " "
            + message);
  }

  /** The first network of that kind counts. */
  private boolean isOnDefault(Nic nic) {
    if (wiring.netNamesOpen || nic.name.isOpen()) {
      return false;
    }
    for (var net : wiring.nets) {
      var isDefault = net.isDefault(wiring.config.release());
      if (isDefault == Truth.OPEN) {
        return false;
      }
      if (isDefault == Truth.YES) {
        return net.name.is(nic.name.text());
      }
    }
    return false;
  }
}
