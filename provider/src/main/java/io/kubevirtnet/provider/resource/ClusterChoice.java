package io.kubevirtnet.provider.resource;

import java.util.Optional;

/**
 * Which cluster the configuration means.
 *
 * @param kubeconfig a path or the text itself; never to be printed
 * @param offline no cluster is to be touched in a preview
 * @param known false while a preview cannot tell the kubeconfig or the context yet
 */
public record ClusterChoice(
    Optional<String> kubeconfig, Optional<String> context, boolean offline, boolean known) {
  public static final ClusterChoice DEFAULT =
      new ClusterChoice(Optional.empty(), Optional.empty(), false, true);

  @Override
  public String toString() {
    return "ClusterChoice[context=" + context + ", offline=" + offline + "]";
  }
}
