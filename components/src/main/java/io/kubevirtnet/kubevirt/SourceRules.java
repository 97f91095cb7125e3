package io.kubevirtnet.kubevirt;

/** KubeVirt admitter: netsource.go. Where a network comes from. */
final class SourceRules {
  private final Wiring wiring;
  private final Admission admission;

  private SourceRules(Wiring wiring, Admission admission) {
    this.wiring = wiring;
    this.admission = admission;
  }

  static void check(Wiring wiring, Admission admission) {
    if (wiring.nets.isEmpty()) {
      return;
    }
    var rules = new SourceRules(wiring, admission);
    rules.oneForThePod();
    rules.oneSourceEach();
    rules.definitionIsNamed();
  }

  private void oneForThePod() {
    int pods = 0;
    int defaults = 0;
    for (var net : wiring.nets) {
      pods += net.pod.isThere() ? 1 : 0;
      defaults += net.isMultusDefault() ? 1 : 0;
    }
    var networks = Wiring.networks(wiring.spec);
    if (pods > 1) {
      // The admitter names a field that no machine has.
      var field = admission.root() + ".interfaces";
      admission.refuse(
          SourceCatalogue.TWO_PODS,
          networks,
          pods + " networks are the pod network.",
          SourceCatalogue.TWO_PODS.fix(),
          Cause.DUPLICATE,
          field,
          "more than one interface is connected to a pod network in " + field);
    }
    if (defaults > 1) {
      admission.refuse(
          SourceCatalogue.TWO_DEFAULTS,
          networks,
          defaults + " networks are to take the place of the pod network.",
          Cause.INVALID,
          "Multus CNI should only have one default network");
    }
    if (pods > 0 && defaults > 0) {
      admission.refuse(
          SourceCatalogue.POD_AND_DEFAULT,
          networks,
          "One network is the pod network, and another is to take its place.",
          Cause.INVALID,
          "Pod network cannot be defined when Multus default network is defined");
    }
  }

  private void oneSourceEach() {
    for (var net : wiring.nets) {
      int sources =
          (net.pod.isThere() ? 1 : 0)
              + (net.multus.isThere() ? 1 : 0)
              + (net.claim.isThere() ? 1 : 0);
      if (sources == 0 && !net.isOpen()) {
        admission.refuse(
            SourceCatalogue.NO_SOURCE,
            net.place,
            "Network \"" + net.name.shown() + "\" does not say what it is.",
            Cause.REQUIRED,
            "should have a network type");
      } else if (sources > 1) {
        admission.refuse(
            SourceCatalogue.TWO_SOURCES,
            net.place,
            "Network \"" + net.name.shown() + "\" is " + sources + " things at once.",
            Cause.REQUIRED,
            "should have only one network type");
      }
    }
  }

  /** The admitter stops at the first. */
  private void definitionIsNamed() {
    boolean told = false;
    for (var net : wiring.nets) {
      var name = net.multus.get("networkName");
      if (!net.multus.isThere() || name.isOpen() || !name.text().isEmpty()) {
        continue;
      }
      var what =
          "Network \"" + net.name.shown() + "\" does not name a NetworkAttachmentDefinition.";
      if (told) {
        admission.advise(
            SourceCatalogue.NO_DEFINITION, net.place, what, SourceCatalogue.NO_DEFINITION.fix());
      } else {
        admission.refuse(
            SourceCatalogue.NO_DEFINITION,
            net.place,
            what,
            Cause.REQUIRED,
            "CNI delegating plugin must have a networkName");
      }
      told = true;
    }
  }
}
