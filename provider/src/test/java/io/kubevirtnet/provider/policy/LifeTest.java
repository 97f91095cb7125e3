package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.provider.cluster.BridgeUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.DiffResponse.DiffChanges;

class LifeTest {
  private final FakeCluster cluster = Hosts.rack();
  private final Story story = new Story(cluster);

  @Test
  void rollsOutAndSaysWhichNodesHaveIt() {
    story.up(Hosts.BR1);

    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(story.missing("w2", Hosts.BR1)).isEmpty();
    assertThat(story.differences("w3")).isEmpty();
    assertThat(story.kept().nodes()).containsExactly("w1", "w2");
    assertThat(story.kept().pendingNodes()).isEmpty();
    assertThat(story.kept().pending()).isEmpty();
  }

  @Test
  void writesNothingAndDiffersInNothingWhenNothingChanges() {
    story.up(Hosts.BR1);
    cluster.writes.clear();

    story.refresh();

    assertThat(story.diff(Story.yaml(Hosts.BR1))).isEqualTo(DiffChanges.DIFF_NONE);
    story.up(Hosts.BR1);
    assertThat(cluster.writes).isEmpty();
  }

  @Test
  void putsEveryNodeBackBeforeItDeletesThePolicy() {
    story.up(Hosts.BR1);

    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
    assertThat(story.differences("w2")).isEmpty();
    assertThat(cluster.names()).isEmpty();
    assertThat(cluster.writes).containsExactly("create br1", "replace br1", "delete br1");
  }

  @Test
  void leavesTheNodesAloneWhenTheTeardownSaysSo() {
    var leave = Hosts.BR1 + "teardown: leave\n";
    story.up(leave);

    story.destroy();

    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(cluster.names()).isEmpty();
  }

  @Test
  void keepsEqualBaselinesOnce() {
    story.up(Hosts.BR1);

    var baselines = story.kept().baselines();

    assertThat(baselines.byNode()).containsOnlyKeys("w1", "w2");
    assertThat(States.objects(Fields(baselines), "all")).hasSize(1);
  }

  private static io.kubevirtnet.value.Tree.Fields Fields(Baselines baselines) {
    return io.kubevirtnet.value.Tree.of("all", baselines.tree());
  }

  @Test
  void takesBackWhatAChangedPolicyNoLongerMentions() {
    story.up(Hosts.BR1_AND_BR2);
    assertThat(story.missing("w1", Hosts.BR1_AND_BR2)).isEmpty();

    story.up(Hosts.BR1);

    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(cluster.state("w1").find("br2")).isEmpty();
    assertThat(cluster.state("w1").find("ens5").orElseThrow().controller()).isEmpty();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void notesWhatTheNodesHaveBeforeAnUpdateTouchesMoreOfThem() {
    story.up(Hosts.BR1);

    story.up(Hosts.BR1_AND_BR2);
    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
    assertThat(story.differences("w2")).isEmpty();
  }

  @Test
  void writesANewNameFirstAndDeletesTheOldPolicyWithoutTakingAnythingBack() {
    story.up(Hosts.BR1);
    cluster.writes.clear();

    story.up(Hosts.BR1.replace("policyName: br1", "policyName: bridge"));

    assertThat(cluster.writes).containsExactly("create bridge", "delete br1");
    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(story.id).isEqualTo("br1");
    assertThat(story.kept().policyName()).isEqualTo("bridge");
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
    assertThat(cluster.names()).isEmpty();
  }

  @Test
  void makesThePolicyAnewWhenACaptureChanges() {
    story.up(Hosts.BR1 + "teardown: leave\n");
    cluster.writes.clear();

    story.up(Hosts.BR1 + "teardown: leave\ncapture: {card: 'interfaces.name==\"ens4\"'}\n");

    assertThat(cluster.writes).containsExactly("delete br1", "create br1");
    assertThat(cluster.names()).containsExactly("br1");
  }

  @Test
  void putsNodesBackThatMatchNoLonger() {
    story.up(Hosts.BR1);
    cluster.relabel("w2", Map.of("rack", "b"));

    story.up(Hosts.BR1);

    assertThat(story.differences("w2")).isEmpty();
    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(cluster.names()).containsExactly("br1");
    assertThat(story.kept().touched()).containsExactly("w1");
  }

  @Test
  void waitsNoLongerForNodesThatMatchNoLongerThanTheEngineAllows() {
    story.up(Hosts.BR1);
    cluster.relabel("w2", Map.of("rack", "b"));
    cluster.limits.clear();
    story.timeout = 77;

    story.up(Hosts.BR1);

    assertThat(cluster.limits).isNotEmpty().containsOnly(Duration.ofSeconds(77));
  }

  @Test
  void keepsNodesInMindThatMatchNoLongerAndShallStay() {
    var leave = Hosts.BR1 + "leftBehind: leave\n";
    story.up(leave);

    story.up(leave.replace("{rack: a}", "{kubernetes.io/hostname: w1}"));

    assertThat(story.missing("w2", Hosts.BR1)).isEmpty();
    assertThat(story.kept().touched()).containsExactly("w1", "w2");
    assertThat(story.kept().baselines().has("w2")).isTrue();
    assertThat(story.said).anyMatch(s -> s.contains("KVN-N311") && s.contains("w2"));
    story.up(Hosts.BR1.replace("{rack: a}", "{kubernetes.io/hostname: w1}"));
    assertThat(story.differences("w2")).isEmpty();
  }

  @Test
  void repairsNodesThatSomebodyElseChanged() {
    story.up(Hosts.BR1);
    cluster.states.put("w1", Hosts.plain());

    story.refresh();

    assertThat(story.kept().drift()).singleElement().asString().contains("w1", "br1");
    assertThat(story.diff(Story.yaml(Hosts.BR1))).isEqualTo(DiffChanges.DIFF_SOME);
    story.up(Hosts.BR1);
    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(story.kept().drift()).isEmpty();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void repairsAPolicyThatSomebodyElseChanged() {
    story.up(Hosts.BR1);
    cluster.edit("br1", Story.tree("nodeSelector: {rack: a}\ndesiredState: {interfaces: []}"));

    story.up(Hosts.BR1);

    assertThat(cluster.spec("br1").toString()).contains("ens4");
    assertThat(story.kept().drift()).isEmpty();
  }

  @Test
  void takesAMissingPolicyForDriftAsLongAsItsHostStateIsThere() {
    story.up(Hosts.BR1);
    cluster.drop("br1");

    story.refresh();

    assertThat(story.state).isPresent();
    assertThat(story.kept().drift().get(0)).contains("gone");
    story.up(Hosts.BR1);
    assertThat(cluster.names()).containsExactly("br1");
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void takesAPolicyForDeletedWhenItsHostStateIsGoneToo() {
    story.up(Hosts.BR1);
    cluster.drop("br1");
    cluster.states.put("w1", Hosts.plain());
    cluster.states.put("w2", Hosts.plain());

    story.refresh();

    assertThat(story.state).isEmpty();
  }

  @Test
  void putsNodesBackWhosePolicyIsGoneAlready() {
    story.up(Hosts.BR1);
    cluster.drop("br1");

    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
    assertThat(cluster.names()).isEmpty();
  }

  @Test
  void givesEachNodeItsOwnAddressBack() {
    var fixed = new Story(Hosts.rackOfFixed());
    fixed.up(Hosts.BR1);
    assertThat(fixed.differences("w1")).isNotEmpty();

    fixed.destroy();

    assertThat(fixed.differences("w1")).isEmpty();
    assertThat(fixed.differences("w2")).isEmpty();
    assertThat(fixed.cluster.writes)
        .as("by the captures of the policy")
        .containsExactly("create br1", "replace br1", "delete br1");
  }

  @Test
  void givesEachNodeItsOwnAddressBackNodeByNodeWhereTheCapturesAreGone() {
    var fixed = new Story(Hosts.rackOfFixed());
    fixed.up(Hosts.BR1);
    fixed.up(Hosts.BR1.replace("policyName: br1", "policyName: other"));

    fixed.destroy();

    assertThat(fixed.differences("w1")).isEmpty();
    assertThat(fixed.differences("w2")).isEmpty();
    assertThat(fixed.cluster.names()).isEmpty();
  }

  @Test
  void givesANodeThatJoinedLaterItsAddressBackFromTheCaptures() {
    story.up(Hosts.BR1);
    cluster.node("w9", Map.of("rack", "a"), Hosts.fixed(9));
    var joined = cluster.state("w9");
    cluster.runHandlers();
    assertThat(story.missing("w9", Hosts.BR1)).isEmpty();

    story.destroy();

    assertThat(io.kubevirtnet.node.HostDiff.states(joined, cluster.state("w9")).lines()).isEmpty();
    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void shrinksNodesThatDifferEachToItsOwn() {
    var fixed = new Story(Hosts.rackOfFixed());
    fixed.up(Hosts.BR1_AND_BR2);

    fixed.up(Hosts.BR1_AND_BR2.replaceAll("(?m)^.*name: br1, type.*\\R", ""));

    assertThat(fixed.cluster.state("w1").find("br1")).isEmpty();
    assertThat(fixed.cluster.state("w1").toString()).contains("192.0.2.1");
    assertThat(fixed.cluster.state("w2").toString()).contains("192.0.2.2");
    assertThat(fixed.cluster.names()).containsExactly("br1");
    fixed.destroy();
    assertThat(fixed.differences("w1")).isEmpty();
    assertThat(fixed.differences("w2")).isEmpty();
  }

  @Test
  void leavesToAnotherPolicyWhatThatOneWants() {
    story.up(Hosts.BR1);
    var second = new Story(cluster);
    second.urn = Story.URN.replace("::br1", "::second");
    second.up(
        """
        policyName: second
        nodeSelector: {rack: a}
        desiredState:
          interfaces: [{name: ens4, type: ethernet, state: up, mtu: 9000}]
        """);
    cluster.states.put(
        "w1",
        io.kubevirtnet.node.Effect.apply(
            cluster.state("w1"),
            Story.tree("interfaces: [{name: ens4, type: ethernet, state: up, mtu: 9000}]")));

    story.destroy();

    assertThat(cluster.state("w1").find("br1")).isEmpty();
    assertThat(cluster.state("w1").find("ens4").orElseThrow().text("mtu")).contains("9000");
    assertThat(cluster.names()).containsExactly("second");
  }

  @Test
  void refusesToDeleteABridgeInUse() {
    story.up(Hosts.BR1);
    cluster.users.add(new BridgeUser("NetworkAttachmentDefinition", "vms", "lan", "br1", false));

    assertThatThrownBy(story::destroy)
        .hasMessageContaining("KVN-N304")
        .hasMessageContaining("vms/lan");

    assertThat(story.missing("w1", Hosts.BR1)).isEmpty();
    assertThat(cluster.names()).containsExactly("br1");
  }

  @Test
  void refusesToTakeABridgeInUseOutOfAPolicy() {
    story.up(Hosts.BR1_AND_BR2);
    cluster.users.add(new BridgeUser("NetworkAttachmentDefinition", "vms", "lan", "br2", false));

    assertThatThrownBy(() -> story.up(Hosts.BR1)).hasMessageContaining("KVN-N304");

    assertThat(story.missing("w1", Hosts.BR1_AND_BR2)).isEmpty();
  }

  @Test
  void waitsForUsersThatAreBeingDeleted() {
    story.up(Hosts.BR1);
    cluster.users.add(new BridgeUser("Pod", "vms", "virt-launcher-x", "br1", true));
    var looks = new int[1];
    cluster.onUsers =
        () -> {
          if (++looks[0] == 3) {
            cluster.users.clear();
          }
        };

    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
    assertThat(looks[0]).isEqualTo(3);
  }

  @Test
  void takesABridgeAwayFromItsUsersWhenTheAuthorSaysSo() {
    story.up(Hosts.BR1 + "consumers: ignore\n");
    cluster.users.add(new BridgeUser("Pod", "vms", "virt-launcher-x", "br1", false));

    story.destroy();

    assertThat(story.differences("w1")).isEmpty();
  }

  @Test
  void namesTheNodeAndTheReasonOfAFailureAndKeepsWhatItKnows() {
    cluster.failing.put("w2", "VerificationError: br1.interface.bridge.port");

    assertThatThrownBy(() -> story.up(Hosts.BR1))
        .hasMessageContaining("KVN-N305")
        .hasMessageContaining("w2: VerificationError");

    assertThat(story.kept().nodes()).containsExactly("w1");
    assertThat(story.kept().pending()).contains("update");
    assertThat(story.kept().baselines().byNode()).containsOnlyKeys("w1", "w2");
    cluster.failing.clear();
    story.up(Hosts.BR1);
    assertThat(story.missing("w2", Hosts.BR1)).isEmpty();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
    assertThat(story.differences("w2")).isEmpty();
  }

  @Test
  void saysOnWhichNodesItIsNotDoneInTime() {
    cluster.waiting.put("w1", "applying");

    assertThatThrownBy(() -> story.up(Hosts.BR1))
        .hasMessageContaining("KVN-N306")
        .hasMessageContaining("w1: applying");

    assertThatThrownBy(() -> story.up(Hosts.BR1_AND_BR2)).hasMessageContaining("KVN-N313");
    cluster.waiting.clear();
    story.up(Hosts.BR1_AND_BR2);
    assertThat(story.missing("w1", Hosts.BR1_AND_BR2)).isEmpty();
  }

  @Test
  void takesBackWhatAFailedUpdateMayHaveDone() {
    story.up(Hosts.BR1);
    cluster.failing.put("w2", "NmstateError");
    assertThatThrownBy(() -> story.up(Hosts.BR1_AND_BR2)).hasMessageContaining("w2");
    cluster.failing.clear();

    story.up(Hosts.BR1);

    assertThat(cluster.state("w1").find("br2")).isEmpty();
    story.destroy();
    assertThat(story.differences("w1")).isEmpty();
    assertThat(story.differences("w2")).isEmpty();
  }

  @Test
  void reportsNodesThatAreNotReadyAndDoesNotWaitForThem() {
    cluster.ready("w2", false);

    story.up(Hosts.BR1);

    assertThat(story.kept().nodes()).containsExactly("w1");
    assertThat(story.kept().pendingNodes()).containsExactly("w2");
    story.destroy();
    assertThat(story.said).anyMatch(s -> s.contains("KVN-N311") && s.contains("w2"));
    assertThat(story.differences("w1")).isEmpty();
  }
}
