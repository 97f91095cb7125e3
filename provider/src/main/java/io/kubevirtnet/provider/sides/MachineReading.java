package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.wiring.LiveMachine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a machine runs, from the objects beside it.
 *
 * @param dynamicNetworks the controller that plugs networks into running pods is there
 */
record MachineReading(
    Map<ObjectReference, KubernetesObject> cluster, Optional<Boolean> dynamicNetworks) {
  static final String MACHINE = "VirtualMachine";
  static final String INSTANCE = "VirtualMachineInstance";

  private static final Set<String> STOPPED = Set.of("Stopped", "Halted");

  static ObjectReference machineOf(ObjectReference instance) {
    return new ObjectReference(MACHINE, instance.namespace(), instance.name());
  }

  /** Nothing for all that is no machine, and where nothing says whether it runs. */
  Optional<MachineFacts> facts(KubernetesObject object) {
    var there = object.reference();
    return switch (there.kind()) {
      case INSTANCE -> Optional.of(running(object));
      case MACHINE ->
          Optional.ofNullable(
                  cluster.get(new ObjectReference(INSTANCE, there.namespace(), there.name())))
              .map(this::running)
              .or(() -> isStopped(object).map(this::alone));
      default -> Optional.empty();
    };
  }

  private MachineFacts running(KubernetesObject instance) {
    return new LiveMachine(
            Optional.empty(), Optional.of(instance.fields()), Optional.empty(), dynamicNetworks)
        .facts();
  }

  /** Without its instance only the machine itself can tell. */
  private Optional<Boolean> isStopped(KubernetesObject machine) {
    var root = SceneReading.root(machine);
    var status = root.get("status", "printableStatus").text();
    if (status.isPresent()) {
      return status.map(STOPPED::contains);
    }
    var spec = root.get("spec");
    return spec.get("runStrategy").is("Halted") || spec.get("running").isFalse()
        ? Optional.of(true)
        : Optional.empty();
  }

  private MachineFacts alone(boolean stopped) {
    return new MachineFacts(
        Optional.of(!stopped), Optional.empty(), dynamicNetworks, Optional.empty());
  }
}
