package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.inventory.Place;
import io.kubevirtnet.provider.sides.LiveCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The cluster that a plan is for; none is looked at unless one is named. */
final class LiveOptions {
  private static final int SECONDS = 10;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description =
          "Looks at the cluster of this context of the kubeconfig: its nodes, its machines, and what"
              + " it has of the objects where nothing else says what is there. Read only.")
  private @Nullable String context;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The same; without --context the current one of this file.")
  private @Nullable String kubeconfig;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for each answer of the cluster. Default: " + SECONDS + ".")
  private int timeout = SECONDS;

  boolean isGiven() {
    return context != null || kubeconfig != null;
  }

  /** All of it that may be read. */
  LiveCluster read(Consumer<String> progress) {
    progress.accept("opening the cluster");
    var chosen = Optional.ofNullable(context);
    var config = Optional.ofNullable(kubeconfig);
    // Says which contexts there are when there is none of this name.
    var unused = Place.of(config, chosen.map(List::of).orElse(List.of()), limit());
    try (var source = ClusterAccess.objects(config, chosen, limit())) {
      return LiveCluster.read(source, progress);
    }
  }

  private Duration limit() {
    return Duration.ofSeconds(Math.max(1, timeout));
  }
}
