package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.FoundDefinition;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.provider.resource.Asked;
import io.kubevirtnet.provider.resource.AskedCluster;
import io.kubevirtnet.provider.resource.AskedCluster.Answer;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The machines of the one cluster that a configuration means, as far as it can be asked. */
final class LiveMachines implements Asked {
  private final AskedCluster cluster;
  private Optional<Surroundings> surroundings = Optional.empty();
  private Map<String, Set<String>> bridges = Map.of();

  LiveMachines(AskedCluster cluster) {
    this.cluster = cluster;
  }

  /** What holds for all machines of the cluster, and is read once. */
  private record Surroundings(Optional<Fields> kubeVirt, Optional<Boolean> plugsNetworks) {}

  /**
   * What came of asking.
   *
   * @param machine nothing when nobody could be asked
   * @param why a sentence that says why not
   */
  record Look(Optional<LiveMachine> machine, String why) {}

  /** It never fails: a cluster that was silent is not asked again. */
  Look look(String namespace, String name) {
    var answer = cluster.ask("KubeVirt", source -> machine(source, namespace, name));
    return new Look(answer.value(), answer.why());
  }

  /** A network attachment, as the cluster has it; an empty answer when it has none. */
  Answer<Optional<FoundDefinition>> definition(String namespace, String name) {
    return cluster.ask("Multus", source -> source.definition(namespace, name));
  }

  /** The Linux bridges of each node, read once. */
  Answer<Map<String, Set<String>>> bridges() {
    return cluster.ask("kubernetes-nmstate", this::bridges);
  }

  private synchronized Map<String, Set<String>> bridges(MachineSource source) {
    if (bridges.isEmpty()) {
      bridges = source.bridges();
    }
    return bridges;
  }

  /** Where it was asked, for messages. */
  String address() {
    return cluster.address();
  }

  private synchronized LiveMachine machine(MachineSource source, String namespace, String name) {
    var around = surroundings.orElseGet(() -> surroundings(source));
    surroundings = Optional.of(around);
    return new LiveMachine(
        source.machine(namespace, name),
        source.instance(namespace, name),
        around.kubeVirt(),
        around.plugsNetworks());
  }

  private static Surroundings surroundings(MachineSource source) {
    return new Surroundings(
        allowed(source::kubeVirt).flatMap(k -> k), allowed(source::plugsNetworks));
  }

  /** Not everyone who may see a machine may see what is around it. */
  private static <T> Optional<T> allowed(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (ClusterProblem problem) {
      if (problem.kind() == Kind.FORBIDDEN) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
