package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.resource.ClusterChoice;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The one connection of a provider to its cluster, made at the first need. */
final class Connection implements AutoCloseable {
  private static final Duration KEPT_IN_MIND = Duration.ofSeconds(60);

  private final ClusterSource source;
  private final ClusterChoice choice;
  private final Time time;
  private Optional<Cluster> open = Optional.empty();
  private Optional<ClusterProblem> silent = Optional.empty();
  private long since;

  Connection(ClusterSource source, ClusterChoice choice, Time time) {
    this.source = source;
    this.choice = choice;
    this.time = time;
  }

  ClusterChoice choice() {
    return choice;
  }

  /** For an operation, which has to have it. */
  synchronized Cluster cluster() {
    if (!choice.known()) {
      throw new ClusterProblem(
          Kind.CONFIGURATION, "kubevirtnet:kubeconfig is only known after apply.");
    }
    if (open.isEmpty()) {
      open = Optional.of(source.open(choice));
    }
    return open.get();
  }

  /** For a preview, which can do without: one that was silent a moment ago is not asked again. */
  <T> T look(Function<Cluster, T> question) {
    synchronized (this) {
      if (silent.isPresent() && time.nanos() - since < KEPT_IN_MIND.toNanos()) {
        throw silent.get();
      }
    }
    try {
      return question.apply(cluster());
    } catch (ClusterProblem problem) {
      if (problem.kind() == Kind.UNREACHABLE) {
        remember(problem);
      }
      throw problem;
    }
  }

  private synchronized void remember(ClusterProblem problem) {
    silent = Optional.of(problem);
    since = time.nanos();
  }

  @Override
  public synchronized void close() {
    open.ifPresent(Cluster::close);
    open = Optional.empty();
  }
}
