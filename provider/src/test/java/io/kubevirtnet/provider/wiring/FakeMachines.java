package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.FoundDefinition;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The machine {@code vms/web} in a cluster in memory. */
final class FakeMachines implements MachineSource {
  Optional<Fields> machine = Optional.empty();
  Optional<Fields> instance = Optional.empty();
  Optional<Fields> kubeVirt = Optional.empty();
  Optional<ClusterProblem> problem = Optional.empty();
  Optional<ClusterProblem> around = Optional.empty();
  final Set<String> definitions = new TreeSet<>();
  final Map<String, String> bridgeOf = new TreeMap<>();
  final Map<String, Set<String>> bridges = new TreeMap<>();
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

  @Override
  public RunningMachines running(Collection<String> attachments) {
    asked();
    return RunningMachines.of(List.of());
  }

  @Override
  public String address() {
    return "https://cluster";
  }

  @Override
  public Optional<FoundDefinition> definition(String namespace, String name) {
    asked();
    var reference = namespace + "/" + name;
    return Optional.of(new FoundDefinition(Optional.ofNullable(bridgeOf.get(reference))))
        .filter(d -> definitions.contains(reference));
  }

  @Override
  public Map<String, Set<String>> bridges() {
    asked();
    fail(around);
    return bridges;
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
