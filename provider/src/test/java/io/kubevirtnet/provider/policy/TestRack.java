package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Cluster;
import java.util.List;

/** Two nodes in rack a and one in rack b, for tests in other rooms. */
public final class TestRack {
  private final FakeCluster cluster = Hosts.rack();

  public Cluster cluster() {
    return cluster;
  }

  public void fails(String node, String reason) {
    cluster.failing.put(node, reason);
  }

  public void mends() {
    cluster.failing.clear();
  }

  /** Runs each time that somebody waits for a rollout. */
  public void onAwait(Runnable action) {
    cluster.onAwait = action;
  }

  public List<String> writes() {
    return List.copyOf(cluster.writes);
  }
}
