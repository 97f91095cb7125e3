package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.Topology.Box;
import io.kubevirtnet.provider.plan.Topology.Layer;
import io.kubevirtnet.provider.plan.Topology.State;
import io.kubevirtnet.provider.plan.Topology.Wire;
import io.kubevirtnet.value.Marks;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologiesTest {
  private static final String LAN = MachineStory.bridged("lan", 100);
  private static final String WEB = MachineStory.machine("web", "lan");
  private static final String TAGS = "{id-range: {min: 100, max: 199}}";
  private static final String BR1 =
      MachineStory.policy("br1", "{rack: a}", "br1", MachineStory.port("ens4", TAGS));

  private static Box box(Topology topology, String id) {
    return topology.boxes().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
  }

  private static Wire wire(Topology topology, String from) {
    return topology.wires().stream().filter(w -> w.from().equals(from)).findFirst().orElseThrow();
  }

  @Test
  void drawsFromTheHostToTheMachine() {
    var plan =
        new MachineStory()
            .both(BR1 + LAN + WEB)
            .node("w1", Map.of("rack", "a"))
            .node("w2", Map.of("rack", "a"))
            .node("w3", Map.of("rack", "b"))
            .plan();

    assertThat(plan.after().boxes())
        .extracting(Box::id)
        .containsExactly(
            "attachment/vms/lan",
            "bridge/rack=a/br1",
            "machine/vms/web",
            "nodes/rack=a",
            "uplink/rack=a/ens4");
    assertThat(box(plan.after(), "nodes/rack=a").count()).isEqualTo(2);
    assertThat(box(plan.after(), "nodes/rack=a").label()).isEqualTo("nodes with rack=a");
    assertThat(box(plan.after(), "bridge/rack=a/br1").parent()).isEqualTo("nodes/rack=a");
    assertThat(box(plan.after(), "attachment/vms/lan").details())
        .containsExactly("bridge", "VLAN 100");
    assertThat(box(plan.after(), "machine/vms/web").details()).containsExactly("lan: vms/lan");
    assertThat(plan.after().wires())
        .containsExactly(
            new Wire("attachment/vms/lan", "bridge/rack=a/br1", "VLAN 100", "", State.SAME),
            new Wire("bridge/rack=a/br1", "uplink/rack=a/ens4", "VLANs 100-199", "", State.SAME),
            new Wire("machine/vms/web", "attachment/vms/lan", "lan bridge", "", State.SAME));
    assertThat(plan.before()).isEqualTo(plan.after());
  }

  @Test
  void drawsABondBelowAVlanInterface() {
    var policy =
        """
        apiVersion: nmstate.io/v1
        kind: NodeNetworkConfigurationPolicy
        metadata: {name: br1}
        spec:
          desiredState:
            interfaces:
              - {name: bond0, type: bond, state: up, mtu: 9000, link-aggregation: {mode: active-backup, port: [ens4, ens5]}}
              - {name: bond0.10, type: vlan, state: up, vlan: {base-iface: bond0, id: 10}}
              - {name: br1, type: linux-bridge, state: up, mtu: 1500, bridge: {port: [{name: bond0.10}]}}
        """;
    var plan = new MachineStory().both(policy).plan();

    assertThat(box(plan.after(), "nodes/all").label()).isEqualTo("all nodes");
    assertThat(box(plan.after(), "uplink/all/bond0").details())
        .containsExactly("bond active-backup of ens4, ens5", "MTU 9000");
    assertThat(box(plan.after(), "uplink/all/bond0.10").details()).containsExactly("VLAN 10");
    assertThat(wire(plan.after(), "uplink/all/bond0.10").to()).isEqualTo("uplink/all/bond0");
    assertThat(wire(plan.after(), "bridge/all/br1").to()).isEqualTo("uplink/all/bond0.10");
  }

  @Test
  void marksWhatIsNewGoneAndChanged() {
    var plan =
        new MachineStory()
            .old(BR1 + LAN + WEB)
            .now(BR1 + MachineStory.bridged("lan", 150) + MachineStory.machine("db", "lan"))
            .plan();

    assertThat(box(plan.before(), "machine/vms/web").state()).isEqualTo(State.DELETED);
    assertThat(box(plan.after(), "machine/vms/db").state()).isEqualTo(State.CREATED);
    assertThat(box(plan.before(), "attachment/vms/lan").state()).isEqualTo(State.CHANGED);
    assertThat(box(plan.after(), "attachment/vms/lan").state()).isEqualTo(State.CHANGED);
    assertThat(wire(plan.after(), "attachment/vms/lan").state()).isEqualTo(State.CHANGED);
    assertThat(wire(plan.after(), "machine/vms/db").state()).isEqualTo(State.CREATED);
    assertThat(wire(plan.before(), "machine/vms/web").state()).isEqualTo(State.DELETED);
    assertThat(plan.after().boxes()).extracting(Box::id).doesNotContain("machine/vms/web");
  }

  @Test
  void anotherWordingIsNoChange() {
    var plan = new MachineStory().old(LAN).now(LAN.replace("\"vlan\":100", "\"vlan\": 100")).plan();

    assertThat(plan.before()).isEqualTo(plan.after());
    assertThat(box(plan.after(), "attachment/vms/lan").state()).isEqualTo(State.SAME);
  }

  @Test
  void saysInTheWordsOfTheRulesWhyAJoinIsBroken() {
    var plan = new MachineStory().both(BR1).old(LAN).now(MachineStory.bridged("lan", 300)).plan();

    assertThat(wire(plan.before(), "attachment/vms/lan").broken()).isEmpty();
    assertThat(wire(plan.after(), "attachment/vms/lan").broken())
        .isEqualTo("br1 does not carry VLAN 300 (it carries 100-199).");
  }

  @Test
  void anMtuAboveThatOfTheBridgeIsBroken() {
    var mtu = BR1.replace("state: up,", "state: up, mtu: 1500,");
    var large = LAN.replace("\"vlan\":100", "\"vlan\":100,\"mtu\":9000");
    var plan = new MachineStory().both(mtu + large).plan();

    assertThat(box(plan.after(), "bridge/rack=a/br1").details())
        .containsExactly("linux-bridge", "MTU 1500");
    assertThat(wire(plan.after(), "attachment/vms/lan").broken())
        .isEqualTo("9000 is above the 1500 of br1.");
  }

  @Test
  void showsNoSecretOfAPolicy() {
    var secret = new Marks(true, Set.of());
    var policy = MachineStory.objects(BR1).get(0).fields();
    var spec = policy.get("spec").orElseThrow().marked(secret);
    var object = KubernetesObject.of(policy.with("spec", spec)).orElseThrow();
    var plan = new MachineStory().add(true, PlannedObject.of(object)).both(LAN).plan();

    assertThat(plan.toString()).doesNotContain("ens4").doesNotContain("rack");
  }

  @Test
  void aBridgeThatNobodyMakesIsBrokenOnlyWhereOthersAreMade() {
    var lost = LAN.replace("br1", "br7");
    var alone = new MachineStory().both(lost).plan();
    var beside = new MachineStory().both(BR1 + lost).plan();

    assertThat(box(alone.after(), "bridge/outside/br7").details())
        .containsExactly("not managed here");
    assertThat(wire(alone.after(), "attachment/vms/lan").broken()).isEmpty();
    assertThat(wire(beside.after(), "attachment/vms/lan").broken())
        .isEqualTo("No policy here makes bridge br7 (there is br1).");
  }

  @Test
  void aBridgeOfNetrisIsNotMissed() {
    var plan = new MachineStory().both(BR1 + LAN.replace("br1", "nbr-1234")).plan();

    assertThat(box(plan.after(), "bridge/outside/nbr-1234").details())
        .containsExactly("made by Netris");
    assertThat(wire(plan.after(), "attachment/vms/lan").broken()).isEmpty();
  }

  @Test
  void aDefinitionThatIsNotThereIsBrokenWhereItIsMissed() {
    var gone = new MachineStory().old(LAN).both(WEB).plan();
    var elsewhere = new MachineStory().both(WEB).plan();
    var typo = new MachineStory().both(LAN + MachineStory.machine("web", "lam")).plan();

    assertThat(box(gone.after(), "attachment/vms/lan").state()).isEqualTo(State.DELETED);
    assertThat(wire(gone.after(), "machine/vms/web").broken())
        .isEqualTo("NetworkAttachmentDefinition vms/lan is not there on this side.");
    assertThat(wire(gone.before(), "machine/vms/web").broken()).isEmpty();
    assertThat(wire(elsewhere.after(), "machine/vms/web").broken()).isEmpty();
    assertThat(box(elsewhere.after(), "attachment/vms/lan").details())
        .containsExactly("not managed here");
    assertThat(wire(typo.after(), "machine/vms/web").broken()).contains("vms/lam");
  }

  @Test
  void machinesThatAreAlikeAreOneBox() {
    var sides = new MachineStory().both(LAN);
    for (int i = 0; i < 6; i++) {
      sides.both(MachineStory.machine("web-" + i, "lan"));
    }
    sides.both(MachineStory.machine("db", "wan"));

    var plan = sides.plan();

    var box = box(plan.after(), "machine/vms/web-0+");
    assertThat(box.count()).isEqualTo(6);
    assertThat(box.label()).isEqualTo("vms/web-…");
    assertThat(wire(plan.after(), box.id()).label()).isEqualTo("lan bridge");
    assertThat(plan.after().boxes()).filteredOn(b -> b.layer() == Layer.MACHINE).hasSize(2);
  }

  @Test
  void drawsNodeTypesWithTheirAttachments() {
    var provider =
        """
        apiVersion: management.loft.sh/v1
        kind: NodeProvider
        metadata: {name: kv}
        spec:
          kubeVirt:
            clusterRef: {cluster: host, namespace: vms}
            virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
            nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/network-attachment-definition: vms/lan}}]
        """;
    var plan = new MachineStory().both(provider).both(LAN).plan();

    assertThat(box(plan.after(), "node-type/kv/small").layer()).isEqualTo(Layer.NODE_TYPE);
    assertThat(wire(plan.after(), "node-type/kv/small").to()).isEqualTo("attachment/vms/lan");
  }
}
