package io.kubevirtnet.provider.resource;

import io.kubevirtnet.provider.cluster.MachineSource;

/** Opens the cluster that a configuration means; the first use of it loads the client. */
@FunctionalInterface
public interface MachineOpening {
  MachineSource open(ClusterChoice choice);
}
