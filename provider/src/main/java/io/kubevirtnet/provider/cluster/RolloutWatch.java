package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.RolloutEvent.EnactmentSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Gone;
import io.kubevirtnet.provider.cluster.RolloutEvent.HandlerSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Listed;
import io.kubevirtnet.provider.cluster.RolloutEvent.NodeSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.PolicySeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Source;
import io.kubevirtnet.provider.cluster.RolloutPicture.Verdict;
import io.kubevirtnet.provider.cluster.RolloutResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Waits for one generation of a policy: four watches (the policy, the nodes that it means, the pods
 * of the handlers, its enactments) feed a {@link Rollout}, whose picture decides.
 */
final class RolloutWatch {
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration TURN = Duration.ofMillis(250);

  private final ApiServer server;
  private final Patience patience;
  private final Cancellation cancellation;
  private final Policy policy;
  private final Rollout rollout;
  private final BlockingQueue<RolloutEvent> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<ClusterProblem> problems = new LinkedBlockingQueue<>();

  RolloutWatch(
      ApiServer server,
      Patience patience,
      Cancellation cancellation,
      Policy policy,
      long generation) {
    this.server = server;
    this.patience = patience;
    this.cancellation = cancellation.part();
    this.policy = policy;
    this.rollout = new Rollout(policy.uid(), generation, MaxUnavailable.of(policy.spec()));
  }

  RolloutResult await(Duration limit, Consumer<RolloutProgress> progress) {
    try {
      follow(
          Source.POLICY,
          ApiKind.POLICIES,
          ApiQuery.named(policy.name()),
          (name, o) ->
              new PolicySeen(
                  name,
                  o.path("metadata").path("uid").asText(),
                  o.path("metadata").path("generation").asLong()));
      follow(
          Source.NODES,
          ApiKind.NODES,
          ApiQuery.labelled(selector(policy)),
          (name, o) -> new NodeSeen(name, NodeObject.ready(o)));
      follow(
          Source.HANDLERS,
          ApiKind.PODS,
          KubernetesCluster.HANDLERS,
          (pod, o) -> new HandlerSeen(pod, NodeObject.handledNode(o)));
      follow(
          Source.ENACTMENTS,
          ApiKind.ENACTMENTS,
          KubernetesCluster.enactmentsOf(policy.name()),
          (name, o) -> new EnactmentSeen(name, EnactmentObject.summary(o)));
      return decide(limit, progress);
    } finally {
      cancellation.cancel();
    }
  }

  static NodeSelector selector(Policy policy) {
    var labels = new LinkedHashMap<String, String>();
    if (policy.spec().plain() instanceof Map<?, ?> spec
        && spec.get("nodeSelector") instanceof Map<?, ?> selector) {
      selector.forEach((k, v) -> labels.put(String.valueOf(k), String.valueOf(v)));
    }
    return new NodeSelector(labels);
  }

  private RolloutResult decide(Duration limit, Consumer<RolloutProgress> progress) {
    long end = System.nanoTime() + limit.toNanos();
    long nextLine = System.nanoTime();
    Optional<RolloutPicture> picture = Optional.empty();
    Optional<RolloutProgress> told = Optional.empty();
    Optional<Verdict> verdict = Optional.empty();
    long verdictSince = 0;
    while (true) {
      boolean changed = takeEvents();
      long now = System.nanoTime();
      if (changed) {
        picture = rollout.picture();
        var newVerdict = picture.flatMap(RolloutPicture::verdict);
        if (!newVerdict.equals(verdict)) {
          verdict = newVerdict;
          verdictSince = now;
        }
      }
      if (picture.isPresent() && now >= nextLine) {
        var line = Optional.of(picture.get().progress());
        if (!line.equals(told)) {
          told = line;
          nextLine = now + PROGRESS_NANOS;
          progress.accept(line.get());
        }
      }
      if (verdict.isPresent()
          && (verdict.get().certain() || now - verdictSince >= patience.grace().toNanos())) {
        return picture.orElseThrow().result(verdict.get().outcome());
      }
      if (now >= end) {
        return picture
            .orElseThrow(RolloutWatch::unread)
            .result(verdict.map(Verdict::outcome).orElse(Outcome.TIMED_OUT));
      }
    }
  }

  /** Waits a moment for events and takes all that there are, since nodes often move together. */
  private boolean takeEvents() {
    cancellation.check();
    var problem = problems.poll();
    if (problem != null) {
      throw problem;
    }
    List<RolloutEvent> taken = new ArrayList<>();
    try {
      var first = events.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      taken.add(first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancellation.check();
    }
    events.drainTo(taken);
    taken.forEach(rollout::apply);
    return true;
  }

  private void follow(
      Source source,
      ApiKind kind,
      ApiQuery query,
      BiFunction<String, JsonNode, RolloutEvent> reading) {
    var sink =
        new Follower.Sink() {
          @Override
          public void seen(String key, JsonNode object) {
            events.add(reading.apply(key, object));
          }

          @Override
          public void gone(String key) {
            events.add(new Gone(source, key));
          }

          @Override
          public void listed(Set<String> keys) {
            events.add(new Listed(source, keys));
          }

          @Override
          public void refused(ClusterProblem problem) {
            problems.add(problem);
          }
        };
    var requests = new Requests(server, patience, cancellation);
    var thread =
        new Thread(
            new Follower(server, requests, cancellation, kind, query, sink),
            "watch " + source + " of " + policy.name());
    thread.setDaemon(true);
    thread.start();
  }

  private static ClusterProblem unread() {
    return new ClusterProblem(
        Kind.UNREACHABLE, "The API server did not answer while the rollout was awaited.");
  }
}
