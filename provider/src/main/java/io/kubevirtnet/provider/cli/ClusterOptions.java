package io.kubevirtnet.provider.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the kubeconfig is, what of a cluster is meant, and how long it may take. */
final class ClusterOptions {
  private static final int SECONDS = 10;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Default: KUBECONFIG, then ~/.kube/config, then the pod's own account.")
  private @Nullable String kubeconfig;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NS",
      description = "Only network attachments of this namespace. Default: those of all.")
  private @Nullable String namespace;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for each cluster. Default: " + SECONDS + ".")
  private int timeout = SECONDS;

  Optional<String> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }

  Optional<String> namespace() {
    return Optional.ofNullable(namespace);
  }

  Duration limit() {
    return Duration.ofSeconds(Math.max(1, timeout));
  }
}
