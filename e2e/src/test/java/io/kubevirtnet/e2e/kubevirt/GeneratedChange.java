package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import java.util.Map;

/** A machine by chance, and what becomes of it. */
record GeneratedChange(
    long seed,
    KubeVirtRelease release,
    Map<String, Object> kubeVirt,
    Map<String, Object> before,
    Map<String, Object> after) {
  String question() {
    return GeneratedMachine.json(
        kubeVirt.isEmpty()
            ? Map.of("before", before, "after", after)
            : Map.of("kubevirt", kubeVirt, "before", before, "after", after));
  }

  MachineChange ours() {
    return MachineChange.of(machine(before), machine(after), MachineFacts.UNKNOWN, configuration());
  }

  private ClusterConfiguration configuration() {
    return new GeneratedMachine(seed, release, kubeVirt, before, 0).configuration();
  }

  private Machine machine(Map<String, Object> object) {
    return new GeneratedMachine(seed, release, kubeVirt, object, 0).machine();
  }

  String described(Object problem) {
    return "%d, KubeVirt %s: %s%n    %s".formatted(seed, release.wire(), problem, question());
  }
}
