package io.kubevirtnet.machine;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.function.Function;

/** What others learn of a machine. */
public final class MachineOutputs {
  private MachineOutputs() {}

  public static Fields of(DesiredMachine machine) {
    return Tree.of("name", machine.name())
        .with("namespace", machine.namespace())
        .with("macAddresses", byNetwork(machine, MachineNetwork::mac))
        .with("interfaceNames", interfaceNames(machine));
  }

  private static Tree interfaceNames(DesiredMachine machine) {
    var names = machine.guestNames();
    var open = machine.open();
    var counted = machine.interfaces().allMarks();
    return byNetwork(
        machine,
        n -> {
          var name = n.name().known().flatMap(names::find);
          var path = n.path();
          return name.isPresent()
              ? new Value.Known<>(path, name.get(), counted)
              : open.<Value<String>>map(m -> new Value.Unknown<>(path, m))
                  .orElseGet(() -> new Value.Absent<>(path));
        });
  }

  /** Open as a whole while the name of a network is, which is a key of it. */
  private static Tree byNetwork(
      DesiredMachine machine, Function<MachineNetwork, Value<String>> value) {
    var names = Marks.all(machine.networks().stream().map(n -> n.name().marks()));
    var all = new LinkedHashMap<String, Object>();
    for (var network : machine.networks()) {
      if (network.name().isUnknown()) {
        return new Unknown(names);
      }
      var one = value.apply(network);
      if (one.isGiven()) {
        network.name().ifKnown(name -> all.put(name, one));
      }
    }
    return Tree.of(all).marked(names);
  }
}
