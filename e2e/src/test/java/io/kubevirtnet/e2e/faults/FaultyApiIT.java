package io.kubevirtnet.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does to a client what it is told, and nothing else. */
class FaultyApiIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectRef REF = ObjectRef.in("default", "v1", "ConfigMap", "faulty");
  private static final Predicate<Request> CREATION =
      request -> request.method().equals("POST") && request.isAt("/configmaps$");

  private LocalCluster cluster;
  private FaultyApi faulty;
  private KubeApi client;

  @BeforeEach
  void start() {
    cluster = LocalCluster.shared();
    faulty = FaultyApi.before(cluster);
    client = new KubeApi(faulty.kubeconfig());
  }

  @AfterEach
  void stop() {
    if (faulty != null) {
      faulty.close();
      cluster.api().delete(REF, "Background");
    }
  }

  @Test
  void passesOnWhatItIsNotToldToBreak() {
    client.create(map("a"));
    client.merge(REF, map("b"), WriteOptions.TEST);

    assertThat(client.get(REF)).isEqualTo(cluster.api().get(REF)).isPresent();
    assertThat(client.list("v1", "ConfigMap")).isNotEmpty();
    assertThat(client.delete(REF, "Background")).isTrue();
    assertThat(cluster.api().get(REF)).isEmpty();
  }

  @Test
  void recordsRequestsWithTheirQuery() {
    client.list("v1", "ConfigMap", "a=b,c");

    assertThat(faulty.requests())
        .last()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.path()).isEqualTo("/api/v1/configmaps");
              assertThat(request.parameter("labelSelector")).contains("a=b,c");
              assertThat(request.isWatch()).isFalse();
              assertThat(request.isWrite()).isFalse();
            });
  }

  @Test
  void refusesTheNextRequestsThatMatchInTheServersForm() {
    faulty.next(1, CREATION, Fault.conflict());
    faulty.next(1, CREATION, Fault.internalError());
    faulty.next(1, CREATION, Fault.unavailable());

    assertThat(client.list("v1", "ConfigMap")).isNotNull();
    for (int status : List.of(409, 500, 503)) {
      assertThatThrownBy(() -> client.create(map("a")))
          .isInstanceOfSatisfying(
              KubeApiException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
    assertThat(faulty.faultsLeft()).isZero();
    assertThat(cluster.api().get(REF)).isEmpty();
    client.create(map("a"));
  }

  @Test
  void saysWhenAThrottledClientMayComeBack() throws Exception {
    faulty.next(1, request -> true, Fault.throttled(Duration.ofSeconds(2)));

    HttpResponse<String> response = get("/api/v1/namespaces");

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).contains("2");
    assertThat(response.body()).contains("TooManyRequests");
    assertThat(get("/api/v1/namespaces").statusCode()).isEqualTo(200);
  }

  @Test
  void dropsAConnectionBeforeTheServerKnows() {
    faulty.next(1, CREATION, Fault.dropped());

    assertThatThrownBy(() -> client.create(map("a"))).isInstanceOf(UncheckedIOException.class);
    assertThat(cluster.api().get(REF)).isEmpty();
  }

  @Test
  void losesTheAnswerToWhatTheServerHasDone() {
    faulty.next(1, CREATION, Fault.answerLost());

    assertThatThrownBy(() -> client.create(map("a"))).isInstanceOf(UncheckedIOException.class);
    assertThat(cluster.api().get(REF)).isPresent();
  }

  @Test
  void delaysARequest() {
    faulty.next(1, CREATION, Fault.delayed(Duration.ofMillis(300)));
    long start = System.nanoTime();

    client.create(map("a"));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void holdsARequestBeforeTheServerKnows() {
    Gate gate = faulty.holdBefore(CREATION);
    CompletableFuture<ObjectNode> created =
        CompletableFuture.supplyAsync(() -> client.create(map("a")));
    gate.awaitReached(LIMIT);

    assertThat(cluster.api().get(REF)).isEmpty();
    assertThat(created).isNotDone();
    gate.open();
    assertThat(created.orTimeout(30, TimeUnit.SECONDS).join().path("kind").asText())
        .isEqualTo("ConfigMap");
  }

  @Test
  void holdsAnAnswerWhenTheServerHasDoneIt() {
    Gate gate = faulty.holdAnswer(CREATION);
    CompletableFuture<ObjectNode> created =
        CompletableFuture.supplyAsync(() -> client.create(map("a")));
    gate.awaitReached(LIMIT);

    assertThat(cluster.api().get(REF)).isPresent();
    assertThat(created).isNotDone();
    gate.open();
    assertThat(created.orTimeout(30, TimeUnit.SECONDS).join().path("kind").asText())
        .isEqualTo("ConfigMap");
  }

  @Test
  void letsAWatchRunAndEndsIt() {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> watch = watch(events);
    Deadline.in(LIMIT).await("a watch", () -> faulty.openWatches().size() == 1);
    cluster.api().create(map("a"));
    Deadline.in(LIMIT).await("the event", () -> named(events, "ADDED"));

    assertThat(faulty.closeWatches()).isEqualTo(1);

    Deadline.in(LIMIT).await("the end of the watch", watch::isDone);
    Deadline.in(LIMIT).await("no open watch", () -> faulty.openWatches().isEmpty());
  }

  @Test
  void tellsAWatchThatItsVersionIsGone() {
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    faulty.next(1, Request::isWatch, Fault.gone());

    watch(events).orTimeout(30, TimeUnit.SECONDS).join();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).path("type").asText()).isEqualTo("ERROR");
    assertThat(events.get(0).at("/object/code").asInt()).isEqualTo(410);
  }

  @Test
  void noticesThatAClientHasLeftItsWatch() {
    var events = client.watch("v1", "ConfigMap", "");
    Deadline.in(LIMIT).await("a watch", () -> faulty.openWatches().size() == 1);

    events.close();

    Deadline.in(LIMIT).await("no open watch", () -> faulty.openWatches().isEmpty());
  }

  @Test
  void refusesConnectionsWhileItIsDown() {
    CompletableFuture<Void> watch = watch(new CopyOnWriteArrayList<>());
    Deadline.in(LIMIT).await("a watch", () -> faulty.openWatches().size() == 1);

    faulty.goDown();

    Deadline.in(LIMIT).await("the end of the watch", watch::isDone);
    assertThatThrownBy(() -> client.get(REF)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.ready()).isFalse();
    faulty.comeBack();
    assertThat(client.ready()).isTrue();
  }

  @Test
  void keepsWhatIsStoredWhenTheServerItselfRestarts() {
    client.create(map("a"));

    cluster.stopServer();
    assertThat(client.ready()).isFalse();
    cluster.startServer();

    assertThat(client.get(REF)).isPresent();
    cluster.api().merge(REF, map("b"), WriteOptions.TEST);
  }

  private CompletableFuture<Void> watch(List<JsonNode> events) {
    return CompletableFuture.runAsync(
        () -> {
          try (Stream<JsonNode> stream = client.watch("v1", "ConfigMap", "")) {
            stream.forEach(events::add);
          } catch (UncheckedIOException e) {
            assertThat(e).hasMessageNotContaining("JSON");
          }
        });
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(faulty.kubeconfig().server().resolve(path))
                .header("Authorization", "Bearer " + faulty.kubeconfig().token())
                .build(),
            BodyHandlers.ofString());
  }

  private static boolean named(List<JsonNode> events, String type) {
    return events.stream()
        .anyMatch(
            event ->
                event.path("type").asText().equals(type)
                    && event.at("/object/metadata/name").asText().equals(REF.name()));
  }

  private static ObjectNode map(String value) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.put("apiVersion", "v1").put("kind", "ConfigMap");
    map.putObject("metadata").put("name", REF.name());
    map.putObject("data").put("key", value);
    return map;
  }
}
