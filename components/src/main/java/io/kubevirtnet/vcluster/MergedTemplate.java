package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * A template of a VirtualMachine with what patches have changed.
 *
 * @param tree the VirtualMachine; what a patch with faults would change is as it was
 * @param places where in the sources it is written what stands at a place of the tree
 */
public record MergedTemplate(Tree tree, Places places, List<PatchFault> faults) {
  public MergedTemplate {
    faults = List.copyOf(faults);
  }

  MergedTemplate with(List<PatchFault> more) {
    return new MergedTemplate(tree, places, Stream.concat(faults.stream(), more.stream()).toList());
  }
}
