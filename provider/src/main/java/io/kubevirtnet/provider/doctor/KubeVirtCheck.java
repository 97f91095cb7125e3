package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.InstallationCatalogue;
import java.util.List;
import java.util.Set;

/** Whether KubeVirt is deployed, and whether what it consists of runs. */
final class KubeVirtCheck implements Check {
  private static final List<String> DEPLOYMENTS =
      List.of("virt-operator", "virt-api", "virt-controller");
  private static final String HANDLER = "virt-handler";

  @Override
  public String title() {
    return "KubeVirt";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.KUBEVIRT);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var all = cluster.all(Subject.KUBEVIRT);
    if (all.isEmpty() && cluster.isWhole(Subject.KUBEVIRT)) {
      notes.found(
          InstallationCatalogue.NO_KUBEVIRT,
          new ObjectReference(Subject.KUBEVIRT.kind(), "", "kubevirt"),
          cluster.isAbsent(Subject.KUBEVIRT)
              ? "The cluster does not know the kind KubeVirt."
              : "There is no object of kind KubeVirt.",
          KubectlCommand.list(Subject.KUBEVIRT));
    }
    for (var kubeVirt : all) {
      phase(kubeVirt, notes);
      versions(kubeVirt, notes);
      if (kubeVirt.text("/status/phase").equals("Deployed")) {
        components(kubeVirt.namespace(), cluster, notes);
      }
      notes.fineOtherwise(
          "KubeVirt %s is deployed, and its components run."
              .formatted(kubeVirt.text("/status/observedKubeVirtVersion"))
              .replace("  ", " "));
    }
  }

  private static void phase(LiveObject kubeVirt, Notes notes) {
    var phase = kubeVirt.text("/status/phase");
    boolean available = !kubeVirt.isNot("Available") && !kubeVirt.is("Degraded");
    if (phase.equals("Deployed") && available) {
      return;
    }
    var condition =
        kubeVirt
            .condition("Degraded")
            .filter(LiveObject.Condition::isTrue)
            .or(() -> kubeVirt.condition("Available"))
            .map(LiveObject.Condition::message)
            .orElse("");
    notes.found(
        InstallationCatalogue.KUBEVIRT_NOT_DEPLOYED,
        kubeVirt.reference(),
        (phase.isEmpty() ? "It has no phase yet" : "Its phase is " + phase)
            + (available ? "" : ", and it is not available or degraded")
            + Shown.because(condition)
            + ".",
        KubectlCommand.get(kubeVirt));
  }

  private static void versions(LiveObject kubeVirt, Notes notes) {
    var observed = kubeVirt.text("/status/observedKubeVirtVersion");
    var target = kubeVirt.text("/status/targetKubeVirtVersion");
    if (!observed.isEmpty() && !target.isEmpty() && !observed.equals(target)) {
      notes.found(
          InstallationCatalogue.KUBEVIRT_CHANGES,
          kubeVirt.reference(),
          "It is at %s, and is to be at %s.".formatted(observed, target),
          KubectlCommand.get(kubeVirt));
    }
  }

  private static void components(String namespace, Picture cluster, Notes notes) {
    DEPLOYMENTS.forEach(name -> component(Subject.DEPLOYMENT, namespace, name, cluster, notes));
    component(Subject.DAEMON_SET, namespace, HANDLER, cluster, notes);
  }

  private static void component(
      Subject subject, String namespace, String name, Picture cluster, Notes notes) {
    if (cluster.isRefused(subject)) {
      notes.leftOpen(name + ": not allowed to list " + subject.resource());
      return;
    }
    var found = cluster.find(subject, namespace + "/" + name).map(Workload::of);
    if (found.isEmpty() && cluster.isWhole(subject)) {
      notes.found(
          InstallationCatalogue.COMPONENT_NOT_READY,
          new ObjectReference(subject.kind(), namespace, name),
          "There is no %s %s in %s.".formatted(subject.kind(), name, namespace),
          "kubectl get -n " + namespace + " " + subject.resource());
    }
    found
        .filter(w -> !w.isReady())
        .ifPresent(
            w ->
                notes.found(
                    InstallationCatalogue.COMPONENT_NOT_READY,
                    w.object().reference(),
                    w.standing() + ".",
                    w.command()));
  }
}
