package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/** The machine {@code vms/web} in a cluster in memory. */
final class FakeMachines implements MachineSource {
  Optional<Fields> machine = Optional.empty();
  Optional<Fields> instance = Optional.empty();
  Optional<Fields> kubeVirt = Optional.empty();
  Optional<ClusterProblem> problem = Optional.empty();
  Optional<ClusterProblem> around = Optional.empty();
  boolean plugsNetworks;
  int asked;

  @Override
  public Optional<Fields> machine(String namespace, String name) {
    asked();
    return machine.filter(m -> namespace.equals("vms") && name.equals("web"));
  }

  @Override
  public Optional<Fields> instance(String namespace, String name) {
    asked();
    return instance.filter(m -> namespace.equals("vms") && name.equals("web"));
  }

  @Override
  public Optional<Fields> kubeVirt() {
    asked();
    fail(around);
    return kubeVirt;
  }

  @Override
  public boolean plugsNetworks() {
    asked();
    fail(around);
    return plugsNetworks;
  }

  private void asked() {
    asked++;
    fail(problem);
  }

  private static void fail(Optional<ClusterProblem> with) {
    if (with.isPresent()) {
      throw with.get();
    }
  }

  @Override
  public void close() {}
}
