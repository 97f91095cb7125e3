package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.handlers.NmstateError;
import io.kubevirtnet.e2e.handlers.Stage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout ends as its nodes do, says so, and can be repeated and taken back from there. */
class RolloutIT {
  private static final String ONE_BY_ONE = bridge().replace("\"3\"", "\"1\"");

  private Site site;
  private PolicyLife life;

  @BeforeEach
  void open() {
    site = Site.open();
    life = site.policy("br1");
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void showsHowFarItIsAndEndsWithAllNodes() {
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(ONE_BY_ONE);
    site.node("w2").awaitHeld();
    site.await(
        "a line about w2",
        () -> site.desk().lines().stream().anyMatch(l -> l.text().contains("w2 applying")));
    site.node("w2").release();
    Outcome up = ended(running).orThrow();

    assertThat(up.progress()).contains("br1: 1/3 nodes, w2 applying, w3 waiting for a slot");
    assertThat(up.text()).contains("info: br1 is on 3 nodes");
    assertThat(up.warnings()).isEmpty();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    assertThat(life.pendingNodes()).isEmpty();
    site.assertSettled(life, ONE_BY_ONE);
    site.assertEnds(life);
  }

  @Test
  void namesTheNodeThatFailedAndGoesOnFromThere() {
    site.node("w2").failsForGood(NmstateError.VERIFICATION);
    Outcome failed = life.up(bridge());

    assertThat(failed.failure())
        .contains("br1 failed on w2: ")
        .contains("Verification failure: br1.interface.mtu desire '9000', current '1500'")
        .doesNotContain("nmstatectl", "INFO");
    assertThat(life.nodes()).containsExactly("w1", "w3");
    assertThat(life.pendingNodes()).containsExactly("w2");
    assertThat(site.hasBridge("w2", "br1")).isFalse();

    site.node("w2").works();
    assertThat(life.up(bridge()).orThrow().step()).isEqualTo("update");
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void saysWhichNodesWereNotTriedAfterOneFailed() {
    site.node("w1").failsForGood(NmstateError.VERIFICATION);
    Outcome failed = life.up(ONE_BY_ONE);

    assertThat(failed.failure()).contains("br1 failed on w1: ", "Not tried: w2, w3.");
    assertThat(life.nodes()).isEmpty();
    assertThat(life.pendingNodes()).containsExactly("w1", "w2", "w3");
    site.node("w1").works();
    site.assertEnds(life);
  }

  @Test
  void waitsForANodeThatTriesAgain() {
    site.node("w3").failsTimes(3, NmstateError.VERIFICATION);
    Outcome up = life.up(bridge()).orThrow();

    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    assertThat(up.warnings()).isEmpty();
    site.assertEnds(life);
  }

  @Test
  void saysWhichProbeMadeANodeRollBack() {
    site.node("w1").failsProbe("api-server");
    Outcome failed = life.up(bridge());

    assertThat(failed.failure())
        .contains("br1 failed on w1: the probe api-server failed")
        .doesNotContain("currentState");
    assertThat(site.hasBridge("w1", "br1")).isFalse();
    assertThat(life.nodes()).containsExactly("w2", "w3");
    site.node("w1").works();
    site.assertEnds(life);
  }

  @Test
  void endsInTimeWhenAHandlerHangsAndGoesOnWhenItIsBack() {
    String hurried = bridge("timeoutSeconds: 3");
    site.node("w2").holdAt(Stage.PROBING);
    Outcome failed = life.up(hurried);

    assertThat(failed.failure()).contains("br1 is not done on w2: applying");
    assertThat(life.nodes()).containsExactly("w1", "w3");
    assertThat(life.pendingNodes()).containsExactly("w2");
    assertThat(life.up(hurried.replace("br1", "br2")).failure())
        .contains("in progress on w2: applying");

    site.node("w2").loseHandler().release().regainHandler();
    life.up(hurried).orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, hurried);
    site.assertEnds(life);
  }

  @Test
  void reportsNodesThatAreNotReadyAndTakesThemWhenTheyReturn() {
    site.node("w3").notReady();
    Outcome up = life.up(bridge()).orThrow();

    assertThat(up.warnings()).singleElement().asString().contains("w3", "not Ready");
    assertThat(life.nodes()).containsExactly("w1", "w2");
    assertThat(life.pendingNodes()).containsExactly("w3");
    site.assertSettled(life, bridge());

    site.node("w3").ready();
    site.await("br1 on w3", () -> site.hasBridge("w3", "br1"));
    site.fleet().awaitIdle();
    life.refresh().orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void takesBackANodeThatJoinedLater() {
    life.up(bridge()).orThrow();
    site.join("w4", Site.host(4));
    site.await("br1 on w4", () -> site.hasBridge("w4", "br1"));
    site.fleet().awaitIdle();

    life.refresh().orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3", "w4");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void takesBackANodeThatWasRelabelledMidWay() {
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld().unlabel("role").release();
    ended(running).orThrow();

    assertThat(life.nodes()).containsExactly("w1", "w3");
    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w2", "br1")).isTrue();
    site.assertEnds(life);
  }

  @Test
  void stopsWithinAMomentAndGoesOnWithTheNextRun() {
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld();
    site.cancel();
    Outcome cancelled = ended(running);

    assertThat(cancelled.failure()).contains("KVN-N317");
    assertThat(life.exists()).isTrue();
    site.node("w2").release();
    site.restartPlugin();
    life.up(bridge()).orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  private static Outcome ended(CompletableFuture<Outcome> running) {
    return running.orTimeout(60, TimeUnit.SECONDS).join();
  }
}
