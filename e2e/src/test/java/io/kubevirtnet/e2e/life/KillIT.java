package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.faults.Gate;
import io.kubevirtnet.e2e.faults.Request;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plugins die, as by {@code kill -9}, after each kind of write of an operation and before each
 * deletion, and each is followed by one that goes on from what is there, until one comes to the
 * end. Before any other write nothing has happened since the last one that is worth a plugin.
 */
class KillIT {
  /** More writes than any operation has, twice. */
  private static final int MOST = 30;

  /** So begin the names of policies that are there for one node, for a moment. */
  private static final String TEMPORARY = "kubevirtnet-back-";

  private static final String RENAMED = bridge("policyName: lan");

  private static final String TWO_BRIDGES =
      """
      desiredState:
        interfaces:
        - {name: br2, type: linux-bridge, state: up, bridge: {port: []}}
      """;

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
  void survivesInACreate() {
    assertThat(killAtEachWrite(() -> life.up(bridge()))).isGreaterThanOrEqualTo(1);

    assertThat(life.nodes()).containsExactly("w1", "w2", "w3");
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void survivesWhenInterfacesGo() {
    String both = bridge().replace("desiredState:\n  interfaces:\n", TWO_BRIDGES);
    life.up(both).orThrow();
    site.fleet().awaitIdle();

    assertThat(killAtEachWrite(() -> life.up(bridge()))).isGreaterThanOrEqualTo(1);

    site.fleet().awaitIdle();
    assertThat(site.hasBridge("w1", "br2")).isFalse();
    assertThat(site.hasBridge("w1", "br1")).isTrue();
    site.assertSettled(life, bridge());
    site.assertEnds(life);
  }

  @Test
  void survivesInARename() {
    life.up(bridge()).orThrow();

    assertThat(killAtEachWrite(() -> life.up(RENAMED))).isGreaterThanOrEqualTo(3);

    assertThat(site.policies()).containsExactly("lan");
    site.assertSettled(life, RENAMED);
    site.assertEnds(life);
  }

  @Test
  void survivesWhenACaptureChanges() {
    String captured = captured("interfaces.name==\"ens5\"");
    life.up(captured("interfaces.name==\"ens4\"")).orThrow();

    assertThat(killAtEachWrite(() -> life.up(captured))).isGreaterThanOrEqualTo(3);

    assertThat(site.policies()).containsExactly("br1");
    site.assertSettled(life, captured);
    site.assertEnds(life);
  }

  @Test
  void survivesInADelete() {
    life.up(bridge()).orThrow();

    assertThat(killAtEachWrite(() -> life.destroy())).isGreaterThanOrEqualTo(3);

    site.assertUntouched();
  }

  @Test
  void survivesInADeleteOfNodesThatDiffer() {
    site.close();
    site = Site.open(2, Site::addressed);
    life = site.policy("br1");
    // With a template of the author's own there are no captures to go back to.
    String own = captured("interfaces.name==\"ens5\"");
    life.up(own).orThrow();

    assertThat(killAtEachWrite(() -> life.destroy())).isGreaterThanOrEqualTo(6);

    site.assertUntouched();
  }

  @Test
  void survivesWhenANodeLeaves() {
    site.node("w1").label("rack", "a");
    site.node("w3").label("rack", "a");
    life.up(bridge()).orThrow();
    String narrowed = bridge().replace("{role: worker}", "{role: worker, rack: a}");

    // The policy itself, and a temporary one that comes and goes.
    assertThat(killAtEachWrite(() -> life.up(narrowed))).isGreaterThanOrEqualTo(4);

    site.assertAsBefore("w2");
    assertThat(life.nodes()).containsExactly("w1", "w3");
    assertThat(site.policies()).containsExactly("br1");
    site.assertSettled(life, narrowed);
    site.assertEnds(life);
  }

  private static String captured(String expression) {
    return bridge("capture: {mine: '" + expression + "'}");
  }

  /**
   * Runs an operation again and again: the plugin dies after each write that is new to this test,
   * and before each such deletion, until a run comes through. Answers how many have died.
   */
  private int killAtEachWrite(Supplier<Outcome> operation) {
    Set<String> before = new HashSet<>();
    Set<String> after = new HashSet<>();
    for (int killed = 0; killed < MOST; killed++) {
      site.proxy().heal();
      Gate early = site.proxy().holdBefore(write -> isDeletion(write) && isNew(write, before));
      Gate late = site.proxy().holdAnswer(write -> isNew(write, after));
      CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(operation);
      site.await("a write or the end", () -> reached(early, late) || run.isDone());
      if (!reached(early, late)) {
        run.join().orThrow();
        site.proxy().heal();
        return killed;
      }
      site.killPlugin();
      assertThat(run.orTimeout(60, TimeUnit.SECONDS).join().error()).isPresent();
    }
    throw new AssertionError("it does not come to an end: " + after);
  }

  private static boolean reached(Gate early, Gate late) {
    return early.isReached() || late.isReached();
  }

  private static boolean isNew(Request request, Set<String> known) {
    return request.isWrite() && known.add(identity(request));
  }

  private static boolean isDeletion(Request request) {
    return request.method().equals("DELETE");
  }

  /** What is created is named in the body only; temporary policies are all alike. */
  private static String identity(Request request) {
    String name =
        request.method().equals("POST")
            ? Site.yaml(request.body()).at("/metadata/name").asText()
            : "";
    String identity = request.method() + " " + request.path() + " " + name;
    return identity.replaceFirst(TEMPORARY + "\\w+", TEMPORARY);
  }
}
