package io.kubevirtnet.provider.wiring;

import io.grpc.Status;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.kubevirt.FieldChange;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.stream.Collectors;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;

/** A refresh or an import. A cluster that can not be asked changes nothing. */
final class WiringRead {
  private final LiveMachines machines;
  private final Settings settings;
  private final Messages messages;

  WiringRead(LiveMachines machines, Settings settings, Messages messages) {
    this.machines = machines;
    this.settings = settings;
    this.messages = messages;
  }

  ReadResponse answer(ReadRequest request) {
    if (request.getInputs().getFieldsCount() == 0) {
      return imported(request.getId());
    }
    var inputs = WiringInputs.read(request.getInputs());
    if (inputs.isNodeType()) {
      return unchanged(request);
    }
    var look = machines.look(inputs.namespace(), inputs.name());
    if (look.machine().isEmpty()) {
      messages.info("not refreshed: " + look.why());
      return unchanged(request);
    }
    var live = look.machine().get();
    return ReadResponse.newBuilder()
        .setId(request.getId())
        .setProperties(TreeWriter.VALUES_ONLY.write(outputs(inputs, live)))
        .setInputs(
            live.machine()
                .map(m -> compared(inputs, m, look))
                .filter(t -> t != inputs.tree())
                .map(TreeWriter.VALUES_ONLY::write)
                .orElse(request.getInputs()))
        .build();
  }

  private static ReadResponse unchanged(ReadRequest request) {
    return ReadResponse.newBuilder()
        .setId(request.getId())
        .setProperties(request.getProperties())
        .setInputs(request.getInputs())
        .build();
  }

  private static Fields outputs(WiringInputs inputs, LiveMachine live) {
    return Tree.of("virtualMachine", inputs.spec().virtualMachine())
        .with("namespace", inputs.spec().namespace())
        .with("guestInterfaces", live.guestInterfaces());
  }

  /** The inputs as they were, or those that the machine has instead. */
  private Fields compared(WiringInputs inputs, Fields machine, LiveMachines.Look look) {
    var wiring = LiveWiring.of(machine, inputs.tree());
    wiring
        .unplugged()
        .forEach(
            n ->
                messages.info(
                    n
                        + " is unplugged, and KubeVirt has taken it out of the machine. Take it out"
                        + " of the program, too."));
    var live = WiringInputs.of(wiring.inputs());
    var drift =
        MachineChange.of(
                inputs.machine(),
                live.machine(),
                MachineFacts.UNKNOWN,
                WiringDiff.configuration(look, inputs, settings))
            .fields()
            .stream()
            .filter(f -> f.effect() != Effect.NOTHING)
            .map(FieldChange::what)
            .toList();
    if (drift.isEmpty()) {
      return inputs.tree();
    }
    messages.warning(
        drift.stream()
            .collect(Collectors.joining("; ", "The machine was changed by others: ", ".")));
    return live.tree();
  }

  private ReadResponse imported(String id) {
    var parts = List.of(id.split("/", -1));
    if (parts.size() != 2) {
      throw Status.INVALID_ARGUMENT
          .withDescription("\"" + id + "\" names no machine: import namespace/name.")
          .asRuntimeException();
    }
    var look = machines.look(parts.get(0), parts.get(1));
    var live =
        look.machine()
            .orElseThrow(() -> Status.UNAVAILABLE.withDescription(look.why()).asRuntimeException());
    var known = Tree.of("virtualMachine", parts.get(1)).with("namespace", parts.get(0));
    return live.machine()
        .map(m -> WiringInputs.of(LiveWiring.of(m, preferred(known, m)).inputs()))
        .map(
            inputs ->
                ReadResponse.newBuilder()
                    .setId(id)
                    .setProperties(TreeWriter.VALUES_ONLY.write(outputs(inputs, live)))
                    .setInputs(TreeWriter.VALUES_ONLY.write(inputs.tree()))
                    .build())
        .orElseGet(ReadResponse::getDefaultInstance);
  }

  private static Fields preferred(Fields inputs, Fields machine) {
    var object = new Machine(MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, machine));
    return inputs.withIf(object.hasPreference(), "preference", true);
  }
}
