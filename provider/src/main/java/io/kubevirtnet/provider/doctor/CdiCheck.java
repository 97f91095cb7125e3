package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.InstallationCatalogue;
import java.util.Set;

/** Whether machines get the disks that CDI imports. */
final class CdiCheck implements Check {
  @Override
  public String title() {
    return "CDI";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.CDI);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var users =
        cluster.all(Subject.MACHINE).stream()
            .filter(CdiCheck::imports)
            .map(LiveObject::key)
            .toList();
    if (cluster.all(Subject.CDI).isEmpty() && !users.isEmpty()) {
      notes.found(
          InstallationCatalogue.CDI,
          new ObjectReference(Subject.CDI.kind(), "", "cdi"),
          "There is no CDI, and %s import disks.".formatted(Shown.names(users)),
          KubectlCommand.list(Subject.CDI));
    }
    for (var cdi : cluster.all(Subject.CDI)) {
      var phase = cdi.text("/status/phase");
      if (phase.equals("Deployed") && !cdi.is("Degraded")) {
        notes.fine("CDI is deployed.");
      } else {
        notes.found(
            InstallationCatalogue.CDI,
            cdi.reference(),
            (phase.isEmpty() ? "It has no phase yet" : "Its phase is " + phase)
                + Shown.because(
                    cdi.condition("Degraded").map(LiveObject.Condition::message).orElse(""))
                + ".",
            KubectlCommand.get(cdi));
      }
    }
  }

  private static boolean imports(LiveObject machine) {
    return !machine.at("/spec/dataVolumeTemplates").isEmpty();
  }
}
