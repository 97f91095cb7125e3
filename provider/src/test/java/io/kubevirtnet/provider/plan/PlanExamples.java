package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.PlanSketch.definition;
import static io.kubevirtnet.provider.plan.PlanSketch.machine;
import static io.kubevirtnet.provider.plan.PlanSketch.policy;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans made by hand, for whoever shows plans. */
public final class PlanExamples {
  public static final ObjectReference PROVIDER = new ObjectReference("NodeProvider", "", "kv");
  private static final List<String> WORKERS =
      IntStream.rangeClosed(1, 6).mapToObj(i -> "worker-" + i).toList();

  private PlanExamples() {}

  /** By name, for a test of all of them. */
  public static Map<String, Plan> all() {
    return Map.of(
        "empty", empty(),
        "site", site(),
        "unseen", unseen(),
        "trouble", trouble(),
        "failing", failing(),
        "hostile", hostile(),
        "huge", huge(2_000));
  }

  public static Plan empty() {
    return new PlanSketch().unchanged(12).plan();
  }

  /** The first program of a user, on a cluster that somebody looked at. */
  public static Plan site() {
    return parts()
        .newNodes(
            WORKERS,
            "br1",
            1,
            360,
            "br1 is created: linux-bridge over ens4, VLANs 2-4094",
            "ens4 joins br1")
        .drawn(Topology.EMPTY, drawing(State.CREATED, "ens4", ""))
        .plan();
  }

  /** The same, and nobody looked at a cluster. */
  public static Plan unseen() {
    return parts()
        .newNodes(List.of(), "br1", 1, 0, "br1 is created: linux-bridge over ens4, VLANs 2-4094")
        .notChecked("nodes", "no cluster reachable")
        .notChecked("NetworkAttachmentDefinition vms/later: spec.config", "known after apply")
        .drawn(Topology.EMPTY, drawing(State.CREATED, "ens4", ""))
        .plan();
  }

  private static PlanSketch parts() {
    return new PlanSketch()
        .created(policy("br1"), "BridgeNetwork br1", policyTree("br1", "ens4"))
        .created(
            definition("vms", "vm-lan"),
            "NetworkAttachment vm-lan",
            definitionTree("vms", "vm-lan", "br1", 100))
        .created(machine("vms", "web"), "VirtualMachine web", machineTree("vms", "web"))
        .created(PROVIDER, "KubeVirtNodeProvider kv", providerTree());
  }

  /** A bad day: something of each kind. */
  public static Plan trouble() {
    var lan = definition("vms", "vm-lan");
    var old = definition("vms", "old-lan");
    return new PlanSketch()
        .unchanged(37)
        .deleted(
            old,
            definitionTree("vms", "old-lan", "br0", 30),
            List.of(machine("vms", "db")),
            "NetworkAttachmentDefinition vms/new-lan says the same: under another name it is"
                + " another object, and whoever names the old one does not find it.",
            "Machines that run keep their interface. When they stop, the plugin cleans up without"
                + " the config, so addresses and interfaces may stay on the nodes.")
        .deleted(
            policy("br9"), policyTree("br9", "ens9"), List.of(), "The nodes keep what it made.")
        .changed(
            Action.REPLACE,
            machine("vms", "cache"),
            List.of(),
            new PlannedField(
                "spec.template.spec.domain.machine.type",
                "pc",
                "q35",
                "Another machine takes the place of this one."))
        .changed(
            Action.CHANGE,
            policy("br1"),
            List.of(lan),
            new PlannedField(
                "spec.desiredState.interfaces[br1].bridge.port[eth0]", "(none)", "eth0", ""),
            new PlannedField(
                "spec.desiredState.interfaces[br1].bridge.port[ens4]",
                "ens4",
                "(none)",
                "ens4 leaves the bridge; what hangs on br1 reaches its networks over eth0 only."))
        .changed(
            Action.CHANGE,
            lan,
            List.of(machine("vms", "web"), PROVIDER),
            new PlannedField(
                "spec.config.vlan",
                "100",
                "200",
                "Machines that start or migrate after the change are in VLAN 200; those that run"
                    + " stay in VLAN 100."),
            new PlannedField(
                "spec.config.password", "[secret]", "[secret]", "Nobody sees what it says."))
        .changed(
            Action.REWORD,
            definition("vms", "storage"),
            List.of(),
            new PlannedField("spec.config", "a JSON text", "another one", "It means the same."))
        .created(
            definition("vms", "new-lan"),
            "NetworkAttachment new-lan",
            definitionTree("vms", "new-lan", "br0", 30))
        .nodes(
            new NodeImpact(
                List.of("worker-1"),
                "nodes with node-role.kubernetes.io/worker",
                List.of(policy("br1")),
                List.of(
                    "eth0 joins br1 and loses 192.0.2.7/24",
                    "ens4 leaves br1",
                    "the default route via 192.0.2.1 goes"),
                ManagementVerdict.Kind.AT_RISK,
                List.of("eth0 joins br1 and loses 192.0.2.7/24 (the default route goes over it)"),
                1,
                1,
                540))
        .newNodes(WORKERS.subList(1, 6), "br1", 1, 540, "eth0 joins br1", "ens4 leaves br1")
        .machine(
            machine("vms", "cache"),
            Effect.RECREATE,
            machine("vms", "cache"),
            "machine type pc -> q35: another machine takes its place")
        .machine(
            machine("vms", "web"),
            Effect.RESTART,
            lan,
            "lan: VLAN 100 -> 200 comes with the next start; run: virtctl restart web -n vms")
        .machine(
            machine("vms", "db"),
            Effect.NEVER_LANDS,
            old,
            "old-lan: its definition goes; the machine does not start again without it")
        .machine(machine("vms", "mail"), Effect.HOTPLUG, machine("vms", "mail"), "nic2 comes")
        .nodeType(
            PROVIDER, "bridge-vm", Effect.NOTHING, "machines that are made from now on: VLAN 200")
        .join(
            new BrokenJoin(
                machine("vms", "db"),
                "NetworkAttachmentDefinition vms/old-lan",
                "KVN-X020",
                "it goes, and is named here",
                true))
        .join(
            new BrokenJoin(
                definition("vms", "storage"),
                "bridge br7",
                "KVN-X001",
                "no policy makes it",
                false))
        .left("bridge br9", "6 nodes", "Apply a policy with state: absent for br9.")
        .left("VLAN filter of ens4", "6 nodes", "")
        .finding(
            finding(
                "KVN-X020",
                Severity.ERROR,
                "spec.template.spec.networks[1].multus.networkName",
                "NetworkAttachmentDefinition vms/old-lan goes, and is named here.",
                "A machine that starts does not find its network.",
                "Keep the definition until no machine names it.",
                machine("vms", "db")),
            true)
        .finding(
            finding(
                "KVN-A021",
                Severity.WARNING,
                "spec.config.vlan",
                "VLAN 200 is not let through by br1.",
                "Its ports carry 2-199.",
                "Add 200 to the VLANs of the port.",
                lan),
            true)
        .finding(
            finding(
                "KVN-A007",
                Severity.WARNING,
                "spec.config.name",
                "The name differs from that of the object.",
                "Some plugins go by it.",
                "Use one name.",
                definition("vms", "storage")),
            false)
        .risk(
            Risk.Kind.MANAGEMENT_INTERFACE,
            "worker-1",
            "eth0 of worker-1 joins br1 and loses 192.0.2.7/24, over which the node is reached.")
        .risk(
            Risk.Kind.ATTACHMENT_IN_USE,
            "vms/old-lan",
            "NetworkAttachmentDefinition vms/old-lan goes, and VirtualMachine vms/db names it.")
        .risk(Risk.Kind.RECREATE, "vms/cache", "VirtualMachine vms/cache is made anew.")
        .risk(Risk.Kind.RESTART, "vms/web", "VirtualMachine vms/web must be restarted.")
        .notChecked("enactments", "forbidden: nodenetworkconfigurationenactments")
        .drawn(
            drawing(State.CHANGED, "ens4", ""), drawing(State.CHANGED, "eth0", "VLAN 200 is cut"))
        .plan();
  }

  /** Nothing but an error. */
  public static Plan failing() {
    return new PlanSketch()
        .unchanged(1)
        .created(definition("vms", "lan"), "", definitionTree("vms", "lan", "br1", 5000))
        .finding(
            finding(
                "KVN-A051",
                Severity.ERROR,
                "spec.config.vlan",
                "5000 is not a VLAN id.",
                "802.1Q has 1 to 4094.",
                "Choose the id that the switch carries.",
                definition("vms", "lan")),
            true)
        .plan();
  }

  /** Values that mean something to a terminal, to Markdown or to HTML. */
  public static Plan hostile() {
    var evil =
        "a|b `code` ``` ~~~ <b onload=\"x()\">&amp; @team #123 \u001b[31mred\u0007 </details>"
            + " \u202eright-to-left [link](http://x) <!-- --> _x_ *y* \\ $(rm) \r\n## heading";
    return new PlanSketch()
        .unchanged(3)
        .changed(
            Action.CHANGE,
            definition("vms", "x`y|z"),
            List.of(machine("vms", "@owner")),
            new PlannedField("spec.config[\"" + evil + "\"]", evil, evil + "!", evil))
        .created(
            definition("vms", "#42"),
            evil,
            Tree.of("metadata", Tree.of("name", evil)).with("spec", Tree.of("config", evil)))
        .deleted(
            machine("vms", "gone"), Tree.of("spec", Tree.of("description", evil)), List.of(), evil)
        .newNodes(List.of("n@1", "n|2", "<script>alert(1)</script>"), "p`1", 1, 60, evil)
        .machine(machine("vms", "@owner"), Effect.RESTART, definition("vms", "x`y|z"), evil)
        .join(new BrokenJoin(machine("vms", "#1"), evil, "KVN-X001", evil, true))
        .left(evil, evil, evil)
        .finding(
            finding("KVN-A001", Severity.ERROR, "spec", evil, evil, evil, machine("vms", "@a")),
            true)
        .risk(Risk.Kind.RESTART, "vms/@owner", evil)
        .notChecked(evil, evil)
        .drawn(
            Topology.EMPTY,
            new Topology(
                List.of(
                    new Box("nodes/a", Layer.NODES, "", evil, List.of(evil), 3, State.CREATED),
                    new Box(
                        "bridge/a", Layer.BRIDGE, "nodes/a", evil, List.of(), 1, State.CREATED)),
                List.of()))
        .plan();
  }

  /** So many objects that nobody reads them all. */
  public static Plan huge(int number) {
    var sketch = new PlanSketch().unchanged(number);
    for (int i = 0; i < number; i++) {
      var lan = definition("team-" + i % 40, "lan-" + i);
      var vm = machine("team-" + i % 40, "vm-" + i);
      if (i % 3 == 0) {
        sketch.created(lan, "", definitionTree(lan.namespace(), lan.name(), "br1", 2 + i % 4000));
      } else if (i % 3 == 1) {
        sketch.changed(
            Action.CHANGE,
            lan,
            List.of(vm),
            new PlannedField("spec.config.vlan", "10", "" + i, "Machines that start are there."));
      } else {
        sketch.deleted(
            lan, definitionTree(lan.namespace(), lan.name(), "br1", 2 + i % 4000), List.of(vm));
        sketch.risk(
            Risk.Kind.ATTACHMENT_IN_USE, lan.namespace() + "/" + lan.name(), lan.name() + " goes.");
      }
      sketch.machine(vm, Effect.values()[i % 7], lan, "lan-" + i + ": VLAN 10 -> " + i);
      sketch.newNodes(List.of("node-" + i), "p" + i % 50, 1 + i % 5, 60, "br1 is created");
      if (i % 10 == 0) {
        sketch.risk(Risk.Kind.RESTART, "team-" + i % 40 + "/vm-" + i, "vm-" + i + " restarts.");
        sketch.notChecked("thing " + i, "known after apply");
        sketch.left("bridge br" + i, "3 nodes", "");
      }
    }
    return sketch.plan();
  }

  public static Finding finding(
      String code,
      Severity severity,
      String path,
      String what,
      String why,
      String fix,
      ObjectReference about) {
    return new Finding(
        code,
        severity,
        new PropertyPath(path),
        what,
        why,
        fix,
        Optional.of(about),
        Optional.empty());
  }

  public static Tree definitionTree(String namespace, String name, String bridge, int vlan) {
    return Tree.of(
        Map.of(
            "apiVersion",
            "k8s.cni.cncf.io/v1",
            "kind",
            "NetworkAttachmentDefinition",
            "metadata",
            Map.of("namespace", namespace, "name", name),
            "spec",
            Map.of(
                "config",
                "{\"cniVersion\":\"0.3.1\",\"name\":\"%s\",\"type\":\"bridge\",\"bridge\":\"%s\",\"vlan\":%d}"
                    .formatted(name, bridge, vlan))));
  }

  public static Tree policyTree(String bridge, String uplink) {
    return Tree.of("apiVersion", "nmstate.io/v1")
        .with("kind", "NodeNetworkConfigurationPolicy")
        .with("metadata", Tree.of("name", bridge))
        .with(
            "spec",
            Tree.of("nodeSelector", Tree.of("node-role.kubernetes.io/worker", ""))
                .with("maxUnavailable", 1)
                .with(
                    "desiredState",
                    Tree.of(
                        "interfaces",
                        List.of(
                            Tree.of("name", bridge)
                                .with("type", "linux-bridge")
                                .with("state", "up")
                                .with("ipv4", Tree.of("enabled", false))
                                .with("ipv6", Tree.of("enabled", false))
                                .with(
                                    "bridge",
                                    Tree.of(
                                        "port",
                                        List.of(
                                            Tree.of("name", uplink).with("vlan", trunk()))))))));
  }

  private static Tree trunk() {
    return Tree.of("mode", "trunk")
        .with("trunk-tags", List.of(Tree.of("id-range", Tree.of("min", 2).with("max", 4094))));
  }

  public static Tree machineTree(String namespace, String name) {
    return Tree.of("apiVersion", "kubevirt.io/v1")
        .with("kind", "VirtualMachine")
        .with("metadata", Tree.of("namespace", namespace).with("name", name))
        .with(
            "spec",
            Tree.of("runStrategy", "Always")
                .with(
                    "template",
                    Tree.of(
                        "spec",
                        Tree.of(
                                "domain",
                                Tree.of("memory", Tree.of("guest", "2Gi"))
                                    .with("cpu", Tree.of("cores", 2))
                                    .with(
                                        "devices",
                                        Tree.of(
                                            "interfaces",
                                            List.of(
                                                Tree.of("name", "default")
                                                    .with("masquerade", Tree.fields()),
                                                Tree.of("name", "lan")
                                                    .with("bridge", Tree.fields())
                                                    .with("macAddress", "02:59:0f:71:2f:bb")))))
                            .with(
                                "networks",
                                List.of(
                                    Tree.of("name", "default").with("pod", Tree.fields()),
                                    Tree.of("name", "lan")
                                        .with("multus", Tree.of("networkName", "vms/vm-lan"))))
                            .with(
                                "volumes",
                                List.of(
                                    Tree.of("name", "root")
                                        .with(
                                            "containerDisk",
                                            Tree.of(
                                                "image",
                                                "quay.io/containerdisks/fedora:latest")))))));
  }

  public static Tree providerTree() {
    return Tree.of("apiVersion", "management.loft.sh/v1")
        .with("kind", "NodeProvider")
        .with("metadata", Tree.of("name", "kv"))
        .with(
            "spec",
            Tree.of(
                "kubeVirt",
                Tree.of("clusterRef", Tree.of("cluster", "kubevirt-host").with("namespace", "vms"))
                    .with(
                        "nodeTypes",
                        List.of(
                            Tree.of("name", "bridge-vm")
                                .with("resources", Tree.of("cpu", "2").with("memory", "4Gi"))
                                .with("maxCapacity", 50)
                                .with(
                                    "properties",
                                    Tree.of(
                                        "kubevirt.vcluster.com/network-attachment-definition",
                                        "vms/vm-lan"))))));
  }

  private static Topology drawing(State state, String uplink, String broken) {
    var boxes = new ArrayList<Box>();
    boxes.add(new Box("nodes/workers", Layer.NODES, "", "6 workers", WORKERS, 6, State.SAME));
    boxes.add(
        new Box(
            "uplink/workers/" + uplink,
            Layer.UPLINK,
            "nodes/workers",
            uplink,
            List.of(),
            6,
            state));
    boxes.add(
        new Box(
            "bridge/workers/br1",
            Layer.BRIDGE,
            "nodes/workers",
            "br1",
            List.of("VLANs 2-4094"),
            6,
            state));
    boxes.add(
        new Box(
            "attachment/vms/vm-lan",
            Layer.ATTACHMENT,
            "",
            "vms/vm-lan",
            List.of("VLAN 100"),
            1,
            state));
    boxes.add(new Box("machine/vms/web", Layer.MACHINE, "", "vms/web", List.of(), 1, state));
    boxes.add(new Box("type/kv/bridge-vm", Layer.NODE_TYPE, "", "bridge-vm", List.of(), 50, state));
    return new Topology(
        boxes,
        List.of(
            new Wire("bridge/workers/br1", "uplink/workers/" + uplink, "", "", state),
            new Wire("attachment/vms/vm-lan", "bridge/workers/br1", "VLAN 100", broken, state),
            new Wire("machine/vms/web", "attachment/vms/vm-lan", "", "", state),
            new Wire("type/kv/bridge-vm", "attachment/vms/vm-lan", "", "", state)));
  }
}
