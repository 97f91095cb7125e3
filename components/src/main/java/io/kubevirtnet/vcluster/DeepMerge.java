package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import java.util.LinkedHashMap;

/** Merges a part of an object over a whole one: maps are merged, anything else is replaced. */
final class DeepMerge {
  private DeepMerge() {}

  /** A null in the patch takes away what is there. */
  static Fields of(Fields base, Fields patch) {
    var merged = new LinkedHashMap<>(base.fields());
    patch
        .fields()
        .forEach(
            (name, value) -> {
              if (value instanceof Null) {
                merged.remove(name);
              } else {
                merged.put(name, merged(base.get(name).orElse(Fields.EMPTY), value));
              }
            });
    return new Fields(merged, base.marks().and(patch.marks()));
  }

  private static Tree merged(Tree base, Tree patch) {
    return base instanceof Fields b && patch instanceof Fields p ? of(b, p) : patch.withoutNulls();
  }
}
