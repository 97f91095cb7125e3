package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.LiveCatalogue;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.HashMap;
import java.util.Set;

/** Whether the machines that vCluster Platform makes have the network that it puts into them. */
final class NodeMachineCheck implements Check {
  private static final String MULTUS = "multus";

  @Override
  public String title() {
    return "Machines of node providers";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.MACHINE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    // Nothing on a machine says of which type it is: where one type has no attachment, any may be.
    var always = new HashMap<String, Boolean>();
    cluster.all(Subject.NODE_PROVIDER).stream()
        .filter(p -> !p.text("/spec/kubeVirt/clusterRef/namespace").isEmpty())
        .forEach(
            p ->
                always.merge(
                    p.text("/spec/kubeVirt/clusterRef/namespace"), names(p), Boolean::logicalAnd));
    int right = 0;
    for (var machine : cluster.all(Subject.MACHINE)) {
      if (!always.getOrDefault(machine.namespace(), false)) {
        continue;
      }
      boolean network = has(machine, "/spec/template/spec/networks");
      boolean card = has(machine, "/spec/template/spec/domain/devices/interfaces");
      if (network && card) {
        right++;
      } else {
        notes.found(
            LiveCatalogue.NODE_WITHOUT_MULTUS,
            machine.reference(),
            "It has no %s multus, which all node types for its namespace have."
                .formatted(network ? "interface" : card ? "network" : "network and interface"),
            KubectlCommand.get(machine));
      }
    }
    if (right > 0) {
      notes.fineOtherwise(
          "%s the network multus."
              .formatted(right == 1 ? "1 machine has" : right + " machines have"));
    }
  }

  private static boolean names(LiveObject provider) {
    var key = PropertyKey.ATTACHMENT.key();
    boolean own = provider.at("/spec/properties").has(key);
    var types = provider.at("/spec/kubeVirt/nodeTypes");
    for (var type : types) {
      if (!own && !type.path("properties").has(key)) {
        return false;
      }
    }
    return !types.isEmpty();
  }

  private static boolean has(LiveObject machine, String list) {
    for (var entry : machine.at(list)) {
      if (entry.path("name").asText().equals(MULTUS)) {
        return true;
      }
    }
    return false;
  }
}
