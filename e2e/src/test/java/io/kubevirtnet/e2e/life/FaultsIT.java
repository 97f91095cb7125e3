package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kubevirtnet.e2e.faults.Fault;
import io.kubevirtnet.e2e.faults.Request;
import io.kubevirtnet.e2e.handlers.Stage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an API server does to its clients from time to time changes nothing of the result. */
class FaultsIT {
  private static final String HIGHER = bridge().replace("state: up", "state: up\n    mtu: 1400");

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

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("409", Fault.conflict()),
        arguments("429", Fault.throttled(Duration.ofSeconds(1))),
        arguments("500", Fault.internalError()),
        arguments("503", Fault.unavailable()),
        arguments("a dropped connection", Fault.dropped()),
        arguments("a lost answer", Fault.answerLost()));
  }

  @ParameterizedTest(name = "{0} at each write")
  @MethodSource("faults")
  void writesItInTheEnd(String what, Fault fault) {
    atNextWrite(fault);
    life.up(bridge()).orThrow();
    assertThat(site.proxy().faultsLeft()).as(what).isZero();

    atNextWrite(fault);
    life.up(HIGHER).orThrow();
    assertThat(site.proxy().faultsLeft()).as(what).isZero();
    assertThat(site.node("w1").iface("br1").orElseThrow().path("mtu").asInt()).isEqualTo(1400);
    site.assertSettled(life, HIGHER);

    site.proxy().next(1, request -> request.method().equals("PUT"), fault);
    site.proxy().next(1, request -> request.method().equals("DELETE"), fault);
    life.destroy().orThrow();
    assertThat(site.proxy().faultsLeft()).as(what).isZero();
    site.assertUntouched();
  }

  private void atNextWrite(Fault fault) {
    site.proxy().next(1, Request::isWrite, fault);
  }

  @Test
  void readsAgainWhatItCouldNotRead() {
    site.restartPlugin();
    for (Fault fault :
        new Fault[] {
          Fault.throttled(Duration.ofSeconds(1)),
          Fault.internalError(),
          Fault.unavailable(),
          Fault.dropped()
        }) {
      site.proxy().next(1, request -> !request.isWrite(), fault);
    }
    life.up(bridge()).orThrow();

    assertThat(site.proxy().faultsLeft()).isZero();
    site.proxy().next(2, request -> !request.isWrite(), Fault.internalError());
    site.assertSettled(life, bridge());
    site.proxy().next(2, request -> !request.isWrite(), Fault.dropped());
    site.assertEnds(life);
  }

  @Test
  void seesTheEndOfARolloutThoughEveryWatchEnds() {
    site.proxy().next(4, Request::isWatch, Fault.gone());
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld();
    site.await("four watches", () -> site.proxy().openWatches().size() == 4);

    assertThat(site.proxy().closeWatches()).isEqualTo(4);
    site.node("w2").release();

    ended(running).orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertEnds(life);
  }

  @Test
  void waitsForAServerThatCanNotBeReachedForAWhile() {
    site.node("w2").holdAt(Stage.APPLYING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld();

    site.goDown();
    site.node("w2").release();
    site.fleet().awaitIdle();
    assertThat(running).isNotDone();
    site.comeBack();

    ended(running).orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void goesOnAfterTheApiServerWasKilledAndStarted() {
    site.node("w2").holdAt(Stage.PROBING);
    CompletableFuture<Outcome> running = life.startUp(bridge());
    site.node("w2").awaitHeld();

    site.cluster().stopServer();
    site.cluster().startServer();
    site.node("w2").release();

    ended(running).orThrow();
    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertEnds(life);
  }

  private static Outcome ended(CompletableFuture<Outcome> running) {
    return running.orTimeout(80, TimeUnit.SECONDS).join();
  }
}
