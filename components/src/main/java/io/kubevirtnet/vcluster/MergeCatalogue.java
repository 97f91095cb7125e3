package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What Kubernetes refuses of a merge. */
public final class MergeCatalogue {
  private MergeCatalogue() {}

  public static final Rule REFUSED =
      Rule.refused("KVN-P090", "Merge that Kubernetes refuses")
          .why(
              "The platform merges as Kubernetes does, by strategic merge patch, and fails each"
                  + " machine when that fails.")
          .fix("Correct the merge, or give the node type a virtualMachineTemplate of its own.")
          .source("Kubernetes strategic merge patch")
          .example(
              ProviderExample.type(
                  "mergeVirtualMachineTemplate: {spec: {template: {spec: {domain: {$patch: merge}}}}}"));

  public static final List<Rule> ALL = List.of(REFUSED);
}
