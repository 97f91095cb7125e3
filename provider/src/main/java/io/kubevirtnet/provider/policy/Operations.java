package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that may wait, so that those of the server never do. Cancelled, they are interrupted. */
final class Operations {
  private static final long IDLE_SECONDS = 5;

  private final Set<Thread> running = new HashSet<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            var thread = new Thread(work, "policy");
            thread.setDaemon(true);
            return thread;
          });
  private boolean cancelled;

  <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(() -> interruptibly(work), threads);
  }

  private <T> T interruptibly(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (cancelled) {
      throw Answers.failure(
          new LifeProblem(LifeCatalogue.INTERRUPTED, "The engine cancelled the operation."));
    }
    running.add(Thread.currentThread());
  }

  private synchronized void end() {
    running.remove(Thread.currentThread());
    boolean unused = Thread.interrupted();
  }

  synchronized void cancel() {
    cancelled = true;
    running.forEach(Thread::interrupt);
  }
}
