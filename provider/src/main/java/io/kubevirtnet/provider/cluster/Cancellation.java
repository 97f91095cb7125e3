package io.kubevirtnet.provider.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one place where threads wait: closing the cluster, or interrupting the thread, ends every
 * wait with {@link ClusterProblem.Kind#CANCELLED}.
 */
final class Cancellation {
  private final Optional<Cancellation> whole;
  private final Set<CompletableFuture<?>> waits = ConcurrentHashMap.newKeySet();
  private final Set<Cancellation> parts = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  Cancellation() {
    this(Optional.empty());
  }

  private Cancellation(Optional<Cancellation> whole) {
    this.whole = whole;
  }

  /** One that can be cancelled alone, and is cancelled with this; cancel it to be rid of it. */
  Cancellation part() {
    var part = new Cancellation(Optional.of(this));
    parts.add(part);
    if (cancelled) {
      part.cancel();
    }
    return part;
  }

  void cancel() {
    cancelled = true;
    waits.forEach(w -> w.completeExceptionally(problem()));
    parts.forEach(Cancellation::cancel);
    whole.ifPresent(w -> w.parts.remove(this));
  }

  void check() {
    if (cancelled || Thread.currentThread().isInterrupted()) {
      throw problem();
    }
  }

  <T> T await(CompletableFuture<T> future, Duration limit)
      throws ExecutionException, TimeoutException {
    // A copy, since the one who makes the future must not see our end as its own.
    var wait = future.copy();
    waits.add(wait);
    try {
      check();
      return wait.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem();
    } catch (ExecutionException e) {
      check();
      throw e;
    } finally {
      waits.remove(wait);
    }
  }

  void pause(Duration duration) {
    try {
      await(new CompletableFuture<Void>(), duration);
    } catch (TimeoutException e) {
      check();
    } catch (ExecutionException e) {
      throw problem();
    }
  }

  private static ClusterProblem problem() {
    return new ClusterProblem(ClusterProblem.Kind.CANCELLED, "The operation was cancelled.");
  }
}
