package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.provider.cluster.RolloutEvent.EnactmentSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Gone;
import io.kubevirtnet.provider.cluster.RolloutEvent.HandlerSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Listed;
import io.kubevirtnet.provider.cluster.RolloutEvent.NodeSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.PolicySeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Source;
import io.kubevirtnet.provider.cluster.RolloutPicture.Verdict;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolloutTest {
  private static final long GENERATION = 2;
  private static final Verdict DONE = new Verdict(Outcome.DONE, true);
  private static final Verdict FAILED = new Verdict(Outcome.FAILED, true);
  private static final Verdict OVERTAKEN = new Verdict(Outcome.OVERTAKEN, true);

  private final Rollout rollout = new Rollout("u", GENERATION, new MaxUnavailable(2, false));

  @Test
  void knowsNothingBeforeAllFourListsWereRead() {
    rollout.apply(new PolicySeen("p", "u", GENERATION));
    rollout.apply(new Listed(Source.POLICY, Set.of("p")));
    rollout.apply(new Listed(Source.NODES, Set.of()));
    rollout.apply(new Listed(Source.HANDLERS, Set.of()));

    assertThat(rollout.picture()).isEmpty();
  }

  @Test
  void isDoneWhenEachNodeIs() {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);
    assertThat(verdict()).isEmpty();

    enactment("w2", Phase.DONE);

    assertThat(verdict()).contains(DONE);
    assertThat(result().done()).containsExactly("w1", "w2");
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"UNKNOWN", "PENDING", "APPLYING", "RETRYING"})
  void waitsWhileANodeIs(Phase phase) {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);
    enactment("w2", phase);

    assertThat(verdict()).isEmpty();
    assertThat(result().waiting()).containsOnlyKeys("w2");
  }

  @Test
  void aRetryThatSucceedsIsNoFailure() {
    nodes("w1");
    enactment("w1", Phase.APPLYING);
    enactment("w1", Phase.RETRYING);
    assertThat(verdict()).isEmpty();

    enactment("w1", Phase.DONE);

    assertThat(verdict()).contains(DONE);
  }

  @Test
  void doesNotBelieveAnEnactmentOfAnotherGeneration() {
    nodes("w1");
    rollout.apply(new EnactmentSeen("w1.p", new Enactment("w1", "p", 1, Phase.DONE, "", Map.of())));

    assertThat(verdict()).isEmpty();
  }

  @Test
  void doesNotBelieveTheFailureOfAnotherGeneration() {
    nodes("w1");
    rollout.apply(
        new EnactmentSeen("w1.p", new Enactment("w1", "p", 1, Phase.FAILED, "old", Map.of())));
    assertThat(verdict()).isEmpty();

    enactment("w1", Phase.DONE);

    assertThat(verdict()).contains(DONE);
  }

  @Test
  void aFailureWaitsForTheNodesThatMayStillSucceed() {
    nodes("w1", "w2", "w3");
    failed("w1", "NmstateError: InvalidArgument: no");
    enactment("w2", Phase.APPLYING);
    enactment("w3", Phase.PENDING);
    assertThat(verdict()).isEmpty();

    enactment("w2", Phase.DONE);
    enactment("w3", Phase.DONE);

    assertThat(verdict()).contains(FAILED);
    assertThat(result().failed()).isEqualTo(Map.of("w1", "NmstateError: InvalidArgument: no"));
    assertThat(result().done()).containsExactly("w2", "w3");
  }

  @Test
  void failStopNeedsOnlyAMomentForTheRest() {
    nodes("w1", "w2", "w3", "w4");
    failed("w1", "no");
    failed("w2", "no");
    enactment("w3", Phase.PENDING);

    assertThat(verdict()).contains(new Verdict(Outcome.FAILED, false));

    enactment("w3", Phase.ABORTED);
    enactment("w4", Phase.ABORTED);

    assertThat(verdict()).contains(FAILED);
    assertThat(result().aborted()).containsExactly("w3", "w4");
  }

  @Test
  void anAbortedNodeAloneMeansFailure() {
    nodes("w1", "w2");
    enactment("w1", Phase.ABORTED);
    assertThat(verdict()).contains(new Verdict(Outcome.FAILED, false));

    enactment("w2", Phase.DONE);

    assertThat(verdict()).contains(FAILED);
  }

  @Test
  void hasNoNodesWhenNoneMatches() {
    lists();

    assertThat(verdict()).contains(new Verdict(Outcome.NO_NODES, true));
  }

  @Test
  void hasNoNodesWhenNoneOfThemCanBeReached() {
    rollout.apply(new NodeSeen("w1", false));
    rollout.apply(new HandlerSeen("h1", "w1"));
    rollout.apply(new NodeSeen("w2", true));
    lists();

    assertThat(verdict()).contains(new Verdict(Outcome.NO_NODES, true));
    assertThat(result().notReady()).containsExactly("w1", "w2");
  }

  @Test
  void reportsANodeThatIsNotReadyAndDoesNotWaitForIt() {
    nodes("w1");
    rollout.apply(new NodeSeen("w2", false));
    enactment("w1", Phase.DONE);

    assertThat(verdict()).contains(DONE);
    assertThat(result().notReady()).containsExactly("w2");
  }

  @Test
  void waitsForANodeThatBecomesReady() {
    nodes("w1");
    rollout.apply(new NodeSeen("w2", false));
    rollout.apply(new HandlerSeen("h2", "w2"));
    assertThat(verdict()).isEmpty();

    rollout.apply(new NodeSeen("w2", true));
    enactment("w1", Phase.DONE);

    assertThat(verdict()).isEmpty();
    assertThat(result().waiting()).isEqualTo(Map.of("w2", "not begun"));
  }

  @Test
  void aNodeThatOurChangeCutOffIsStillWaitedFor() {
    nodes("w1");
    enactment("w1", Phase.APPLYING);

    rollout.apply(new NodeSeen("w1", false));
    rollout.apply(new Gone(Source.HANDLERS, "handler-w1"));

    assertThat(verdict()).isEmpty();
    assertThat(result().waiting())
        .isEqualTo(Map.of("w1", "applying, not Ready, its handler is gone"));
  }

  @Test
  void aNodeThatLosesItsHandlerBeforeItBeganMayBeBackInAMoment() {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);
    assertThat(verdict()).isEmpty();

    rollout.apply(new Gone(Source.HANDLERS, "handler-w2"));
    assertThat(verdict()).contains(new Verdict(Outcome.DONE, false));
    assertThat(result().notReady()).containsExactly("w2");

    rollout.apply(new HandlerSeen("handler-w2-new", "w2"));
    assertThat(verdict()).isEmpty();
  }

  @Test
  void aPodThatDoesNotRunHandlesNothing() {
    nodes("w1");
    rollout.apply(new NodeSeen("w2", true));
    rollout.apply(new HandlerSeen("h2", ""));
    enactment("w1", Phase.DONE);

    assertThat(verdict()).contains(DONE);
    assertThat(result().notReady()).containsExactly("w2");
  }

  @Test
  void aNodeThatIsAddedMeanwhileCounts() {
    nodes("w1");
    enactment("w1", Phase.APPLYING);
    node("w2");
    enactment("w1", Phase.DONE);
    assertThat(verdict()).isEmpty();

    enactment("w2", Phase.DONE);

    assertThat(verdict()).contains(DONE);
  }

  @Test
  void aNodeThatIsRelabelledAwayDoesNotCountAnyMore() {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);
    enactment("w2", Phase.APPLYING);

    rollout.apply(new Gone(Source.NODES, "w2"));

    assertThat(verdict()).contains(DONE);
    assertThat(result().notReady()).isEmpty();
  }

  @Test
  void anEnactmentOfANodeThatIsNotMeantDoesNotCount() {
    nodes("w1");
    enactment("w1", Phase.DONE);
    failed("other", "no");

    assertThat(verdict()).contains(DONE);
  }

  @Test
  void anEnactmentThatIsTakenAwayIsToBeDoneAgain() {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);

    rollout.apply(new Gone(Source.ENACTMENTS, "w1.p"));
    enactment("w2", Phase.DONE);

    assertThat(verdict()).isEmpty();
  }

  @Test
  void aNewListForgetsWhatIsNotInIt() {
    nodes("w1", "w2");
    enactment("w1", Phase.DONE);
    enactment("w2", Phase.DONE);

    rollout.apply(new Listed(Source.ENACTMENTS, Set.of("w1.p")));
    assertThat(verdict()).isEmpty();

    rollout.apply(new Listed(Source.NODES, Set.of("w1")));
    assertThat(verdict()).contains(DONE);
  }

  @Test
  void isOvertakenByAnotherGeneration() {
    nodes("w1");
    enactment("w1", Phase.DONE);

    rollout.apply(new PolicySeen("p", "u", GENERATION + 1));

    assertThat(verdict()).contains(OVERTAKEN);
  }

  @Test
  void isNotOvertakenByAnOlderReading() {
    nodes("w1");
    rollout.apply(new PolicySeen("p", "u", GENERATION - 1));

    assertThat(verdict()).isEmpty();
  }

  @Test
  void isOvertakenByDeletion() {
    nodes("w1");
    rollout.apply(new Gone(Source.POLICY, "p"));

    assertThat(verdict()).contains(OVERTAKEN);
  }

  @Test
  void isOvertakenByAPolicyThatWasMadeAnewUnderTheName() {
    nodes("w1");
    rollout.apply(new PolicySeen("p", "other", GENERATION));

    assertThat(verdict()).contains(OVERTAKEN);
  }

  @Test
  void isOvertakenWhenThereIsNoPolicyFromTheStart() {
    Stream.of(Source.values()).forEach(s -> rollout.apply(new Listed(s, Set.of())));

    assertThat(verdict()).contains(OVERTAKEN);
  }

  @Test
  void namesTheThreeWorstNodesAndCountsTheRest() {
    nodes("w1", "w2", "w3", "w4", "w5", "w6", "w10");
    enactment("w1", Phase.DONE);
    enactment("w2", Phase.PENDING);
    enactment("w10", Phase.APPLYING);
    enactment("w3", Phase.APPLYING);
    enactment("w4", Phase.RETRYING);

    var progress = rollout.picture().orElseThrow().progress();

    assertThat(progress)
        .isEqualTo(
            new RolloutProgress(
                1, 7, "1/7 nodes, w4 trying again, w3 applying, w10 applying, and 3 more"));
  }

  @Test
  void saysWhoWaitsForASlotAndWhoIsLeftOut() {
    nodes("w1", "w2", "w3");
    rollout.apply(new NodeSeen("w4", false));
    enactment("w1", Phase.DONE);
    enactment("w2", Phase.APPLYING);
    enactment("w3", Phase.PENDING);

    assertThat(rollout.picture().orElseThrow().progress().line())
        .isEqualTo(
            "1/3 nodes, w2 applying, w3 waiting for a slot,"
                + " 1 left out (not Ready, or without a handler)");
  }

  private void nodes(String... names) {
    Stream.of(names).forEach(this::node);
    lists(names);
  }

  private void node(String name) {
    rollout.apply(new NodeSeen(name, true));
    rollout.apply(new HandlerSeen("handler-" + name, name));
  }

  private void lists(String... nodes) {
    rollout.apply(new PolicySeen("p", "u", GENERATION));
    rollout.apply(new Listed(Source.POLICY, Set.of("p")));
    rollout.apply(new Listed(Source.NODES, nodes.length == 0 ? Set.of("w1", "w2") : Set.of(nodes)));
    rollout.apply(
        new Listed(
            Source.HANDLERS,
            Stream.concat(Stream.of("h1"), Stream.of(nodes).map(n -> "handler-" + n))
                .collect(java.util.stream.Collectors.toSet())));
    rollout.apply(new Listed(Source.ENACTMENTS, Set.of()));
  }

  private void enactment(String node, Phase phase) {
    rollout.apply(
        new EnactmentSeen(node + ".p", new Enactment(node, "p", GENERATION, phase, "", Map.of())));
  }

  private void failed(String node, String message) {
    rollout.apply(
        new EnactmentSeen(
            node + ".p", new Enactment(node, "p", GENERATION, Phase.FAILED, message, Map.of())));
  }

  /** The picture is drawn after each step, as while waiting. */
  private Optional<Verdict> verdict() {
    return rollout.picture().flatMap(RolloutPicture::verdict);
  }

  private RolloutResult result() {
    return rollout.picture().orElseThrow().result(Outcome.DONE);
  }
}
