package io.kubevirtnet.kubevirt;

/** KubeVirt admitter: vmi-create-admitter.go. Probes come from outside, over the pod network. */
final class ProbeRules {
  private ProbeRules() {}

  static void check(Wiring wiring, Truth defaultIsAdded, Admission admission) {
    var readiness = wiring.spec.get("readinessProbe");
    var liveness = wiring.spec.get("livenessProbe");
    if (!readiness.isThere() && !liveness.isThere()
        || defaultIsAdded != Truth.NO
        || mayHavePod(wiring)) {
      return;
    }
    check(readiness, admission);
    check(liveness, admission);
  }

  private static boolean mayHavePod(Wiring wiring) {
    if (Wiring.networks(wiring.spec).isOpen()) {
      return true;
    }
    for (var net : wiring.nets) {
      if (net.pod.isSet()) {
        return true;
      }
    }
    return false;
  }

  private static void check(Place probe, Admission admission) {
    for (var kind : new String[] {"httpGet", "tcpSocket"}) {
      var handler = probe.get(kind);
      if (handler.isThere()) {
        admission.refuse(
            SpecCatalogue.PROBE,
            handler,
            "The probe " + kind + " asks a machine that is not on the pod network.",
            Cause.INVALID,
            admission.field(handler) + " is only allowed if the Pod Network is attached");
      }
    }
  }
}
