package io.kubevirtnet.provider.cluster;

import java.util.Optional;

/** The door to a cluster. Nothing of the client library is loaded before it is opened. */
public final class ClusterAccess {
  private ClusterAccess() {}

  /**
   * Reads the credentials; the cluster itself is not asked yet.
   *
   * @param kubeconfig its text, or the path of a file; without it KUBECONFIG, {@code
   *     ~/.kube/config} or the service account of the pod that this runs in
   * @param context one of its contexts instead of the current one
   */
  public static Cluster open(Optional<String> kubeconfig, Optional<String> context) {
    return open(kubeconfig, context, Patience.DEFAULT);
  }

  static KubernetesCluster open(
      Optional<String> kubeconfig, Optional<String> context, Patience patience) {
    var source = new KubeconfigSource(kubeconfig, context, System.getenv());
    return new KubernetesCluster(new ApiServer(source::load), patience);
  }
}
