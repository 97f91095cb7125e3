package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster whose virtual machines can be read. It throws {@link ClusterProblem} only. */
public interface MachineSource extends AutoCloseable {
  /** Where its API server is. */
  String address();

  /** The VirtualMachine as it is, or nothing. */
  Optional<Fields> machine(String namespace, String name);

  /** The VirtualMachineInstance that runs for it, or nothing. */
  Optional<Fields> instance(String namespace, String name);

  /** The object that configures KubeVirt, or nothing. */
  Optional<Fields> kubeVirt();

  /** The controller that plugs networks into running pods runs somewhere. */
  boolean plugsNetworks();

  /** The machines that run on one of these attachments, each {@code namespace/name}. */
  RunningMachines running(Collection<String> attachments);

  /** The network attachment, or nothing. */
  Optional<FoundDefinition> definition(String namespace, String name);

  /** The Linux bridges of each node that has reported its network. */
  Map<String, Set<String>> bridges();

  /** Ends what is under way, with {@link ClusterProblem.Kind#CANCELLED}. */
  @Override
  void close();
}
