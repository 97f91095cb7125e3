package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.machine.WiredMachine;
import io.kubevirtnet.provider.cluster.FoundDefinition;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a wiring only names and a cluster does not have. Nobody is refused anything for it: it may
 * be made by the time that a machine starts.
 */
final class MissingNetworks {
  private static final int SHOWN = 5;

  private final LiveMachines cluster;
  private final Report report = new Report();

  private MissingNetworks(LiveMachines cluster) {
    this.cluster = cluster;
  }

  static void check(VirtualMachineWiringSpec spec, LiveMachines cluster, Report report) {
    var definitions =
        spec.namedDefinitions().known().orElse(List.of()).stream()
            .flatMap(n -> n.known().stream())
            .collect(Collectors.toSet());
    var bridges = spec.namedBridges().known().orElse(Map.of());
    if (definitions.isEmpty() && bridges.isEmpty()) {
      return;
    }
    var missing = new MissingNetworks(cluster);
    for (var network : WiredMachine.cards(spec).networks()) {
      var name = network.get("name").text().orElse("");
      var reference = network.get("multus", "networkName");
      if (definitions.contains(name)) {
        missing.definition(reference, spec.namespace());
      }
      Optional.ofNullable(bridges.get(name))
          .ifPresent(bridge -> bridge.ifKnown(b -> missing.bridge(b, bridge.shown(), reference)));
    }
    report.addAll(missing.report.moved(f -> WiredMachine.placed(f, spec), WiredMachine::input));
  }

  private void definition(Part reference, Value<String> namespace) {
    var text = reference.text().orElse("");
    int slash = text.indexOf('/');
    var in = slash < 0 ? namespace.known() : Optional.of(text.substring(0, slash));
    if (reference.isOpen() || in.isEmpty()) {
      report.notChecked(reference.path(), "known after apply");
      return;
    }
    var answer = cluster.definition(in.get(), text.substring(slash + 1));
    if (answer.value().isEmpty()) {
      notChecked(reference.path(), reference.shown(), answer.why());
    } else if (answer.value().get().isEmpty()) {
      report.add(
          UseCatalogue.NOT_IN_CLUSTER,
          reference.path(),
          cluster.address()
              + " has no NetworkAttachmentDefinition "
              + (slash < 0 && !isSecret(reference) ? in.get() + "/" + text : reference.shown())
              + ".");
    } else {
      answer
          .value()
          .flatMap(d -> d)
          .flatMap(FoundDefinition::linuxBridge)
          .ifPresent(bridge -> bridge(bridge, bridge, reference));
    }
  }

  private static boolean isSecret(Part reference) {
    return reference.shown().equals(Part.SECRET);
  }

  private void bridge(String bridge, String shown, Part reference) {
    var answer = cluster.bridges();
    if (answer.value().isEmpty()) {
      notChecked(reference.path(), "bridge " + shown, answer.why());
    } else if (answer.value().get().isEmpty()) {
      notChecked(reference.path(), "bridge " + shown, "No node has reported its network.");
    } else if (answer.value().get().values().stream().noneMatch(b -> b.contains(bridge))) {
      var there =
          answer.value().get().values().stream().flatMap(Set::stream).distinct().sorted().toList();
      report.add(
          UseCatalogue.BRIDGE_ON_NO_NODE,
          reference.path(),
          "No node has a Linux bridge " + shown + " for " + reference.shown() + there(there) + ".",
          Nearest.to(bridge, there)
                  .filter(n -> shown.equals(bridge))
                  .map(n -> "Did you mean " + n + "? ")
                  .orElse("")
              + UseCatalogue.BRIDGE_ON_NO_NODE.fix());
    }
  }

  private static String there(List<String> bridges) {
    return bridges.isEmpty()
        ? ""
        : bridges.stream()
            .limit(SHOWN)
            .collect(
                Collectors.joining(", ", " (there is ", bridges.size() > SHOWN ? ", …)" : ")"));
  }

  private void notChecked(PropertyPath path, String what, String why) {
    report.notChecked(path, "whether the cluster has " + what + ": " + why);
  }
}
