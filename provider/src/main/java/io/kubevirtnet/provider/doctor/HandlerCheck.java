package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.health.InstallationCatalogue;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a handler of NMState runs on each node that is to have one. */
final class HandlerCheck implements Check {
  @Override
  public String title() {
    return "Handlers of NMState";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.NODE, Subject.HANDLER_POD, Subject.NMSTATE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    if (cluster.all(Subject.NMSTATE).isEmpty()) {
      return;
    }
    var selector = cluster.all(Subject.NMSTATE).get(0).at("/spec/nodeSelector");
    var handled =
        cluster.all(Subject.HANDLER_POD).stream()
            .filter(HandlerCheck::runs)
            .map(p -> p.text("/spec/nodeName"))
            .collect(Collectors.toSet());
    var meant =
        cluster.all(Subject.NODE).stream()
            .filter(Nodes::isReady)
            .filter(
                n ->
                    n.label("kubernetes.io/os").isEmpty()
                        || n.label("kubernetes.io/os").equals("linux"))
            .filter(n -> Nodes.matches(n, selector))
            .map(LiveObject::name)
            .toList();
    var without = meant.stream().filter(n -> !handled.contains(n)).toList();
    if (without.isEmpty()) {
      notes.fine(
          "A handler runs on each of %s.".formatted(Shown.count(meant.size(), "ready node")));
      return;
    }
    notes.found(
        InstallationCatalogue.NODE_WITHOUT_HANDLER,
        new ObjectReference(Subject.NODE.kind(), "", without.get(0)),
        "No handler runs on %s of %s: %s."
            .formatted(
                without.size(), Shown.count(meant.size(), "ready node"), Shown.names(without)),
        "kubectl get pods -A -l component=kubernetes-nmstate-handler -o wide");
  }

  private static boolean runs(LiveObject pod) {
    for (var container : pod.at("/status/containerStatuses")) {
      if (!container.path("ready").asBoolean()) {
        return false;
      }
    }
    return pod.text("/status/phase").equals("Running");
  }
}
