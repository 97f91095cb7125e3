package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Follows the objects of one kind: reads the list, then watches from its version on; watches again
 * when the watch ends, and reads the list again when the server has forgotten the version. Goes on
 * until it is cancelled or refused for good.
 */
final class Follower implements Runnable {
  /** What is told, in the order of the API server. */
  interface Sink {
    void seen(String key, JsonNode object);

    void gone(String key);

    /** All that there is has been seen; what is not among the keys is gone. */
    void listed(Set<String> keys);

    void refused(ClusterProblem problem);
  }

  private final ApiServer server;
  private final Requests requests;
  private final Cancellation cancellation;
  private final ApiKind kind;
  private final ApiQuery query;
  private final Sink sink;
  private String version = "";
  private boolean progress;

  Follower(
      ApiServer server,
      Requests requests,
      Cancellation cancellation,
      ApiKind kind,
      ApiQuery query,
      Sink sink) {
    this.server = server;
    this.requests = requests;
    this.cancellation = cancellation;
    this.kind = kind;
    this.query = query;
    this.sink = sink;
  }

  @Override
  public void run() {
    try {
      follow();
    } catch (ClusterProblem e) {
      if (e.kind() != Kind.CANCELLED) {
        sink.refused(e);
      }
    } catch (RuntimeException e) {
      // Whoever waits would do so for nothing.
      sink.refused(new ClusterProblem(Kind.OTHER, "Following " + kind + " failed: " + e, e));
    }
  }

  private void follow() {
    int failures = 0;
    while (true) {
      Duration asked = Duration.ZERO;
      progress = false;
      try {
        if (version.isEmpty()) {
          list();
        }
        asked = watch();
      } catch (ClusterProblem e) {
        if (e.kind() != Kind.UNREACHABLE) {
          throw e;
        }
      } catch (Listing.Expired e) {
        version = "";
      }
      failures = progress ? 1 : failures + 1;
      var pause = requests.patience().pause(failures);
      cancellation.pause(asked.compareTo(pause) < 0 ? pause : asked);
    }
  }

  private void list() {
    var keys = new HashSet<String>();
    version =
        new Listing(requests)
            .readOnce(
                kind,
                query,
                Listing.PAGE,
                object -> {
                  keys.add(key(object));
                  sink.seen(key(object), object);
                });
    progress = true;
    sink.listed(keys);
  }

  /** Until this watch ends; how long the server wants to be left alone then. */
  private Duration watch() {
    var lines = new WatchLines();
    var target =
        query
            .and("watch", true)
            .and("allowWatchBookmarks", true)
            .and("resourceVersion", version)
            .and("timeoutSeconds", Math.max(1, requests.patience().watch().toSeconds()));
    var head =
        await(server.stream(kind.path() + target.text(), lines), requests.patience().attempt());
    lines.begin(head.body());
    head.body().done().whenComplete((v, t) -> lines.end(Optional.ofNullable(t)));
    try {
      if (head.code() != 200) {
        return refused(head, lines);
      }
      while (true) {
        var line = next(lines);
        if (line.isEmpty() || !take(line.get())) {
          return Duration.ZERO;
        }
      }
    } finally {
      head.body().cancel();
    }
  }

  private Duration refused(HttpResponse<AsyncBody> head, WatchLines lines) {
    var body = new ByteArrayOutputStream();
    for (var line = next(lines); line.isPresent(); line = next(lines)) {
      body.writeBytes(line.get());
    }
    var refusal = ApiRefusal.of(head.code(), body.toByteArray());
    if (refusal.gone()) {
      version = "";
      return Duration.ZERO;
    }
    if (refusal.temporary() || (refusal.unauthorized() && server.renew())) {
      return ApiServer.retryAfter(head);
    }
    throw refusal.problem();
  }

  private Optional<byte[]> next(WatchLines lines) {
    return await(lines.next(), requests.patience().silence());
  }

  /** False when the watch is of no use any more. */
  private boolean take(byte[] line) {
    JsonNode event;
    try {
      event = JsonTree.MAPPER.readTree(line);
    } catch (IOException e) {
      return false;
    }
    var object = event.path("object");
    switch (event.path("type").asText()) {
      case "ADDED", "MODIFIED" -> sink.seen(key(object), object);
      case "DELETED" -> sink.gone(key(object));
      case "BOOKMARK" -> {}
      default -> {
        // 410 above all; whatever else it is, a new list is never wrong.
        version = "";
        return false;
      }
    }
    progress = true;
    version = object.path("metadata").path("resourceVersion").asText(version);
    return true;
  }

  private <T> T await(CompletableFuture<T> future, Duration limit) {
    try {
      return cancellation.await(future, limit);
    } catch (TimeoutException e) {
      abandon(future);
      throw new ClusterProblem(Kind.UNREACHABLE, server.name() + " went silent.", e);
    } catch (ExecutionException e) {
      throw requests.problem(Optional.ofNullable(e.getCause()).orElse(e));
    } catch (ClusterProblem e) {
      abandon(future);
      throw e;
    }
  }

  private static void abandon(CompletableFuture<?> future) {
    future.thenAccept(
        late -> {
          if (late instanceof HttpResponse<?> r && r.body() instanceof AsyncBody body) {
            body.cancel();
          }
        });
  }

  private static String key(JsonNode object) {
    var metadata = object.path("metadata");
    var namespace = metadata.path("namespace").asText();
    var name = metadata.path("name").asText();
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
