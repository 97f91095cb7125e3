package io.kubevirtnet.provider.serverfacts;

import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.FoundDefinition;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster in memory of which only running machines are asked. */
final class FakeUsers implements MachineSource {
  RunningMachines running = RunningMachines.of(List.of());
  Optional<ClusterProblem> problem = Optional.empty();
  final List<List<String>> asked = new ArrayList<>();

  @Override
  public RunningMachines running(Collection<String> attachments) {
    asked.add(List.copyOf(attachments));
    if (problem.isPresent()) {
      throw problem.get();
    }
    return running;
  }

  @Override
  public Optional<Fields> machine(String namespace, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Fields> instance(String namespace, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Fields> kubeVirt() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean plugsNetworks() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<FoundDefinition> definition(String namespace, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Set<String>> bridges() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String address() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
