package io.kubevirtnet.provider.sides;

import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/**
 * A resource before or after a step, as a preview prints it.
 *
 * @param custom made by a provider; false for components and the stack
 * @param parent URN; empty for none
 * @param inputs what it was asked to be; secrets and what is not known yet are unknown leaves
 * @param outputs what it is, of a resource that is only read; nothing else is kept of them
 * @param retained deleting the resource leaves what it stands for
 */
record PreviewState(
    String type, boolean custom, String parent, Fields inputs, Fields outputs, boolean retained) {

  /**
   * The old state of a step. A secret that changes is another one than the new side's: both are
   * printed alike.
   *
   * @param paths of what differs
   */
  PreviewState changing(List<String> paths) {
    var marked = inputs;
    for (var path : paths) {
      marked = (Fields) ChangedSecret.at(marked, path);
    }
    return new PreviewState(type, custom, parent, marked, outputs, retained);
  }
}
