package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.resource.ClusterChoice;

/** Opens the cluster that a configuration means; the first use of it loads the client. */
@FunctionalInterface
public interface ClusterSource {
  Cluster open(ClusterChoice choice);
}
