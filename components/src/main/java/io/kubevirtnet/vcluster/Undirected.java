package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A part of a patch for a place where there was nothing: objects with a directive do not come. */
record Undirected(MergeNotes notes) {

  Optional<Tree> of(Part value, PropertyPath place) {
    var tree = value.tree().orElseThrow();
    if (tree instanceof Fields f) {
      boolean isDirected =
          f.get(StrategicMerge.DIRECTIVE).filter(d -> !(d instanceof Null)).isPresent();
      return isDirected ? Optional.empty() : Optional.of(fields(f, value, place));
    }
    return Optional.of(tree instanceof Items l ? items(l, value, place) : tree);
  }

  private Tree fields(Fields fields, Part value, PropertyPath place) {
    var kept = new LinkedHashMap<String, Tree>();
    fields
        .fields()
        .forEach(
            (name, tree) -> {
              if (!(tree instanceof Null)) {
                of(value.get(name), place.child(name)).ifPresent(t -> kept.put(name, t));
              }
            });
    return new Fields(kept, fields.marks());
  }

  private Tree items(Items items, Part value, PropertyPath place) {
    var kept = new ArrayList<Tree>();
    for (var item : value.items()) {
      var at = place.index(kept.size());
      if (!item.path().equals(value.path().index(kept.size()))) {
        notes.took(at, item);
      }
      of(item, at).ifPresent(kept::add);
    }
    return new Items(kept, items.marks());
  }
}
