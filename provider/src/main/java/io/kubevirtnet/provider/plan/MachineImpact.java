package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import java.util.List;

/**
 * What happens to a virtual machine, a template of many, or the machines of a node type.
 *
 * @param type of a node type: its name; empty for all others
 * @param because the changed objects that it comes from, itself included
 * @param lines what changes for it, with the reason and the command to run
 */
public record MachineImpact(
    ObjectReference machine,
    String type,
    Effect effect,
    List<ObjectReference> because,
    List<String> lines) {
  public MachineImpact {
    because = List.copyOf(because);
    lines = List.copyOf(lines);
  }
}
