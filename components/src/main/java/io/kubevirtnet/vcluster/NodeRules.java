package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;

/** The rules for one node type: its properties, and the machine that comes of them. */
public final class NodeRules {
  private NodeRules() {}

  /** Findings stand at places of the sources. */
  public static void check(
      NodeSources sources, EffectiveNode node, ClusterConfiguration config, Report report) {}
}
