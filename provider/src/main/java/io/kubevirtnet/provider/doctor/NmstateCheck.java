package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.InstallationCatalogue;
import java.util.Set;

/** Whether NMState is deployed. */
final class NmstateCheck implements Check {
  private static final String WEBHOOK = "nmstate-webhook";

  @Override
  public String title() {
    return "NMState";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.NMSTATE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var all = cluster.all(Subject.NMSTATE);
    if (cluster.isAbsent(Subject.NMSTATE)) {
      absent(cluster, notes);
    } else if (all.isEmpty()) {
      notes.found(
          InstallationCatalogue.NMSTATE_NOT_MADE,
          new ObjectReference(Subject.NMSTATE.kind(), "", "nmstate"),
          "There is no object of kind NMState.",
          KubectlCommand.list(Subject.NMSTATE));
    }
    for (var nmstate : all) {
      var bad =
          nmstate
              .condition("Degraded")
              .filter(LiveObject.Condition::isTrue)
              .or(() -> nmstate.condition("Available").filter(c -> !c.isTrue()));
      bad.ifPresent(
          c ->
              notes.found(
                  InstallationCatalogue.NMSTATE_DEGRADED,
                  nmstate.reference(),
                  "It is degraded or not available"
                      + Shown.because(c.message().isEmpty() ? c.reason() : c.message())
                      + ".",
                  KubectlCommand.get(nmstate)));
    }
    webhook(cluster, notes);
    if (!all.isEmpty()) {
      notes.fineOtherwise("NMState is deployed.");
    }
  }

  /** Where policies are known, somebody deployed the handlers without the operator. */
  private static void absent(Picture cluster, Notes notes) {
    if (cluster.isAbsent(Subject.POLICY)) {
      notes.found(
          InstallationCatalogue.NO_NMSTATE,
          new ObjectReference("CustomResourceDefinition", "", Subject.NMSTATE.resource()),
          "The cluster does not know the kinds of NMState.",
          "kubectl get crd " + Subject.NMSTATE.resource());
    }
  }

  private static void webhook(Picture cluster, Notes notes) {
    if (cluster.isRefused(Subject.DEPLOYMENT)) {
      notes.leftOpen("the webhook: not allowed to list " + Subject.DEPLOYMENT.resource());
    }
    cluster.all(Subject.DEPLOYMENT).stream()
        .filter(d -> d.name().equals(WEBHOOK))
        .map(Workload::of)
        .filter(w -> !w.isReady())
        .forEach(
            w ->
                notes.found(
                    InstallationCatalogue.WEBHOOK,
                    w.object().reference(),
                    w.standing() + ".",
                    w.command()));
  }
}
