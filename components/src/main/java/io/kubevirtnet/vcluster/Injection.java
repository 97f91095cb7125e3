package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the platform makes of a node type: properties, template, {@code multus} and disks. */
public final class Injection {
  private Injection() {}

  /** What can not be read is left out here, and told in the report. */
  public static EffectiveNode of(NodeSources sources, Report report) {
    return new EffectiveNode(
        new EffectiveProperties(Map.of()), Fields.EMPTY, Optional.empty(), List.of(), Places.EMPTY);
  }
}
