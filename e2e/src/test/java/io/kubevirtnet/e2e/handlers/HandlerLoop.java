package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All handlers of a fleet in one thread, so that a test sees the same order each time; events and
 * the test's wishes come in through an inbox.
 */
final class HandlerLoop implements AutoCloseable {
  private static final int TICK_MILLIS = 10;
  private static final int CALL_SECONDS = 60;

  private final HandlerWrites writes;
  private final Duration backoff;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final Map<String, NodeHandler> handlers = new TreeMap<>();
  private final Map<String, Rollout> rollouts = new TreeMap<>();
  private final Reflector policies;
  private final Reflector nodes;
  private final Thread thread = new Thread(this::run, "node handlers");
  private Optional<RuntimeException> broken = Optional.empty();
  private volatile boolean closed;

  HandlerLoop(KubeApi api, Duration backoff) {
    this.writes = new HandlerWrites(api);
    this.backoff = backoff;
    this.policies =
        new Reflector(
            api,
            "nmstate.io/v1",
            "NodeNetworkConfigurationPolicy",
            (name, object) -> inbox.add(() -> policyChanged(name, object)));
    this.nodes =
        new Reflector(
            api, "v1", "Node", (name, object) -> inbox.add(() -> nodeChanged(name, object)));
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
    policies.start();
    nodes.start();
  }

  /** Runs something in the loop's thread and waits for it. */
  <T> T call(Supplier<T> supplier) {
    CompletableFuture<T> result = new CompletableFuture<>();
    inbox.add(
        () -> {
          try {
            broken.ifPresent(
                cause -> {
                  throw new IllegalStateException("the double itself is broken", cause);
                });
            result.complete(supplier.get());
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result.orTimeout(CALL_SECONDS, TimeUnit.SECONDS).join();
  }

  HandlerWrites writes() {
    return writes;
  }

  /** Pause before the first retry; each further one doubles it. */
  Duration backoff() {
    return backoff;
  }

  Collection<Rollout> rollouts() {
    return List.copyOf(rollouts.values());
  }

  Optional<Rollout> rollout(String policy) {
    return Optional.ofNullable(rollouts.get(policy));
  }

  Optional<NodeHandler> handler(String node) {
    return Optional.ofNullable(handlers.get(node));
  }

  Collection<NodeHandler> handlers() {
    return List.copyOf(handlers.values());
  }

  void add(NodeHandler handler) {
    handlers.put(handler.node, handler);
    handler.enqueueAll();
  }

  void remove(String node) {
    handlers.remove(node);
    rollouts.values().forEach(rollout -> rollout.release(node));
  }

  List<ObjectNode> enactments(String policy) {
    return handlers.values().stream()
        .flatMap(handler -> handler.enactment(policy).stream())
        .toList();
  }

  /** Nodes that have given up on a generation. */
  int failed(String policy, long generation) {
    return (int)
        enactments(policy).stream()
            .filter(status -> status.path("policyGeneration").asLong() == generation)
            .filter(status -> Conditions.is(status, "Failing", "True"))
            .filter(status -> Conditions.is(status, "Progressing", "False"))
            .count();
  }

  void summarize(Rollout rollout) {
    Policy policy = rollout.policy();
    List<NodeHandler> matching =
        handlers.values().stream()
            .filter(handler -> handler.running && policy.selects(handler.labels))
            .toList();
    PolicySummary summary =
        PolicySummary.of(
            matching.size(),
            (int) matching.stream().filter(handler -> handler.ready).count(),
            enactments(policy.name()),
            policy.generation());
    summary.writeTo(rollout.status());
    if (summary.phase() == PolicyPhase.SUCCESS) {
      rollout.clear();
    }
    writes.policyStatus(policy.name(), rollout.status());
  }

  @Override
  public void close() {
    closed = true;
    policies.close();
    nodes.close();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        Runnable first = inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          first.run();
        }
        work();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        broken = Optional.of(e);
      }
    }
  }

  private void work() {
    boolean moved = true;
    while (moved && !closed) {
      drain();
      moved = false;
      for (NodeHandler handler : broken.isPresent() ? List.<NodeHandler>of() : handlers()) {
        moved |= handler.step();
      }
    }
  }

  private void drain() {
    for (Runnable next = inbox.poll(); next != null; next = inbox.poll()) {
      next.run();
    }
  }

  private void policyChanged(String name, Optional<ObjectNode> object) {
    if (object.isEmpty()) {
      rollouts.remove(name);
      writes.forget(HandlerWrites.policy(name));
      handlers.values().forEach(handler -> handler.enqueue(name));
      return;
    }
    Policy policy = Policy.of(object.get());
    Rollout known = rollouts.get(name);
    if (known == null || !known.policy().uid().equals(policy.uid())) {
      writes.forget(HandlerWrites.policy(name));
      rollouts.put(name, new Rollout(policy));
    } else if (known.policy().generation() == policy.generation()) {
      return;
    } else {
      known.update(policy);
    }
    handlers.values().forEach(handler -> handler.enqueue(name));
  }

  private void nodeChanged(String name, Optional<ObjectNode> object) {
    handler(name)
        .ifPresent(
            handler ->
                object
                    .filter(node -> node.at("/metadata/uid").asText().equals(handler.uid))
                    .ifPresent(node -> update(handler, node)));
  }

  private static void update(NodeHandler handler, JsonNode node) {
    handler.ready = Conditions.is(node.path("status"), "Ready", "True");
    Map<String, String> labels = new TreeMap<>();
    node.at("/metadata/labels")
        .properties()
        .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
    if (!labels.equals(handler.labels)) {
      handler.labels = Map.copyOf(labels);
      handler.enqueueAll();
    }
  }
}
