package io.kubevirtnet.provider.plan;

import java.util.List;

/**
 * What hangs on what, on one side, as it can be drawn. What is alike may be one box.
 *
 * @param boxes in the order of their ids
 * @param wires likewise
 */
public record Topology(List<Box> boxes, List<Wire> wires) {
  public static final Topology EMPTY = new Topology(List.of(), List.of());

  public Topology {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
  }

  /** From the host to the machine. */
  public enum Layer {
    NODES,
    UPLINK,
    BRIDGE,
    ATTACHMENT,
    MACHINE,
    NODE_TYPE
  }

  /** How a box differs from the other side. */
  public enum State {
    SAME,
    CREATED,
    CHANGED,
    DELETED
  }

  /**
   * One thing.
   *
   * @param id the same on both sides: {@code bridge/workers/br1}, {@code attachment/vms/lan}
   * @param parent id of the box around it: uplinks and bridges stand in their group of nodes; empty
   *     for none
   * @param label {@code br1}
   * @param details short lines: {@code VLANs 2-4094}, {@code MTU 9000}
   * @param count how many things it stands for
   */
  public record Box(
      String id,
      Layer layer,
      String parent,
      String label,
      List<String> details,
      int count,
      State state) {
    public Box {
      details = List.copyOf(details);
    }
  }

  /**
   * One thing hangs on another.
   *
   * @param from id of the one that needs the other
   * @param label {@code VLAN 100}; empty for none
   * @param broken why they do not fit together; empty when they do
   */
  public record Wire(String from, String to, String label, String broken, State state) {}
}
