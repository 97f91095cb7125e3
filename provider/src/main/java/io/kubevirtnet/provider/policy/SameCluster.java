package io.kubevirtnet.provider.policy;

import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.Cluster;

/** A state tells of the nodes of one cluster only. */
final class SameCluster {
  private SameCluster() {}

  static Cluster require(Cluster cluster, PolicyState state) {
    var uid = cluster.uid();
    if (!state.cluster().isEmpty() && !state.cluster().equals(uid)) {
      throw new LifeProblem(
          LifeCatalogue.OTHER_CLUSTER,
          state.policyName()
              + " is on the cluster "
              + state.cluster()
              + ", and this one is "
              + uid
              + ".");
    }
    return cluster;
  }
}
