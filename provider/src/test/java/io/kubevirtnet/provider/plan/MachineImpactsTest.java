package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineImpactsTest {
  private static final String LAN = MachineStory.bridged("lan", 100);
  private static final String LAN_200 = MachineStory.bridged("lan", 200);
  private static final String WEB = MachineStory.machine("web", "lan");
  private static final String TAGS = "{id-range: {min: 100, max: 199}}";
  private static final String BR1 =
      MachineStory.policy("br1", "{rack: a}", "br1", MachineStory.port("ens4", TAGS));
  private static final ObjectReference DEFINITION =
      new ObjectReference("NetworkAttachmentDefinition", "vms", "lan");

  private static MachineImpact only(Plan plan) {
    assertThat(plan.machines()).hasSize(1);
    return plan.machines().get(0);
  }

  @Test
  void saysWhatAChangedTemplateDoesToARunningMachine() {
    var plan =
        new MachineStory()
            .old(WEB)
            .now(WEB.replace("00:01", "00:02"))
            .machine("vms", "web", true, true)
            .plan();

    var impact = only(plan);
    assertThat(impact.effect()).isEqualTo(Effect.RESTART);
    assertThat(impact.lines().get(0)).startsWith("lan: macAddress: ");
    assertThat(impact.lines().toString()).contains("virtctl restart web -n vms");
    assertThat(impact.because()).containsExactly(impact.machine());
    assertThat(plan.risks()).extracting(Risk::name).containsExactly("restart/vms/web");
  }

  @Test
  void saysOnceThatAMachineIsTakenAsRunning() {
    var plan =
        new MachineStory()
            .old(WEB)
            .now(WEB.replace("00:01", "00:02").replace("bridge: {}", "sriov: {}"))
            .plan();

    assertThat(only(plan).lines().stream().filter(l -> l.contains("taken as running"))).hasSize(1);
  }

  @Test
  void leavesAStoppedMachineAlone() {
    var plan =
        new MachineStory()
            .old(WEB + LAN)
            .now(WEB.replace("00:01", "00:02") + LAN_200)
            .machine("vms", "web", false, false)
            .plan();

    assertThat(only(plan).effect()).isEqualTo(Effect.NOTHING);
    assertThat(plan.risks()).isEmpty();
  }

  @Test
  void tellsDeletedFromCreatedAndReplaced() {
    assertThat(only(new MachineStory().old(WEB).plan()).effect()).isEqualTo(Effect.DELETED);
    assertThat(only(new MachineStory().old(WEB).plan()).lines().toString())
        .contains("It is deleted");
    assertThat(new MachineStory().old(WEB).plan().risks())
        .containsExactly(
            Risk.of(Risk.Kind.RECREATE, "vms/web", "VirtualMachine vms/web is deleted."));
    assertThat(only(new MachineStory().now(WEB).plan()).lines()).isEmpty();
    assertThat(new MachineStory().now(WEB).plan().risks()).isEmpty();
    var object = MachineStory.objects(WEB).get(0);
    var replaced =
        new MachineStory()
            .old(WEB)
            .add(true, new PlannedObject(object, Optional.empty(), Optional.empty(), true))
            .plan();
    assertThat(only(replaced).effect()).isEqualTo(Effect.RECREATE);
    assertThat(replaced.risks()).extracting(Risk::name).containsExactly("recreate/vms/web");
  }

  @Test
  void handsOnAdviceAsFindings() {
    var plan =
        new MachineStory()
            .old(WEB)
            .now(WEB.replace("name: lan", "name: net"))
            .machine("vms", "web", true, true)
            .plan();

    assertThat(plan.findings()).isNotEmpty();
    assertThat(plan.findings())
        .allSatisfy(
            f -> {
              assertThat(f.arises()).isTrue();
              assertThat(f.finding().resource().orElseThrow().name()).isEqualTo("web");
            });
  }

  @Test
  void machinesKeepTheNetworkOfAChangedDefinitionUntilTheyStartAgain() {
    var plan =
        new MachineStory()
            .old(LAN)
            .now(LAN_200)
            .others(WEB + MachineStory.instance("web", "lan", "w1"))
            .machine("vms", "web", true, true)
            .plan();

    var impact = only(plan);
    assertThat(impact.machine().kind()).isEqualTo("VirtualMachine");
    assertThat(impact.effect()).isEqualTo(Effect.NEVER_LANDS);
    assertThat(impact.because()).containsExactly(DEFINITION);
    assertThat(impact.lines())
        .containsExactly(
            "lan: NetworkAttachmentDefinition vms/lan changes (spec.config.vlan: 100 -> 200). It"
                + " keeps the old network until it starts again or migrates, and KubeVirt does not"
                + " say so. virtctl migrate web -n vms");
    assertThat(plan.risks()).extracting(Risk::name).containsExactly("restart/vms/web");
  }

  @Test
  void anInstanceWithoutItsMachineIsAMachine() {
    var plan =
        new MachineStory()
            .old(LAN)
            .now(LAN_200)
            .others(MachineStory.instance("web", "vms/lan", "w1"))
            .plan();

    assertThat(only(plan).machine().kind()).isEqualTo("VirtualMachineInstance");
  }

  @Test
  void aMachineThatMigratesByItsOwnChangeWaitsForNothingElse() {
    var plan =
        new MachineStory()
            .old(LAN + WEB)
            .now(LAN_200 + WEB.replace("00:01", "00:02"))
            .machine("vms", "web", true, true)
            .plan();

    assertThat(only(plan).effect()).isEqualTo(Effect.RESTART);
    assertThat(only(plan).because()).hasSize(2);
  }

  @Test
  void nobodyNoticesAnotherWordingOfADefinition() {
    var plan =
        new MachineStory()
            .old(LAN)
            .now(LAN.replace("\"vlan\":100", "\"vlan\": 100"))
            .others(WEB)
            .plan();

    assertThat(plan.machines()).isEmpty();
  }

  @Test
  void aChangedNetworkOfOvnReachesMachinesAtOnce() {
    var ovn =
        MachineStory.definition(
            "vms",
            "lan",
            "\"type\":\"ovn-k8s-cni-overlay\",\"topology\":\"localnet\",\"netAttachDefName\":\"vms/lan\",\"vlanID\":100");
    var plan = new MachineStory().old(ovn).now(ovn.replace("100", "200")).others(WEB).plan();

    assertThat(only(plan).effect()).isEqualTo(Effect.LIVE);
    assertThat(only(plan).lines().get(0)).contains("OVN-Kubernetes takes the network down");
  }

  @Test
  void aMachineWhoseDefinitionGoesNeitherStartsNorMigrates() {
    var plan = new MachineStory().old(LAN).others(WEB).machine("vms", "web", true, true).plan();

    assertThat(only(plan).effect()).isEqualTo(Effect.NEVER_LANDS);
    assertThat(only(plan).lines())
        .containsExactly(
            "lan: NetworkAttachmentDefinition vms/lan goes. It keeps its interface while it runs,"
                + " and neither starts nor migrates any more.");
    assertThat(plan.risks()).isEmpty();
  }

  @Test
  void manyMachinesThatWaitForOneDefinitionAreOneRisk() {
    var sides = new MachineStory().old(LAN).now(LAN_200);
    for (int i = 0; i < 51; i++) {
      sides.others(MachineStory.machine("m" + i, "lan"));
    }

    var plan = sides.plan();

    assertThat(plan.machines()).hasSize(51);
    assertThat(plan.risks())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.name()).isEqualTo("restart/vms/lan");
              assertThat(r.what()).startsWith("51 machines ");
            });
  }

  @Test
  void aPlainPolicyCutsMachinesOffOnlyWhereItSaysSo() {
    var sides = new MachineStory().old(BR1).both(LAN).others(WEB);

    assertThat(sides.plan().machines()).isEmpty();
    var plan =
        new MachineStory()
            .old(BR1)
            .now(BR1.replace("state: up", "state: absent"))
            .both(LAN)
            .others(WEB)
            .plan();
    assertThat(only(plan).effect()).isEqualTo(Effect.CUT_OFF);
    assertThat(only(plan).lines().get(0))
        .isEqualTo(
            "lan: it is cut off from vms/lan at once: bridge br1 is removed from nodes with rack=a."
                + " (NodeNetworkConfigurationPolicy br1)");
  }

  @Test
  void aManagedPolicyTakesItsBridgeAlong() {
    var object = MachineStory.objects(BR1).get(0);
    var managed =
        new PlannedObject(
            object, Optional.empty(), Optional.of(Tree.of("teardown", "revert")), false);
    var leaves =
        new PlannedObject(
            object, Optional.empty(), Optional.of(Tree.of("teardown", "leave")), false);

    assertThat(
            only(new MachineStory().add(false, managed).both(LAN).others(WEB).plan())
                .lines()
                .get(0))
        .contains("bridge br1 is removed");
    assertThat(new MachineStory().add(false, leaves).both(LAN).others(WEB).plan().machines())
        .isEmpty();
  }

  @Test
  void aBridgeThatLosesItsUplinkCutsMachinesOff() {
    var plan =
        new MachineStory()
            .old(BR1)
            .now(MachineStory.policy("br1", "{rack: a}", "br1", ""))
            .both(LAN)
            .others(WEB)
            .plan();

    assertThat(only(plan).lines().get(0)).contains("bridge br1 loses its uplink ens4");
  }

  @Test
  void aVlanThatThePortDoesNotCarryAnyMoreCutsMachinesOff() {
    var other =
        MachineStory.policy("br1", "{rack: a}", "br1", MachineStory.port("ens4", "{id: 200}"));
    var plan = new MachineStory().old(BR1).now(other).both(LAN).others(WEB).plan();

    assertThat(only(plan).effect()).isEqualTo(Effect.CUT_OFF);
    assertThat(only(plan).lines().get(0))
        .contains("at once: br1 does not carry VLAN 100 (it carries 200).");
  }

  @Test
  void machinesOnOtherNodesAreNotCutOff() {
    var sides =
        new MachineStory()
            .old(BR1)
            .now(MachineStory.policy("br1", "{rack: a}", "br1", ""))
            .both(LAN)
            .node("w1", Map.of("rack", "b"))
            .node("w2", Map.of("rack", "a"))
            .others(WEB + MachineStory.instance("web", "lan", "w1"))
            .others(MachineStory.machine("db", "lan") + MachineStory.instance("db", "lan", "w2"));

    assertThat(sides.plan().machines()).extracting(m -> m.machine().name()).containsExactly("db");
  }

  @Test
  void nodesThatAManagedPolicyDoesNotMeanAnyMoreLoseTheBridge() {
    var managed = Optional.of(Tree.of("teardown", "revert"));
    var wide = MachineStory.objects(BR1.replace("{rack: a}", "{}")).get(0);
    var narrow = MachineStory.objects(BR1).get(0);
    var plan =
        new MachineStory()
            .add(false, new PlannedObject(wide, Optional.empty(), managed, false))
            .add(true, new PlannedObject(narrow, Optional.empty(), managed, false))
            .both(LAN)
            .node("w1", Map.of("rack", "b"))
            .node("w2", Map.of("rack", "a"))
            .others(WEB + MachineStory.instance("web", "lan", "w1"))
            .others(MachineStory.machine("db", "lan") + MachineStory.instance("db", "lan", "w2"))
            .plan();

    assertThat(only(plan).machine().name()).isEqualTo("web");
    assertThat(only(plan).lines().get(0))
        .contains("bridge br1 is taken off nodes that are not nodes with rack=a.");
  }

  @Test
  void aPolicyThatIsKnownAfterApplyCutsNobodyOff() {
    var open = Tree.of("desiredState", new Unknown(Marks.NONE));
    var policy = MachineStory.objects(BR1).get(0);
    var plan =
        new MachineStory()
            .add(
                false,
                new PlannedObject(policy, Optional.empty(), Optional.of(Tree.fields()), false))
            .add(
                true,
                new PlannedObject(
                    with(policy, "spec", open).object(),
                    Optional.empty(),
                    Optional.of(Tree.fields()),
                    false))
            .both(LAN)
            .others(WEB)
            .plan();

    assertThat(plan.machines()).isEmpty();
    assertThat(plan.notChecked())
        .containsExactly(
            new NotChecked(
                "NodeNetworkConfigurationPolicy br1: spec.desiredState", "known after apply"));
  }

  @Test
  void aMachineThatGetsADefinitionOnlyNowKeepsNothingOfIt() {
    var wan = LAN.replace("name: lan", "name: wan").replace("100", "300");
    var plan =
        new MachineStory()
            .old(LAN + wan + WEB)
            .now(LAN_200 + wan + WEB.replace("networkName: lan", "networkName: wan"))
            .now(MachineStory.machine("new", "lan"))
            .machine("vms", "web", true, true)
            .plan();

    assertThat(plan.machines())
        .allSatisfy(m -> assertThat(m.because()).containsExactly(m.machine()));
  }

  @Test
  void whatIsKnownAfterApplyIsSaid() {
    var open = new Unknown(Marks.NONE);
    var definition = MachineStory.objects(LAN).get(0);
    var machine = MachineStory.objects(WEB).get(0);
    var template = Tree.of("spec", Tree.of("networks", open));
    var plan =
        new MachineStory()
            .old(LAN + WEB)
            .add(true, with(definition, "spec", Tree.of("config", open)))
            .add(true, with(machine, "spec", Tree.of("template", template)))
            .others(MachineStory.machine("db", "lan"))
            .plan();

    assertThat(plan.notChecked())
        .contains(
            new NotChecked(
                "VirtualMachine vms/web: spec.template.spec.networks", "known after apply"));
    assertThat(plan.machines())
        .filteredOn(m -> m.machine().name().equals("db"))
        .singleElement()
        .satisfies(m -> assertThat(m.lines().get(0)).contains("known after apply"));
  }

  @Test
  void nothingSecretIsShown() {
    var hidden = new Tree.Scalar(config(200), new Marks(true, java.util.Set.of()));
    var plan =
        new MachineStory()
            .old(LAN)
            .add(true, with(MachineStory.objects(LAN).get(0), "spec", Tree.of("config", hidden)))
            .others(WEB)
            .plan();

    assertThat(plan.toString()).contains("[secret]").doesNotContain("200");
  }

  private static String config(int vlan) {
    return "{\"cniVersion\":\"0.3.1\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\","
        + "\"disableContainerInterface\":true,\"vlan\":"
        + vlan
        + "}";
  }

  private static PlannedObject with(KubernetesObject object, String field, Tree value) {
    return PlannedObject.of(KubernetesObject.of(object.fields().with(field, value)).orElseThrow());
  }

  @Test
  void machinesOfANodeTypeKeepTheirWiringUntilTheyAreMadeAgain() {
    var provider =
        """
        ---
        apiVersion: management.loft.sh/v1
        kind: NodeProvider
        metadata: {name: kv}
        spec:
          kubeVirt:
            clusterRef: {cluster: host, namespace: vms}
            virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
            nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/network-attachment-definition: vms/lan}}]
        """;
    var claim =
        """
        ---
        apiVersion: management.loft.sh/v1
        kind: NodeClaim
        metadata: {name: c1, namespace: p-x}
        spec: {providerRef: kv, typeRef: kv.small}
        """;
    var plan =
        new MachineStory()
            .old(provider)
            .now(provider.replace("vms/lan", "vms/wan"))
            .others(claim)
            .plan();

    var impact = only(plan);
    assertThat(impact.type()).isEqualTo("small");
    assertThat(impact.machine()).isEqualTo(new ObjectReference("NodeProvider", "", "kv"));
    assertThat(impact.effect()).isEqualTo(Effect.RECREATE);
    assertThat(impact.lines().get(impact.lines().size() - 1))
        .isEqualTo(
            "Machines of kv.small that there are keep their wiring until they are made again. One"
                + " NodeClaim asks for it. New ones get it.");
    assertThat(plan.risks()).isEmpty();
    var definition = new MachineStory().both(provider).old(LAN).now(LAN_200).plan();
    assertThat(only(definition).because()).containsExactly(DEFINITION);
    assertThat(only(definition).effect()).isEqualTo(Effect.NEVER_LANDS);
  }

  @Test
  void factsOfNetrisNameTheMachinesThatStayBehind() {
    var facts =
        """
        serverCluster: prod
        hostModel: evpn-on-host
        definitions: [vms/lan]
        bridgeName: nbr-100
        facts: {vxlan: %s, vnet: v1}
        """;
    var plan =
        new MachineStory()
            .facts("prod", facts.formatted(100), facts.formatted(200).replace("nbr-100", "nbr-200"))
            .both(LAN)
            .others(WEB + MachineStory.instance("web", "lan", "w1"))
            .machine("vms", "web", true, true)
            .plan();

    assertThat(plan.findings()).extracting(f -> f.finding().code()).contains("KVN-T053");
    assertThat(only(plan).because())
        .extracting(ObjectReference::kind)
        .containsExactly("NetrisServerCluster");
    assertThat(only(plan).effect()).isEqualTo(Effect.NEVER_LANDS);
    assertThat(plan.risks()).extracting(Risk::name).containsExactly("restart/vms/web");
  }

  @Test
  void nothingHappensWhenNothingChanges() {
    var plan =
        new MachineStory()
            .both(BR1 + LAN + WEB)
            .others(MachineStory.instance("web", "lan", "w1"))
            .plan();

    assertThat(plan.isEmpty()).isTrue();
    assertThat(List.of(plan.findings(), plan.risks(), plan.notChecked()))
        .allSatisfy(l -> assertThat((List<?>) l).isEmpty());
  }
}
