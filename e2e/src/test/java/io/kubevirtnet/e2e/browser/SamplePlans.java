package io.kubevirtnet.e2e.browser;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.PlannedFinding;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans that show all that a page can show. */
final class SamplePlans {
  private static final String DEFINITION = "NetworkAttachmentDefinition";
  private static final ObjectReference LAN = new ObjectReference(DEFINITION, "vms", "lan");
  private static final ObjectReference STORAGE = new ObjectReference(DEFINITION, "vms", "storage");
  private static final ObjectReference OLD = new ObjectReference(DEFINITION, "vms", "legacy");
  private static final ObjectReference WEB = new ObjectReference("VirtualMachine", "vms", "web");
  private static final ObjectReference DB = new ObjectReference("VirtualMachine", "vms", "db");
  private static final ObjectReference BR1 =
      new ObjectReference("NodeNetworkConfigurationPolicy", "", "br1-workers");

  private SamplePlans() {}

  static Plan rich() {
    return plan("");
  }

  /** The same with something in each name and value that would do harm if it were no text. */
  static Plan hostile() {
    return plan(
        "</script><script>alert(1)</script><img src=http://192.0.2.1/x onerror=alert(2)>\"'\u202e\u0007\u2028");
  }

  /** Many objects and machines. */
  static Plan many(int objects) {
    var changes =
        IntStream.range(0, objects)
            .mapToObj(
                i ->
                    change(
                        new ObjectReference(DEFINITION, "team-" + i % 100, "lan-" + i),
                        Action.values()[i % Action.values().length],
                        i % Action.values().length))
            .toList();
    var machines =
        IntStream.range(0, objects)
            .mapToObj(
                i ->
                    new MachineImpact(
                        new ObjectReference("VirtualMachine", "team-" + i % 100, "vm-" + i),
                        "",
                        Effect.RESTART,
                        List.of(changes.get(i).reference()),
                        List.of("lan-" + i + " has VLAN 200, no longer 100")))
            .toList();
    var nodes =
        List.of(
            new NodeImpact(
                IntStream.range(0, 5_000).mapToObj(i -> "worker-" + i).toList(),
                "all nodes",
                List.of(BR1),
                List.of("br1 is created"),
                ManagementVerdict.Kind.UNTOUCHED,
                List.of(),
                1,
                10,
                36_000));
    return new Plan(
        changes,
        7,
        nodes,
        machines,
        List.of(),
        List.of(),
        List.of(),
        machines.stream()
            .map(m -> Risk.of(Risk.Kind.RESTART, m.machine().name(), "It restarts."))
            .toList(),
        List.of(),
        SampleTopologies.wide(objects / 4, Topology.State.SAME),
        SampleTopologies.wide(objects / 4, Topology.State.CHANGED));
  }

  private static ResourceChange change(ObjectReference object, Action action, int fields) {
    return new ResourceChange(
        object,
        action,
        Optional.empty(),
        IntStream.range(0, fields)
            .mapToObj(
                i ->
                    new PlannedField(
                        "spec.config.vlanTrunk[" + i + "]", "100", "200", "The VLAN changes."))
            .toList(),
        action == Action.CREATE || action == Action.DELETE
            ? Optional.of(Tree.of("kind", DEFINITION).with("spec", Tree.of("config", "{}")))
            : Optional.empty(),
        List.of(),
        List.of(WEB),
        List.of());
  }

  private static Plan plan(String harm) {
    var fields =
        List.of(
            new PlannedField(
                "spec.config.vlan",
                "100" + harm,
                "200" + harm,
                "The machines leave VLAN 100." + harm),
            new PlannedField("spec.config.mtu", "(none)", "9000", ""));
    var tree =
        Tree.of("apiVersion", "k8s.cni.cncf.io/v1")
            .with("kind", DEFINITION)
            .with("metadata", Tree.of("name", "storage" + harm).with("namespace", "vms"))
            .with(
                "spec",
                Tree.of(
                    "config", "{\"cniVersion\":\"0.3.1\",\"type\":\"bridge\",\"bridge\":\"br1\"}"));
    var changes =
        Stream.concat(
                Stream.of(
                    new ResourceChange(
                        OLD,
                        Action.DELETE,
                        Optional.of("NetworkAttachment legacy" + harm),
                        List.of(),
                        Optional.of(tree),
                        List.of(),
                        List.of(DB),
                        List.of("Machines that run keep their card." + harm)),
                    new ResourceChange(
                        LAN,
                        Action.CHANGE,
                        Optional.of("NetworkAttachment lan"),
                        fields,
                        Optional.empty(),
                        List.of(),
                        List.of(WEB, DB),
                        List.of()),
                    new ResourceChange(
                        BR1,
                        Action.CHANGE,
                        Optional.of("BridgeNetwork br1"),
                        List.of(
                            new PlannedField(
                                "spec.desiredState.interfaces[br1].bridge.port[ens5]",
                                "(none)",
                                "ens5",
                                "The bridge reaches its networks over ens5 as well.")),
                        Optional.empty(),
                        List.of(),
                        List.of(LAN),
                        List.of())),
                Stream.of(
                    new ResourceChange(
                        STORAGE,
                        Action.CREATE,
                        Optional.empty(),
                        List.of(),
                        Optional.of(tree),
                        List.of(),
                        List.of(),
                        List.of())))
            .toList();
    var finding =
        new Finding(
            "KVN-X012",
            Severity.ERROR,
            new PropertyPath("spec.config"),
            "The bridge br9 is on no node." + harm,
            "The machine would wait for it forever.",
            "Name one that the nodes have." + harm,
            Optional.of(LAN),
            Optional.empty());
    return new Plan(
        changes,
        41,
        List.of(
            new NodeImpact(
                IntStream.rangeClosed(1, 12).mapToObj(i -> "worker-" + i + harm).toList(),
                "workers",
                List.of(BR1),
                List.of("ens5 joins br1" + harm, "br1 gets VLANs 2-4094"),
                ManagementVerdict.Kind.AT_RISK,
                List.of("ens5 loses 192.0.2.7/24 (default route)"),
                1,
                1,
                360),
            new NodeImpact(
                List.of("gpu-1"),
                "",
                List.of(BR1),
                List.of("br1 gets VLANs 2-4094"),
                ManagementVerdict.Kind.UNTOUCHED,
                List.of(),
                2,
                0,
                0)),
        List.of(
            new MachineImpact(
                DB,
                "",
                Effect.NEVER_LANDS,
                List.of(OLD),
                List.of(
                    "card legacy stays until the next start" + harm, "virtctl restart db -n vms")),
            new MachineImpact(
                WEB, "", Effect.MIGRATION, List.of(LAN), List.of("card lan moves to VLAN 200"))),
        List.of(
            new BrokenJoin(
                DB, DEFINITION + " vms/legacy" + harm, "KVN-X001", "It goes." + harm, true)),
        List.of(
            new LeftBehind(
                "bridge br0" + harm, "6 nodes", "Delete it by a policy with state absent.")),
        List.of(
            new PlannedFinding(finding, true),
            new PlannedFinding(finding.withSeverity(Severity.WARNING), true),
            new PlannedFinding(finding.withSeverity(Severity.INFO), false)),
        List.of(
            Risk.of(Risk.Kind.MANAGEMENT_INTERFACE, "worker-1", "ens5 carries the address." + harm),
            Risk.of(Risk.Kind.RESTART, "vms/db" + harm, "The machine must be restarted.")),
        List.of(new NotChecked("VirtualMachine vms/later" + harm, "known after apply")),
        SampleTopologies.before(harm),
        SampleTopologies.after(harm));
  }
}
