package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.InstallationCatalogue;
import java.util.List;
import java.util.Set;

/** Whether Multus runs on the nodes. */
final class MultusCheck implements Check {
  private static final String NAME = "multus";

  /** The same charts install plugins and controllers with names like this. */
  private static final List<String> OTHERS =
      List.of("additional", "admission", "controller", "plugins");

  @Override
  public String title() {
    return "Multus";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.DEFINITION);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    if (cluster.isAbsent(Subject.DEFINITION)) {
      notes.found(
          InstallationCatalogue.NO_MULTUS,
          new ObjectReference("CustomResourceDefinition", "", Subject.DEFINITION.resource()),
          "The cluster does not know the kind NetworkAttachmentDefinition.",
          "kubectl get crd " + Subject.DEFINITION.resource());
      return;
    }
    if (cluster.isRefused(Subject.DAEMON_SET)) {
      notes.leftOpen("whether Multus runs: not allowed to list " + Subject.DAEMON_SET.resource());
      return;
    }
    var multus =
        cluster.all(Subject.DAEMON_SET).stream()
            .filter(MultusCheck::isMultus)
            .map(Workload::of)
            .toList();
    if (multus.isEmpty() && cluster.isWhole(Subject.DAEMON_SET)) {
      notes.found(
          InstallationCatalogue.MULTUS_NOT_READY,
          new ObjectReference(Subject.DAEMON_SET.kind(), "kube-system", "kube-multus-ds"),
          "No DaemonSet of Multus is there.",
          "kubectl get daemonsets -A");
    }
    for (var set : multus) {
      if (set.isReady()) {
        notes.fine("Multus runs on %s.".formatted(Shown.count(set.ready(), "node")));
      } else {
        notes.found(
            InstallationCatalogue.MULTUS_NOT_READY,
            set.object().reference(),
            set.standing() + ".",
            set.command());
      }
    }
  }

  private static boolean isMultus(LiveObject set) {
    return set.name().contains(NAME) && OTHERS.stream().noneMatch(set.name()::contains);
  }
}
