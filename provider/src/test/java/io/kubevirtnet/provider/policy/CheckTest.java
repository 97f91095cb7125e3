package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.resource.ClusterChoice;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CreateRequest;

class CheckTest {
  private final FakeCluster cluster = Hosts.rack();
  private final Story story = new Story(cluster);

  @Test
  void hasNothingAgainstAPolicyThatTheNodesCanTake() {
    assertThat(story.check(Hosts.BR1).getFailuresList()).isEmpty();
    assertThat(story.check(Hosts.BR1).getInputs()).isEqualTo(Story.yaml(Hosts.BR1));
  }

  @Test
  void isTheResourceOfTheSchema() {
    assertThat(story.process().type())
        .isEqualTo(io.kubevirtnet.component.Blueprints.NODE_NETWORK_POLICY.type());
  }

  @Test
  void reportsAllFindingsAtTheirPaths() {
    var failures =
        story
            .check(Hosts.BR1.replace("policyName: br1", "policyName: BR_1\nmaxUnavailable: half"))
            .getFailuresList();

    assertThat(failures)
        .extracting(CheckFailure::getProperty)
        .containsExactlyInAnyOrder("policyName", "maxUnavailable");
  }

  @Test
  void refusesWhatTouchesTheInterfaceThatANodeIsReachedBy() {
    var mine = Hosts.BR1.replace("ens4", "ens3");

    assertThat(story.check(mine).getFailuresList())
        .anyMatch(f -> f.getReason().contains("w1 and w2") && f.getReason().contains("ens3"));
    assertThat(story.check(mine + "managementInterface: allow\n").getFailuresList()).isEmpty();
  }

  @Test
  void saysOnWhichNodesACardIsMissing() {
    var failures = story.check(Hosts.BR1.replace("ens4", "ens9")).getFailuresList();

    assertThat(failures).isNotEmpty();
    assertThat(failures).anyMatch(f -> f.getReason().contains("On w1 and w2: "));
  }

  @Test
  void refusesAPortThatAnotherPolicyHasOnTheSameNodes() {
    cluster.foreign(
        "old",
        Story.tree(
            "nodeSelector: {rack: a}\ndesiredState: {interfaces: [{name: br7, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}"),
        "kubectl");

    assertThat(story.check(Hosts.BR1).getFailuresList())
        .anyMatch(f -> f.getReason().contains("KVN-N310") && f.getReason().contains("br7"));
    assertThat(story.check(Hosts.BR1.replace("{rack: a}", "{rack: b}")).getFailuresList())
        .noneMatch(f -> f.getReason().contains("KVN-N310"));
  }

  @Test
  void neverFailsBecauseTheClusterCanNotBeAsked() {
    for (var kind : Kind.values()) {
      var other = new Story(cluster);
      cluster.broken = Optional.of(new ClusterProblem(kind, "No luck."));

      assertThat(other.check(Hosts.BR1).getFailuresList()).isEmpty();
      assertThat(other.said).anyMatch(s -> s.startsWith("warning: ") && s.contains("No luck."));
    }
  }

  @Test
  void asksNoClusterWhenItShallNot() {
    story.choice = new ClusterChoice(Optional.empty(), Optional.empty(), true, true);

    assertThat(story.check(Hosts.BR1).getFailuresList()).isEmpty();
    story.preview(Hosts.BR1);

    assertThat(cluster.calls()).isZero();
    assertThatThrownBy(() -> story.up(Hosts.BR1)).hasMessageContaining("KVN-N308");
  }

  @Test
  void checksWhatIsKnownWhenSomeOfItIsNot() {
    var news =
        Story.yaml(Hosts.BR1).toBuilder()
            .putFields(
                "policyName",
                com.google.protobuf.Value.newBuilder()
                    .setStringValue(io.kubevirtnet.provider.wire.Wire.UNKNOWN)
                    .build());

    var answer =
        Story.done(
            story
                .process()
                .check(CheckRequest.newBuilder().setUrn(Story.URN).setNews(news).build()));
    var created =
        Story.done(
            story
                .process()
                .create(
                    CreateRequest.newBuilder()
                        .setUrn(Story.URN)
                        .setPreview(true)
                        .setProperties(news)
                        .build()));

    assertThat(answer.getFailuresList()).isEmpty();
    assertThat(created.getId()).isEmpty();
    assertThat(created.getProperties().getFieldsOrThrow("nodes").getStringValue())
        .isEqualTo(io.kubevirtnet.provider.wire.Wire.UNKNOWN);
    assertThat(cluster.writes).isEmpty();
  }

  @Test
  void previewsWhatChangesWhatADeletePutsBackAndHowLongItTakes() {
    var lines = String.join("\n", story.preview(Hosts.BR1));

    assertThat(lines)
        .contains("on 2 nodes: ")
        .contains("br1 is created over ens4")
        .contains("a delete puts back on 2 nodes:\n")
        .contains("state: absent")
        .contains("rollout on 2 nodes, 1 at a time, 20 min at worst");
    assertThat(cluster.writes).isEmpty();
  }

  @Test
  void previewsNodesTogetherThatDifferInTheirAddressesOnly() {
    var fixed = new Story(Hosts.rackOfFixed());

    assertThat(fixed.preview(Hosts.BR1))
        .anyMatch(s -> s.contains("on 2 nodes: ens4 joins br1 and loses its address"))
        .noneMatch(s -> s.startsWith("info: on w1"));
  }

  @Test
  void proposesMoreAtATimeWhereNoNodeCanBeCutOff() {
    cluster.node("w4", Map.of("rack", "a"), Hosts.plain());

    assertThat(story.preview(Hosts.BR1)).anyMatch(s -> s.contains("maxUnavailable may be more"));
    assertThat(story.preview(Hosts.BR1.replace("ens4", "ens3")))
        .noneMatch(s -> s.contains("maxUnavailable may be more"));
  }

  @Test
  void previewsAnUpdateWithWhatTheNodesLose() {
    story.up(Hosts.BR1_AND_BR2);

    assertThat(story.preview(Hosts.BR1))
        .anyMatch(s -> s.contains("on 2 nodes: ") && s.contains("br2 is removed"));
  }

  @Test
  void takesTheTimeLimitOfTheEngineBeforeTheAuthorsAndComputesItWithoutBoth() {
    assertThat(RolloutLimit.of("1", 12, Optional.empty()).whole())
        .isEqualTo(Duration.ofMinutes(120));
    assertThat(RolloutLimit.of("50%", 5, Optional.empty()).whole())
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(RolloutLimit.of("10%", 0, Optional.empty()).whole())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(RolloutLimit.of("1", 12, Optional.of(Duration.ofSeconds(90))).whole())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void stopsSoonWhenItIsCancelledAndSaysHowFarItCame() {
    cluster.onAwait = () -> story.process().cancel();

    assertThatThrownBy(() -> story.up(Hosts.BR1))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("KVN-N317");

    assertThat(story.kept().pending()).contains("update");
    assertThat(story.kept().baselines().byNode()).containsOnlyKeys("w1", "w2");
    assertThatThrownBy(() -> story.check(Hosts.BR1)).hasMessageContaining("KVN-N317");
  }
}
