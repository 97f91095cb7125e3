package io.kubevirtnet.vcluster;

import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;

/**
 * One machine as the platform will make it.
 *
 * @param virtualMachine the VirtualMachine, without what only a claim decides
 * @param networkData cloud-init's network config as the guest reads it, a text or unknown; nothing
 *     when there is none
 * @param assumptions what the documents leave open and mattered here
 * @param places where in the sources it is written what stands at a place of the machine
 */
public record EffectiveNode(
    EffectiveProperties properties,
    Fields virtualMachine,
    Optional<Tree> networkData,
    List<Assumption> assumptions,
    Places places) {
  public EffectiveNode {
    assumptions = List.copyOf(assumptions);
  }

  public Machine machine() {
    return new Machine(
        MachineKind.VIRTUAL_MACHINE, Part.of(PropertyPath.ROOT, (Tree) virtualMachine));
  }

  /** The place in the sources that a place of the machine comes from. */
  public PropertyPath source(PropertyPath place) {
    return places.input(place);
  }
}
