package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import io.kubevirtnet.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RolloutWatchTest {
  private static final int WATCHES = 4;
  private static final Duration LONG = Duration.ofSeconds(50);

  private final FakeApiServer server = new FakeApiServer();
  private final KubernetesCluster cluster = server.open(Patiences.QUICK);
  private final List<RolloutProgress> lines = new CopyOnWriteArrayList<>();

  @BeforeEach
  void twoNodesAndAPolicy() {
    server.put(ApiKind.POLICIES, "{\"metadata\": {\"name\": \"br1\", \"generation\": 1}}");
    node("w1", true);
    node("w2", true);
  }

  @AfterEach
  void close() {
    cluster.close();
    server.close();
  }

  @Test
  void followsEachNodeToItsEnd() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);

    enactment("w1", "Progressing", "ConfigurationProgressing");
    enactment("w2", "Pending", "MaxUnavailableLimitReached");
    enactment("w1", "Available", "SuccessfullyConfigured");
    enactment("w2", "Available", "SuccessfullyConfigured");

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.get().done()).containsExactly("w1", "w2");
    assertThat(lines).isNotEmpty().allMatch(l -> l.total() == 2);
  }

  @Test
  void watchesWithSelectorsAndOnceEach() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);
    finish();
    result.get();

    assertThat(server.requests("watch=true")).hasSize(WATCHES);
    assertThat(server.requests("nodenetworkconfigurationenactments"))
        .hasSize(2)
        .allMatch(r -> r.contains("labelSelector=nmstate.io%2Fpolicy%3Dbr1"));
    assertThat(server.requests("/api/v1/nodes"))
        .allMatch(r -> r.contains("labelSelector=role%3Dworker"));
    assertThat(server.requests("nodenetworkconfigurationpolicies"))
        .allMatch(r -> r.contains("fieldSelector=metadata.name%3Dbr1"));
  }

  @Test
  void goesOnWhenItsWatchesBreak() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);

    server.dropWatches();
    server.awaitWatches(2 * WATCHES);
    finish();

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
    assertThat(
            server
                .requests("nodenetworkconfigurationenactments?")
                .filter(r -> !r.contains("watch=true")))
        .as("the list is not read again")
        .hasSize(1);
  }

  @Test
  void readsTheListAgainWhenTheServerForgotWhereItWas() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);

    synchronized (server) {
      server.dropWatches();
      server.remove(ApiKind.NODES, "w2");
      enactment("w1", "Available", "SuccessfullyConfigured");
      server.compact();
    }

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.get().done()).containsExactly("w1");
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 429, 500, 503, FakeApiServer.Fault.DROP})
  void overcomesWhatHappensToAWatchOrAList(int fault) throws Exception {
    for (int i = 0; i < 3; i++) {
      server.fault(
          "nodenetworkconfigurationenactments?labelSelector=nmstate.io%2Fpolicy%3Dbr1&limit",
          fault);
      server.fault("watch=true", fault);
    }
    var result = await(LONG);
    finish();

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void noticesAConnectionThatDiedSilently() throws Exception {
    try (var impatient = server.open(Patiences.impatient(Duration.ofSeconds(1)))) {
      server.fault(
          "nodenetworkconfigurationenactments?allowWatchBookmarks", FakeApiServer.Fault.HANG);
      var result =
          CompletableFuture.supplyAsync(() -> impatient.await(policy(), 1, LONG, lines::add));
      finish();

      assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
    }
  }

  @Test
  void noticesTheDeletionOfThePolicy() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);

    server.remove(ApiKind.POLICIES, "br1");

    assertThat(result.get().outcome()).isEqualTo(Outcome.OVERTAKEN);
  }

  @Test
  void aNodeThatIsRelabelledIsNotWaitedFor() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);
    enactment("w1", "Available", "SuccessfullyConfigured");

    server.put(ApiKind.NODES, "{\"metadata\": {\"name\": \"w2\", \"labels\": {\"role\": \"db\"}}}");

    assertThat(result.get().outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void saysWhereEachNodeStandsWhenTimeIsUp() throws Exception {
    enactment("w1", "Available", "SuccessfullyConfigured");
    enactment("w2", "Progressing", "ConfigurationProgressing");

    var result = await(Duration.ofSeconds(2)).get();

    assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(result.done()).containsExactly("w1");
    assertThat(result.waiting()).isEqualTo(Map.of("w2", "applying"));
  }

  @Test
  void failsWithTheCleanedReason() throws Exception {
    enactment("w1", "Failing", "FailedToConfigure");
    enactment("w2", "Available", "SuccessfullyConfigured");

    var result = await(LONG).get();

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.failed()).isEqualTo(Map.of("w1", "NmstateError: Bug: it broke"));
  }

  @Test
  void failStopDoesNotWaitForANodeThatHangs() throws Exception {
    enactment("w1", "Failing", "FailedToConfigure");
    enactment("w2", "Progressing", "ConfigurationProgressing");

    var result = await(LONG).get();

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.waiting()).isEqualTo(Map.of("w2", "applying"));
  }

  @Test
  void tellsOfProgressAtMostOnceASecond() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);
    for (int i = 0; i < 50; i++) {
      enactment("w1", "Progressing", "ConfigurationProgressing");
      enactment("w1", "Pending", "MaxUnavailableLimitReached");
    }
    finish();
    result.get();

    assertThat(lines).hasSizeLessThan(5);
  }

  @Test
  void saysThatTheKindDoesNotExist() {
    server.unknownKind("nmstate.io");

    assertThatThrownBy(() -> cluster.await(policy(), 1, LONG, lines::add))
        .isInstanceOfSatisfying(
            ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(Kind.NO_SUCH_KIND));
  }

  @Test
  void saysThatTheServerWasNeverThere() {
    server.close();

    assertThatThrownBy(() -> cluster.await(policy(), 1, Duration.ofMillis(500), lines::add))
        .isInstanceOfSatisfying(
            ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  void endsWhenTheClusterIsClosed() throws Exception {
    var result = await(LONG);
    server.awaitWatches(WATCHES);

    cluster.close();

    assertThatThrownBy(result::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CANCELLED));
  }

  private CompletableFuture<RolloutResult> await(Duration limit) {
    return CompletableFuture.supplyAsync(() -> cluster.await(policy(), 1, limit, lines::add));
  }

  private static Policy policy() {
    return new Policy(
        "br1",
        Map.of(),
        Tree.of("nodeSelector", Tree.of("role", "worker")).with("maxUnavailable", 1),
        "",
        "",
        1,
        true);
  }

  private void finish() {
    enactment("w1", "Available", "SuccessfullyConfigured");
    enactment("w2", "Available", "SuccessfullyConfigured");
  }

  private void node(String name, boolean ready) {
    server.put(
        ApiKind.NODES,
        """
        {"metadata": {"name": "%s", "labels": {"role": "worker"}},
         "status": {"conditions": [{"type": "Ready", "status": "%s"}]}}
        """
            .formatted(name, ready ? "True" : "Unknown"));
    server.put(
        ApiKind.PODS,
        """
        {"metadata": {"name": "handler-%s", "labels": {"component": "kubernetes-nmstate-handler"}},
         "spec": {"nodeName": "%s"}, "status": {"phase": "Running"}}
        """
            .formatted(name, name));
  }

  private void enactment(String node, String condition, String reason) {
    server.put(
        ApiKind.ENACTMENTS,
        """
        {"metadata": {"name": "%s.br1",
                      "labels": {"nmstate.io/policy": "br1", "nmstate.io/node": "%s"}},
         "status": {"policyGeneration": 1, "conditions": [
           {"type": "%s", "status": "True", "reason": "%s",
            "message": "x\\nNmstateError: Bug: it broke\\n"}]}}
        """
            .formatted(node, node, condition, reason));
  }
}
