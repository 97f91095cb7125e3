package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine as its cluster has it.
 *
 * @param dynamicNetworks nothing where we may not look for the controller
 */
public record LiveMachine(
    Optional<Fields> machine,
    Optional<Fields> instance,
    Optional<Fields> kubeVirt,
    Optional<Boolean> dynamicNetworks) {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** Fields of the status, with the names that they have as outputs. */
  private static final List<List<String>> OUTPUTS =
      List.of(
          List.of("name", "name"),
          List.of("mac", "mac"),
          List.of("ipAddresses", "ipAddresses"),
          List.of("podInterfaceName", "podInterfaceName"),
          List.of("interfaceName", "guestInterfaceName"),
          List.of("linkState", "linkState"));

  public MachineFacts facts() {
    boolean runs = running().isPresent();
    return new MachineFacts(
        Optional.of(runs),
        runs ? migratable() : Optional.empty(),
        dynamicNetworks,
        runs ? Optional.of(hasOrdinalNames()) : Optional.empty());
  }

  private Optional<Part> running() {
    return instance
        .map(i -> Part.of(PropertyPath.ROOT, i))
        .filter(i -> i.get("status", "phase").text().filter(ENDED::contains).isEmpty());
  }

  private Optional<Boolean> migratable() {
    return running().stream()
        .flatMap(i -> i.get("status", "conditions").items().stream())
        .filter(c -> c.get("type").is("LiveMigratable"))
        .map(c -> c.get("status").is("True"))
        .findFirst();
  }

  private boolean hasOrdinalNames() {
    return interfaces().stream()
        .flatMap(i -> i.get("podInterfaceName").text().stream())
        .anyMatch(n -> n.matches("net\\d+"));
  }

  private List<Part> interfaces() {
    return running().map(i -> i.get("status", "interfaces").items()).orElse(List.of());
  }

  /** The output {@code guestInterfaces}; what only the guest knows of has no network here. */
  Tree guestInterfaces() {
    return Tree.of(
        interfaces().stream()
            .filter(i -> i.get("name").text().filter(n -> !n.isEmpty()).isPresent())
            .map(LiveMachine::guestInterface)
            .toList());
  }

  private static Fields guestInterface(Part part) {
    var found = Fields.EMPTY;
    for (var names : OUTPUTS) {
      var value = part.get(names.get(0)).tree();
      if (value.isPresent()) {
        found = found.with(names.get(1), value.get());
      }
    }
    return found;
  }

  /** What the object of the cluster says; else what the stack says. */
  public ClusterConfiguration configuration(ClusterConfiguration stack, boolean releaseIsGiven) {
    var observed =
        kubeVirt
            .flatMap(
                k -> Part.of(PropertyPath.ROOT, k).get("status", "observedKubeVirtVersion").text())
            .flatMap(v -> KubeVirtRelease.parse(v).release())
            .filter(r -> !releaseIsGiven)
            .orElse(stack.release());
    return kubeVirt.map(k -> ClusterConfiguration.of(observed, k)).orElse(stack);
  }
}
