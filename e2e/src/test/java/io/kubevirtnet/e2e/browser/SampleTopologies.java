package io.kubevirtnet.e2e.browser;

import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import java.util.ArrayList;
import java.util.List;

/** Networks to draw. */
final class SampleTopologies {
  private SampleTopologies() {}

  static Topology before(String harm) {
    var boxes = shared(harm);
    boxes.add(
        box(
            "attachment/vms/lan",
            Layer.ATTACHMENT,
            "",
            "vms/lan" + harm,
            List.of("linux bridge br1", "VLAN 100"),
            1,
            State.CHANGED));
    boxes.add(
        box(
            "attachment/vms/legacy",
            Layer.ATTACHMENT,
            "",
            "vms/legacy",
            List.of("linux bridge br0"),
            1,
            State.DELETED));
    boxes.add(
        box(
            "bridge/workers/br1",
            Layer.BRIDGE,
            "nodes/workers",
            "br1",
            List.of("linux-bridge", "VLANs 2-100"),
            1,
            State.CHANGED));
    var wires = wires();
    wires.add(new Wire("attachment/vms/lan", "bridge/workers/br1", "VLAN 100", "", State.CHANGED));
    wires.add(new Wire("attachment/vms/legacy", "bridge/workers/br0", "", "", State.DELETED));
    wires.add(new Wire("machine/vms/db", "attachment/vms/legacy", "", "", State.DELETED));
    return new Topology(boxes, wires);
  }

  static Topology after(String harm) {
    var boxes = shared(harm);
    boxes.add(
        box(
            "attachment/vms/lan",
            Layer.ATTACHMENT,
            "",
            "vms/lan" + harm,
            List.of("linux bridge br1", "VLAN 200"),
            1,
            State.CHANGED));
    boxes.add(
        box(
            "attachment/vms/storage",
            Layer.ATTACHMENT,
            "",
            "vms/storage",
            List.of("linux bridge br1", "MTU 9000"),
            1,
            State.CREATED));
    boxes.add(
        box(
            "bridge/workers/br1",
            Layer.BRIDGE,
            "nodes/workers",
            "br1",
            List.of("linux-bridge", "VLANs 2-4094"),
            1,
            State.CHANGED));
    boxes.add(
        box(
            "uplink/workers/ens5",
            Layer.UPLINK,
            "nodes/workers",
            "ens5",
            List.of(),
            1,
            State.CREATED));
    var wires = wires();
    wires.add(new Wire("attachment/vms/lan", "bridge/workers/br1", "VLAN 200", "", State.CHANGED));
    wires.add(new Wire("attachment/vms/storage", "bridge/workers/br1", "", "", State.CREATED));
    wires.add(new Wire("bridge/workers/br1", "uplink/workers/ens5", "", "", State.CREATED));
    wires.add(
        new Wire(
            "machine/vms/db",
            "attachment/vms/storage",
            "",
            "MTU 9000 does not pass ens4, which has 1500." + harm,
            State.CREATED));
    return new Topology(boxes, wires);
  }

  private static List<Box> shared(String harm) {
    var boxes = new ArrayList<Box>();
    boxes.add(box("nodes/workers", Layer.NODES, "", "workers" + harm, List.of(), 12, State.SAME));
    boxes.add(box("nodes/gpu", Layer.NODES, "", "gpu-1", List.of(), 1, State.SAME));
    boxes.add(
        box(
            "uplink/workers/ens4",
            Layer.UPLINK,
            "nodes/workers",
            "ens4",
            List.of("MTU 1500"),
            1,
            State.SAME));
    boxes.add(
        box(
            "uplink/gpu/bond0",
            Layer.UPLINK,
            "nodes/gpu",
            "bond0",
            List.of("802.3ad", "ens1f0, ens1f1"),
            1,
            State.SAME));
    boxes.add(
        box(
            "bridge/workers/br0",
            Layer.BRIDGE,
            "nodes/workers",
            "br0",
            List.of("linux-bridge"),
            1,
            State.SAME));
    boxes.add(
        box(
            "bridge/gpu/br1",
            Layer.BRIDGE,
            "nodes/gpu",
            "br1",
            List.of("ovs-bridge", "MTU 9000"),
            1,
            State.SAME));
    boxes.add(
        box(
            "attachment/ml/train",
            Layer.ATTACHMENT,
            "",
            "ml/train",
            List.of("ovs br1", "VLAN 300"),
            1,
            State.SAME));
    boxes.add(
        box(
            "machine/vms/web",
            Layer.MACHINE,
            "",
            "vms/web" + harm,
            List.of("net1: lan"),
            3,
            State.SAME));
    boxes.add(
        box(
            "machine/vms/db",
            Layer.MACHINE,
            "",
            "vms/db",
            List.of("net1: storage"),
            1,
            State.SAME));
    boxes.add(
        box(
            "type/kv/gpu",
            Layer.NODE_TYPE,
            "",
            "gpu-large",
            List.of("NodeProvider kv"),
            8,
            State.SAME));
    return boxes;
  }

  private static List<Wire> wires() {
    var wires = new ArrayList<Wire>();
    wires.add(new Wire("bridge/workers/br1", "uplink/workers/ens4", "", "", State.SAME));
    wires.add(new Wire("bridge/gpu/br1", "uplink/gpu/bond0", "trunk", "", State.SAME));
    wires.add(new Wire("attachment/ml/train", "bridge/gpu/br1", "VLAN 300", "", State.SAME));
    wires.add(new Wire("machine/vms/web", "attachment/vms/lan", "", "", State.SAME));
    wires.add(new Wire("type/kv/gpu", "attachment/ml/train", "", "", State.SAME));
    return wires;
  }

  /** A network of about so many boxes. */
  static Topology wide(int boxes, State state) {
    var all = new ArrayList<Box>();
    var wires = new ArrayList<Wire>();
    for (int g = 0; g < 10; g++) {
      all.add(box("nodes/g" + g, Layer.NODES, "", "group " + g, List.of(), 20, State.SAME));
      all.add(
          box(
              "uplink/g" + g + "/bond0",
              Layer.UPLINK,
              "nodes/g" + g,
              "bond0",
              List.of(),
              1,
              State.SAME));
      all.add(
          box(
              "bridge/g" + g + "/br1",
              Layer.BRIDGE,
              "nodes/g" + g,
              "br1",
              List.of("VLANs 2-4094"),
              1,
              State.SAME));
      wires.add(new Wire("bridge/g" + g + "/br1", "uplink/g" + g + "/bond0", "", "", State.SAME));
    }
    for (int i = 0; i < boxes; i++) {
      var lan = "attachment/team-" + i % 100 + "/lan-" + i / 3;
      if (i % 3 == 0) {
        all.add(
            box(
                lan,
                Layer.ATTACHMENT,
                "",
                "lan-" + i / 3,
                List.of("VLAN " + (i / 3 + 2)),
                1,
                i % 2 == 0 ? state : State.SAME));
        wires.add(
            new Wire(lan, "bridge/g" + i % 10 + "/br1", "VLAN " + (i / 3 + 2), "", State.SAME));
      } else {
        all.add(
            box(
                "machine/team/vm-" + i,
                Layer.MACHINE,
                "",
                "vm-" + i,
                List.of("net1"),
                4,
                State.SAME));
        wires.add(
            new Wire(
                "machine/team/vm-" + i,
                "attachment/team-" + (i - i % 3) % 100 + "/lan-" + i / 3,
                "",
                "",
                State.SAME));
      }
    }
    return new Topology(all, wires);
  }

  private static Box box(
      String id,
      Layer layer,
      String parent,
      String label,
      List<String> details,
      int count,
      State state) {
    return new Box(id, layer, parent, label, details, count, state);
  }
}
