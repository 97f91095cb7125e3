package io.kubevirtnet.machine;

import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Optional;
import java.util.regex.Pattern;

/** The inputs of the resource that keeps how a machine is wired. */
public final class Wiring {
  private static final String DEVICES = "spec.domain.devices.";
  private static final Pattern ENTRY = Pattern.compile("^.*?\\[\\d+]");

  private Wiring() {}

  public static Fields inputs(VirtualMachineSpec spec, DesiredMachine machine) {
    var devices =
        only(machine, "networkInterfaceMultiqueue")
            .map(t -> Tree.of("networkInterfaceMultiqueue", t))
            .orElse(Tree.fields());
    var auto = only(machine, "autoattachPodInterface");
    if (auto.isPresent()) {
      devices = devices.with("autoattachPodInterface", auto.get());
    }
    var inputs =
        Tree.of("virtualMachine", machine.name())
            .with("namespace", machine.namespace())
            .with("interfaces", only(machine, "interfaces").orElse(Tree.items()))
            .with("networks", machine.inMachine("networks").orElse(Tree.items()))
            .withIf(!devices.fields().isEmpty(), "devices", devices);
    if (machine.networkData().isPresent()) {
      inputs = inputs.with("networkData", machine.networkData().get());
    }
    var named = machine.namedNetworks();
    var bridges = machine.namedBridges();
    var origins = origins(machine);
    return inputs
        .withIf(!origins.fields().isEmpty(), "origins", origins)
        .withIf(!named.items().isEmpty(), "namedDefinitions", named)
        .withIf(!bridges.fields().isEmpty(), "namedBridges", bridges)
        .withIf(spec.preference().isGiven() || spec.instanceType().isGiven(), "preference", true)
        .with("kubevirtVersion", spec.kubevirtVersion())
        .with("suppress", spec.suppress());
  }

  private static Optional<Tree> only(DesiredMachine machine, String device) {
    return machine.inMachine("domain", "devices", device);
  }

  /** From which input each interface and network comes, where that can be told. */
  private static Fields origins(DesiredMachine machine) {
    var origins =
        origins(Tree.fields(), machine, only(machine, "interfaces"), DEVICES, "interfaces");
    return origins(origins, machine, machine.inMachine("networks"), "spec.", "networks");
  }

  private static Fields origins(
      Fields before, DesiredMachine machine, Optional<Tree> list, String where, String name) {
    var origins = before;
    if (list.isPresent() && list.get() instanceof Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        if (!(items.items().get(i) instanceof Unknown)) {
          var place = new PropertyPath(DesiredMachine.TEMPLATE + "." + where + name).index(i);
          origins = origins.with(name + "[" + i + "]", entry(machine.input(place)));
        }
      }
    }
    return origins;
  }

  /** The entry of a list; which of its leaves stands for it depends on the order of a map. */
  private static String entry(PropertyPath input) {
    var entry = ENTRY.matcher(input.text());
    return entry.find() ? entry.group() : input.text();
  }
}
