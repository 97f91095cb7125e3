package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.vcluster.PatchFault.Kind;

/** Kubernetes refuses the patch. */
final class RefusedPatch extends Exception {
  private static final long serialVersionUID = 1L;
  private final Kind kind;
  private final transient PropertyPath path;

  RefusedPatch(Kind kind, PropertyPath path) {
    super(kind.upstream(), null, false, false);
    this.kind = kind;
    this.path = path;
  }

  Kind kind() {
    return kind;
  }

  PropertyPath path() {
    return path;
  }
}
