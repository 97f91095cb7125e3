package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.provider.resource.ClusterChoice;

/** Opens the cluster that a configuration means; the first use of it loads the client. */
@FunctionalInterface
public interface MachineOpening {
  MachineSource open(ClusterChoice choice);
}
