package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.NetworkSource;
import io.kubevirtnet.provider.cluster.Networks;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The reading of one cluster, on a thread of its own. */
final class ClusterReading {
  /** What the source itself says of a limit is better than what we could say. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Place place;
  private final Optional<String> namespace;
  private final Duration limit;
  private final long end;
  private final CompletableFuture<NetworkSource> source = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer;

  /** What one cluster said; the networks are none where it has none of machines. */
  record Answer(String name, String address, Status status, String reason, Networks networks) {
    private static final Networks NONE = new Networks(List.of(), List.of(), List.of());

    static Answer without(String name, Status status, String reason) {
      return new Answer(name, "", status, reason, NONE);
    }
  }

  ClusterReading(Place place, Optional<String> namespace, Duration limit, Executor threads) {
    this.place = place;
    this.namespace = namespace;
    this.limit = limit;
    this.end = System.nanoTime() + limit.plus(GRACE).toNanos();
    this.answer = CompletableFuture.supplyAsync(this::read, threads);
  }

  /** Waits for it, but no longer than the limit from its start. */
  Answer await() {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      source.thenAccept(NetworkSource::close);
      return Answer.without(
          place.name(),
          Status.UNREACHABLE,
          "It did not answer within %d seconds.".formatted(Math.max(1, limit.toSeconds())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      source.thenAccept(NetworkSource::close);
      return Answer.without(place.name(), Status.UNREACHABLE, "The reading was interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading " + place.name(), e);
    }
  }

  private Answer read() {
    try (var opened = place.source().get()) {
      source.complete(opened);
      var without = opened.withoutMachines();
      return without
          .map(reason -> Answer.without(place.name(), Status.SKIPPED, reason + "."))
          .orElseGet(() -> read(opened));
    } catch (ClusterProblem e) {
      return e.kind() == Kind.NO_SUCH_KIND
          ? Answer.without(
              place.name(),
              Status.SKIPPED,
              "Multus is not installed: there is no kind NetworkAttachmentDefinition.")
          : Answer.without(place.name(), Status.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private Answer read(NetworkSource opened) {
    return new Answer(place.name(), opened.address(), Status.READ, "", opened.read(namespace));
  }
}
