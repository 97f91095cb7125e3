package io.kubevirtnet.provider.cluster;

import java.time.Duration;
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

  /**
   * The same door, for reading what networks there are.
   *
   * @param limit how long one answer is waited for
   */
  public static NetworkSource networks(
      Optional<String> kubeconfig, Optional<String> context, Duration limit) {
    var source = new KubeconfigSource(kubeconfig, context, System.getenv());
    return new KubernetesNetworks(new ApiServer(source::load), Patience.within(limit));
  }

  /** The same door, for reading what machines there are. */
  public static MachineSource machines(
      Optional<String> kubeconfig, Optional<String> context, Duration limit) {
    var source = new KubeconfigSource(kubeconfig, context, System.getenv());
    return new KubernetesMachines(new ApiServer(source::load), Patience.within(limit));
  }

  /** The same door, for looking at objects as they are. */
  public static ObjectSource objects(
      Optional<String> kubeconfig, Optional<String> context, Duration limit) {
    var source = new KubeconfigSource(kubeconfig, context, System.getenv());
    return new KubernetesObjects(new ApiServer(source::load), Patience.within(limit));
  }

  /** What a kubeconfig, found as above, has to choose from. */
  public static Contexts contexts(Optional<String> kubeconfig) {
    return new KubeconfigSource(kubeconfig, Optional.empty(), System.getenv()).contexts();
  }

  static KubernetesCluster open(
      Optional<String> kubeconfig, Optional<String> context, Patience patience) {
    var source = new KubeconfigSource(kubeconfig, context, System.getenv());
    return new KubernetesCluster(new ApiServer(source::load), patience);
  }
}
