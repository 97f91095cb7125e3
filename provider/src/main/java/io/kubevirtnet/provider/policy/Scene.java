package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.resource.Messages;
import java.time.Duration;

/**
 * Where an operation plays.
 *
 * @param owner URN of the resource
 */
record Scene(Cluster cluster, String owner, Messages messages, Time time) {
  Deadline within(Duration limit) {
    return new Deadline(time, limit);
  }
}
