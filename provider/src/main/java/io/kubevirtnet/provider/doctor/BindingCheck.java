package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.health.PluginHealthCatalogue;
import java.util.HashSet;
import java.util.Set;

/** Whether the binding plugins that machines name are registered. */
final class BindingCheck implements Check {
  @Override
  public String title() {
    return "Binding plugins";
  }

  @Override
  public Set<Subject> needs() {
    return Set.of(Subject.KUBEVIRT, Subject.MACHINE, Subject.INSTANCE);
  }

  @Override
  public void look(Picture cluster, Notes notes) {
    var registered = new HashSet<String>();
    for (var kubeVirt : cluster.all(Subject.KUBEVIRT)) {
      kubeVirt
          .at("/spec/configuration/network/binding")
          .fieldNames()
          .forEachRemaining(registered::add);
    }
    if (cluster.all(Subject.KUBEVIRT).isEmpty()) {
      return;
    }
    boolean used = false;
    for (var machine : Machine.all(cluster)) {
      for (var name : machine.bindings().stream().distinct().toList()) {
        used = true;
        if (!registered.contains(name)) {
          notes.found(
              PluginHealthCatalogue.NOT_REGISTERED,
              machine.object().reference(),
              "It names the binding %s; registered are %s."
                  .formatted(
                      name,
                      registered.isEmpty()
                          ? "none"
                          : Shown.names(registered.stream().sorted().toList())),
              "kubectl get kubevirts.kubevirt.io -A -o jsonpath='{.items[*].spec.configuration.network.binding}'");
        }
      }
    }
    if (used) {
      notes.fineOtherwise("The bindings of machines are registered.");
    }
  }
}
