package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.PlanStage.bridge;
import static io.kubevirtnet.provider.plan.PlanStage.card;
import static io.kubevirtnet.provider.plan.PlanStage.managed;
import static io.kubevirtnet.provider.plan.PlanStage.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.node.ManagementVerdict.Kind;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeImpactsTest {
  private static final Map<String, String> WORKERS = Map.of("role", "worker");
  private static final Map<String, String> RACK = Map.of("role", "worker", "rack", "a");

  /** The bridge takes over everything that ens4 has. */
  private static final String SAFE =
      """
      interfaces:
      - name: br1
        type: linux-bridge
        state: up
        copy-mac-from: ens4
        ipv4: {enabled: true, dhcp: false, address: [{ip: 192.0.2.1, prefix-length: 24}]}
        bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}
      routes:
        config:
        - {destination: 0.0.0.0/0, next-hop-interface: br1, next-hop-address: 192.0.2.254}
      """;

  @Test
  void nodesToWhichTheSameHappensAreOneImpactInNaturalOrder() {
    var stage = new PlanStage().worker(10).worker(2).worker(1);

    var plan = stage.is(plain("br1", WORKERS, bridge("br1", "ens5"))).plan();

    assertThat(plan.nodes()).hasSize(1);
    var impact = plan.nodes().get(0);
    assertThat(impact.nodes()).containsExactly("w1", "w2", "w10");
    assertThat(impact.selector()).isEqualTo("nodes with role=worker");
    assertThat(impact.lines())
        .containsExactly("ens5 joins br1 and loses its address", "br1 is created over ens5");
    assertThat(impact.management()).isEqualTo(Kind.UNTOUCHED);
    assertThat(plan.risks())
        .extracting(Risk::name)
        .containsExactly("node-address/w1", "node-address/w10", "node-address/w2");
  }

  @Test
  void nodesWithoutAllLabelsAreLeftAloneAndThoseOfUnknownLabelsAreNot() {
    var stage =
        new PlanStage()
            .worker(1)
            .node("w2", RACK, card(2), true)
            .node(
                new PlannedNode(
                    "w3",
                    Optional.empty(),
                    List.of(),
                    true,
                    Optional.of(new NetworkState(PlanStage.fields(card(3))))));

    var plan = stage.is(plain("br1", RACK, bridge("br1", "ens6"))).plan();

    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.nodes().get(0).nodes()).containsExactly("w2", "w3");
  }

  @Test
  void aPolicyThatItsNodesObeyAlreadyDoesNothing() {
    var had = applied(1, bridge("br1", "ens6"));
    var stage = new PlanStage().node(node("w1", had));

    var plan = stage.is(plain("br1", WORKERS, bridge("br1", "ens6"))).plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.risks()).isEmpty();
  }

  @Test
  void anUnchangedPolicyDoesNothingToNodesThatAreNotAsItSays() {
    var plan = new PlanStage().worker(1).both(plain("br1", WORKERS, bridge("br1", "ens6"))).plan();

    assertThat(plan).isEqualTo(new Draft().plan());
  }

  @Test
  void aManagementInterfaceInABridgeIsARiskByTheNameOfTheNode() {
    var plan = new PlanStage().worker(1).is(plain("br1", WORKERS, bridge("br1", "ens4"))).plan();

    assertThat(plan.nodes().get(0).management()).isEqualTo(Kind.AT_RISK);
    assertThat(plan.nodes().get(0).touches())
        .containsExactly(
            "ens4 joins br1 and loses 192.0.2.1/24 (it has the default route 0.0.0.0/0)");
    assertThat(plan.risks()).hasSize(1);
    assertThat(plan.risks().get(0))
        .isEqualTo(
            new Risk(
                Risk.Kind.MANAGEMENT_INTERFACE,
                "management-interface/w1",
                "ens4 joins br1 and loses 192.0.2.1/24 (it has the default route 0.0.0.0/0): br1"
                    + " does not take over its IPv4 address"));
  }

  @Test
  void moreThanTwentyNodesAreOneRiskByTheNameOfThePolicy() {
    var stage = new PlanStage();
    IntStream.rangeClosed(1, 21).forEach(stage::worker);

    var plan = stage.is(plain("br1", WORKERS, bridge("br1", "ens4"))).plan();

    assertThat(plan.risks()).hasSize(1);
    assertThat(plan.risks().get(0).name()).isEqualTo("management-interface/br1");
    assertThat(plan.risks().get(0).what())
        .isEqualTo(
            "21 nodes (w1, w2 and 19 more): ens4 joins br1 and loses its address (it has the"
                + " default route 0.0.0.0/0): br1 does not take over its IPv4 address");
  }

  @Test
  void aBridgeThatTakesOverSafelyIsNoRisk() {
    var plan = new PlanStage().worker(1).is(plain("br1", WORKERS, SAFE)).plan();

    assertThat(plan.nodes().get(0).management()).isEqualTo(Kind.TAKEN_OVER);
    assertThat(plan.nodes().get(0).touches()).isNotEmpty();
    assertThat(plan.risks()).isEmpty();
  }

  @Test
  void aNodeOfWhichNobodyKnowsHowItIsReachedIsARiskWhenItLosesSomething() {
    var state =
        """
        interfaces:
        - {name: ens5, type: ethernet, state: up,
           ipv4: {enabled: true, address: [{ip: 198.51.100.1, prefix-length: 24}]}}
        """;
    var stage = new PlanStage().node("w1", WORKERS, state, true);

    var plan = stage.is(plain("br1", WORKERS, bridge("br1", "ens5"))).plan();

    assertThat(plan.nodes().get(0).management()).isEqualTo(Kind.UNKNOWN);
    assertThat(plan.risks()).extracting(Risk::name).containsExactly("management-interface/w1");
  }

  @Test
  void anAddressThatMovesToTheBridgeIsNotLost() {
    var desired =
        bridge("br1", "ens5")
            .replace(
                "ipv4: {enabled: false}",
                "ipv4: {enabled: true, address: [{ip: 198.51.100.1, prefix-length: 24}]}");

    var plan = new PlanStage().worker(1).is(plain("br1", WORKERS, desired)).plan();

    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.risks()).isEmpty();
  }

  @Test
  void policiesOfOneNodeFollowEachOtherByName() {
    var bond =
        """
        interfaces:
        - name: bond0
          type: bond
          state: up
          link-aggregation: {mode: active-backup, port: [ens5, ens6]}
        """;
    var stage = new PlanStage().worker(1).node("w2", RACK, card(2), true);

    var plan =
        stage
            .is(plain("b-bridge", WORKERS, bridge("br1", "bond0")))
            .is(plain("a-bond", WORKERS, bond))
            .is(plain("c-other", Map.of("role", "none"), bridge("br9", "ens6")))
            .plan();

    assertThat(plan.nodes()).extracting(NodeImpact::wave).containsExactly(1, 2);
    assertThat(plan.nodes().get(1).lines())
        .containsExactly("bond0 joins br1", "br1 is created over bond0");
    assertThat(plan.notChecked())
        .containsExactly(
            new NotChecked(
                "NodeNetworkConfigurationPolicy c-other",
                "no node matches (nodes with role=none)"));
  }

  @Test
  void policiesThatShareNoNodeGoOnAtTheSameTime() {
    var stage =
        new PlanStage()
            .node("w1", Map.of("rack", "a"), card(1), true)
            .node("w2", Map.of("rack", "b"), card(2), true);

    var plan =
        stage
            .is(plain("a", Map.of("rack", "a"), bridge("br1", "ens6")))
            .is(plain("b", Map.of("rack", "b"), bridge("br1", "ens6")))
            .plan();

    assertThat(plan.nodes()).extracting(NodeImpact::wave).containsExactly(1, 1);
  }

  @Test
  void whatIsDeletedGoesAfterWhatIsMade() {
    var old = managed("a", WORKERS, bridge("br1", "ens6"), Map.of());
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens6"))));

    var plan = stage.was(old).is(managed("z", WORKERS, bridge("br2", "ens5"), Map.of())).plan();

    assertThat(plan.nodes()).extracting(i -> i.policies().get(0).name()).containsExactly("z", "a");
    assertThat(plan.nodes()).extracting(NodeImpact::wave).containsExactly(1, 2);
  }

  @Test
  void atOnceAndTheWorstTimeFollowFromMaxUnavailable() {
    var stage = new PlanStage();
    IntStream.rangeClosed(1, 5).forEach(stage::worker);
    stage.node("w6", WORKERS, card(6), false);

    var plan =
        stage
            .is(plain("a-plain", WORKERS, bridge("br1", "ens5")))
            .is(plain("b-number", WORKERS, bridge("br2", "ens6"), Map.of("maxUnavailable", 2)))
            .is(managed("c-ours", WORKERS, bridge("br3", "ens5"), Map.of()))
            .plan();

    // Three of five, rounded up, as nmstate does without being told; the sixth is not Ready.
    assertThat(plan.nodes()).extracting(NodeImpact::atOnce).containsExactly(3, 2, 1);
    assertThat(plan.nodes()).extracting(NodeImpact::worstSeconds).containsExactly(0, 0, 3000);
  }

  @Test
  void aPlainDeleteChangesNothingAndLeavesTheBridgeBehind() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens6"))));
    stage.worker(2);

    var plan = stage.was(plain("br1", WORKERS, bridge("br1", "ens6"))).plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.leftBehind())
        .containsExactly(
            new LeftBehind(
                "bridge br1 over ens6",
                "w1",
                "Before you delete br1, apply what `kubevirtnet revert --policy FILE` prints for"
                    + " it, and wait for it. A policy with br1 as absent alone leaves ens6 without"
                    + " an address, and often down."));
    assertThat(plan.notChecked()).isEmpty();
  }

  @Test
  void whatAnotherPolicyWantsIsNotLeftBehind() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens6"))));

    var plan =
        stage
            .was(plain("old-name", WORKERS, bridge("br1", "ens6")))
            .other(plain("new-name", WORKERS, bridge("br1", "ens6")))
            .plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.leftBehind()).isEmpty();
  }

  @Test
  void aBridgeThatAPlainPolicyNamesNoMoreStays() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens6"))));

    var plan =
        stage
            .was(plain("net", WORKERS, bridge("br1", "ens6")))
            .is(plain("net", WORKERS, bridge("br2", "ens5")))
            .plan();

    assertThat(plan.nodes().get(0).lines())
        .containsExactly("ens5 joins br2 and loses 198.51.100.1/24", "br2 is created over ens5");
    assertThat(plan.leftBehind())
        .extracting(LeftBehind::what)
        .containsExactly("bridge br1 over ens6");
  }

  @Test
  void aManagedPolicyTakesBackWhatItNamesNoMore() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens6"))));

    var plan =
        stage
            .was(managed("net", WORKERS, bridge("br1", "ens6"), Map.of()))
            .is(managed("net", WORKERS, bridge("br2", "ens6"), Map.of()))
            .plan();

    assertThat(plan.nodes().get(0).lines())
        .containsExactly(
            "br1 is removed", "ens6 moves from br1 to br2", "br2 is created over ens6");
    assertThat(plan.leftBehind()).isEmpty();
  }

  @Test
  void aManagedDeleteGivesBackWhatIsRecorded() {
    var baseline = PlanStage.fields(card(1)).get("interfaces").orElseThrow();
    var ens5 =
        ((Tree.Items) baseline)
            .items().stream().filter(i -> i.toString().contains("ens5")).toList();
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens5"))));

    var plan =
        stage
            .was(
                managed(
                    "net",
                    WORKERS,
                    bridge("br1", "ens5"),
                    Map.of("baseline", Tree.of("interfaces", ens5))))
            .plan();

    assertThat(plan.nodes().get(0).lines()).contains("br1 is removed", "ens5 leaves br1");
    assertThat(plan.nodes().get(0).lines()).anyMatch(l -> l.contains("198.51.100.1"));
    assertThat(plan.notChecked()).isEmpty();
  }

  @Test
  void aManagedDeleteWithoutARecordSaysWhatIsNotKnown() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens5"))));

    var plan = stage.was(managed("net", WORKERS, bridge("br1", "ens5"), Map.of())).plan();

    assertThat(plan.nodes().get(0).lines()).containsExactly("br1 is removed", "ens5 leaves br1");
    assertThat(plan.notChecked())
        .extracting(NotChecked::what)
        .containsExactly("what nodes had before NodeNetworkConfigurationPolicy net on w1");
  }

  @Test
  void aManagedDeleteThatLeavesIsToldLikeAPlainOne() {
    var stage = new PlanStage();
    stage.node(node("w1", applied(1, bridge("br1", "ens5"))));

    var plan =
        stage
            .was(managed("net", WORKERS, bridge("br1", "ens5"), Map.of("teardown", "leave")))
            .plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.leftBehind()).hasSize(1);
    assertThat(plan.leftBehind().get(0).fix()).startsWith("Set teardown to revert");
  }

  @Test
  void nodesThatMatchNoLongerArePutBackOrKeepWhatTheyHave() {
    var narrow = Map.of("rack", "a");
    for (var leaves : List.of(true, false)) {
      var stage = new PlanStage();
      stage.node(
          new PlannedNode(
              "w1",
              Optional.of(RACK),
              List.of(),
              true,
              Optional.of(applied(1, bridge("br1", "ens6")))));
      stage.node(node("w2", applied(2, bridge("br1", "ens6"))));
      Map<String, Object> inputs = leaves ? Map.of("leftBehind", "leave") : Map.of();

      var plan =
          stage
              .was(managed("net", WORKERS, bridge("br1", "ens6"), inputs))
              .is(managed("net", narrow, bridge("br1", "ens6"), inputs))
              .plan();

      if (leaves) {
        assertThat(plan.nodes()).isEmpty();
        assertThat(plan.leftBehind()).extracting(LeftBehind::where).containsExactly("w2");
      } else {
        assertThat(plan.nodes().get(0).nodes()).containsExactly("w2");
        assertThat(plan.nodes().get(0).lines()).contains("br1 is removed");
        assertThat(plan.leftBehind()).isEmpty();
      }
    }
  }

  @Test
  void aNodeThatIsNotReadyKeepsWhatAManagedDeleteWouldTake() {
    var stage = new PlanStage();
    var there = applied(1, bridge("br1", "ens6"));
    stage.node(new PlannedNode("w1", Optional.of(WORKERS), List.of(), false, Optional.of(there)));

    var plan = stage.was(managed("net", WORKERS, bridge("br1", "ens6"), Map.of())).plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.leftBehind()).extracting(LeftBehind::where).containsExactly("w1");
    assertThat(plan.notChecked()).extracting(NotChecked::what).containsExactly("node w1");
  }

  @Test
  void withoutAnyNodeThePoliciesTellThemselves() {
    var plan =
        new PlanStage()
            .was(plain("net", WORKERS, bridge("br1", "ens4")))
            .is(plain("net", WORKERS, bridge("br1", "ens5")))
            .is(managed("more", Map.of(), bridge("br2", "ens6"), Map.of()))
            .plan();

    assertThat(plan.nodes()).hasSize(2);
    var more = plan.nodes().get(0);
    assertThat(more.nodes()).isEmpty();
    assertThat(more.selector()).isEqualTo("all nodes");
    assertThat(more.lines()).containsExactly("ens6 joins br2", "br2 is created over ens6");
    assertThat(more.management()).isEqualTo(Kind.UNKNOWN);
    var net = plan.nodes().get(1);
    assertThat(net.lines()).containsExactly("ens4 leaves br1", "ens5 joins br1");
    assertThat(net.wave()).isEqualTo(2);
    assertThat(plan.risks()).isEmpty();
    assertThat(plan.notChecked()).containsExactly(new NotChecked("nodes", "no cluster reachable"));
  }

  @Test
  void aNarrowerSelectorOnPaperLeavesNodesBehindAndAWiderOneTakesMore() {
    var wide = plain("net", WORKERS, bridge("br1", "ens4"));
    var narrow = plain("net", RACK, bridge("br1", "ens4"));

    var narrowed = new PlanStage().was(wide).is(narrow).plan();
    var widened = new PlanStage().was(narrow).is(wide).plan();

    assertThat(narrowed.nodes()).isEmpty();
    assertThat(narrowed.leftBehind())
        .extracting(LeftBehind::where)
        .containsExactly("nodes with role=worker that it means no more");
    assertThat(widened.leftBehind()).isEmpty();
    assertThat(widened.nodes())
        .extracting(NodeImpact::selector)
        .containsExactly("nodes with role=worker that it did not mean before");
  }

  @Test
  void otherWordsForTheSameDoNothingOnPaper() {
    var reordered =
        PlanStage.fields(bridge("br1", "ens4"))
            .with("dns-resolver", Tree.of("config", Tree.fields()));

    var plan =
        new PlanStage()
            .was(plain("net", WORKERS, bridge("br1", "ens4")))
            .is(PlannedObject.of(PlanStage.object("net", WORKERS, reordered, Map.of())))
            .plan();

    assertThat(plan.nodes()).isEmpty();
  }

  @Test
  void aNodeThatReportsNothingIsToldFromThePoliciesAndNamed() {
    var stage = new PlanStage().node("w1", WORKERS, "", true).node("w2", WORKERS, "", false);

    var plan = stage.is(plain("net", WORKERS, bridge("br1", "ens4"))).plan();

    assertThat(plan.nodes().get(0).nodes()).containsExactly("w1", "w2");
    assertThat(plan.nodes().get(0).management()).isEqualTo(Kind.UNKNOWN);
    assertThat(plan.notChecked())
        .extracting(NotChecked::toString)
        .anyMatch(n -> n.contains("nodes w1 and w2") && n.contains("report nothing"))
        .anyMatch(n -> n.contains("node w2") && n.contains("not Ready"));
  }

  @Test
  void whatIsKnownAfterApplyIsSaid() {
    var port = Tree.of("name", new Tree.Unknown(Marks.NONE));
    var bridge =
        Tree.of("name", "br1")
            .with("type", "linux-bridge")
            .with("state", "up")
            .with("bridge", Tree.of("port", List.of(port)));
    var desired = Tree.of("interfaces", List.of(bridge));
    var policy = PlannedObject.of(PlanStage.object("net", WORKERS, desired, Map.of()));

    var onNode = new PlanStage().worker(1).is(policy).plan();
    var onPaper = new PlanStage().is(policy).plan();

    assertThat(onNode.nodes().get(0).lines()).contains("the ports of br1 are known after apply");
    assertThat(onNode.nodes().get(0).management()).isEqualTo(Kind.UNKNOWN);
    assertThat(onNode.risks()).isEmpty();
    assertThat(onPaper.nodes().get(0).lines()).contains("the ports of br1 are known after apply");
  }

  @Test
  void anUnknownSelectorOrStateIsNotChecked() {
    var unknown = new Tree.Unknown(Marks.NONE);
    var everywhere =
        PlannedObject.of(
            PlanStage.object(
                "a",
                Map.of(),
                PlanStage.fields(bridge("br1", "ens6")),
                Map.of("nodeSelector", unknown)));
    var anything = PlannedObject.of(PlanStage.object("b", WORKERS, unknown, Map.of()));

    var plan = new PlanStage().worker(1).is(everywhere, anything).plan();

    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.nodes().get(0).selector()).isEqualTo("nodes that are known after apply");
    assertThat(plan.notChecked())
        .containsExactly(
            new NotChecked(
                "NodeNetworkConfigurationPolicy a: spec.nodeSelector", "known after apply"),
            new NotChecked(
                "NodeNetworkConfigurationPolicy b: spec.desiredState", "known after apply"));
  }

  @Test
  void anUnknownCaptureIsNotChecked() {
    var capture = Tree.of("nic", new Tree.Unknown(Marks.NONE));
    var policy =
        PlannedObject.of(
            PlanStage.object(
                "net",
                WORKERS,
                PlanStage.fields(bridge("br1", "{{ capture.nic.interfaces.0.name }}")),
                Map.of("capture", capture)));

    var plan = new PlanStage().worker(1).is(policy).plan();

    assertThat(plan.nodes()).isEmpty();
    assertThat(plan.notChecked())
        .containsExactly(
            new NotChecked(
                "NodeNetworkConfigurationPolicy net: spec.capture", "known after apply"));
  }

  @Test
  void capturesAreResolvedOnEachNode() {
    var desired =
        """
        interfaces:
        - name: br1
          type: linux-bridge
          state: up
          bridge: {options: {stp: {enabled: false}}, port: [{name: "{{ capture.nic.interfaces.0.name }}"}]}
        """;
    var capture = Map.<String, Object>of("capture", Map.of("nic", "interfaces.name==\"ens6\""));
    var stage = new PlanStage().worker(1);
    stage.node("w2", WORKERS, card(2).replace("ens6", "eth6"), true);

    var plan = stage.is(plain("net", WORKERS, desired, capture)).plan();

    assertThat(plan.nodes()).hasSize(1);
    assertThat(plan.nodes().get(0).nodes()).containsExactly("w1");
    assertThat(plan.nodes().get(0).lines()).contains("br1 is created over ens6");
    assertThat(plan.notChecked())
        .containsExactly(
            new NotChecked(
                "NodeNetworkConfigurationPolicy net on w2", "a capture finds nothing there"));
  }

  static NetworkState applied(int number, String desired) {
    return Effect.apply(
        new NetworkState(PlanStage.fields(card(number))),
        HandlerDefaults.apply(PlanStage.fields(desired)));
  }

  static PlannedNode node(String name, NetworkState state) {
    return new PlannedNode(
        name,
        Optional.of(WORKERS),
        List.of("192.0.2." + name.replaceAll("\\D", "")),
        true,
        Optional.of(state));
  }
}
