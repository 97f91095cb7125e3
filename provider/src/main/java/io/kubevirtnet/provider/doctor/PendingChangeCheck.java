package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.LiveCatalogue;
import java.util.Set;

/** Whether running machines have what their templates say. */
final class PendingChangeCheck implements Check {
  @Override
  public String title() {
    return "Changes that machines wait for";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.MACHINE, Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    for (var machine : cluster.all(Subject.MACHINE)) {
      machine
          .condition("RestartRequired")
          .filter(LiveObject.Condition::isTrue)
          .ifPresent(
              c ->
                  notes.found(
                      LiveCatalogue.RESTART,
                      machine.reference(),
                      "It waits for a restart%s.".formatted(Shown.because(c.message())),
                      "Restart it by `virtctl restart -n %s %s` when its users can bear that."
                          .formatted(machine.namespace(), machine.name()),
                      KubectlCommand.get(machine)));
    }
    if (migratesByItself(cluster)) {
      return;
    }
    for (var instance : cluster.all(Subject.INSTANCE)) {
      if (instance.is("MigrationRequired")) {
        notes.found(
            LiveCatalogue.MIGRATION,
            instance.reference(),
            "It waits for a migration, and KubeVirt does not migrate by itself.",
            KubectlCommand.get(instance));
      }
    }
    if (!cluster.all(Subject.INSTANCE).isEmpty()) {
      notes.fineOtherwise("No machine waits for a restart or a migration.");
    }
  }

  private static boolean migratesByItself(Picture cluster) {
    for (var kubeVirt : cluster.all(Subject.KUBEVIRT)) {
      for (var method : kubeVirt.at("/spec/workloadUpdateStrategy/workloadUpdateMethods")) {
        if (method.asText().equals("LiveMigrate")) {
          return true;
        }
      }
    }
    return false;
  }
}
