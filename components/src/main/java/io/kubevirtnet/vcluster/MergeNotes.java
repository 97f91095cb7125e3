package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/** What a merge tells beside its result. */
final class MergeNotes {
  private final PropertyPath patch;
  private final boolean placed;
  private final List<PatchFault> faults = new ArrayList<>();
  private Places places;

  /**
   * @param places of the template
   * @param patch where the patch is written
   * @param placed whether places in the patch are places in a source, which they are not in a text
   */
  MergeNotes(Places places, PropertyPath patch, boolean placed) {
    this.places = places;
    this.patch = patch;
    this.placed = placed;
  }

  /** What stands at a place comes from the patch, with everything in it. */
  void took(PropertyPath place, Part from) {
    if (!place.equals(PropertyPath.ROOT)) {
      forget(place);
      places = placed ? places.same(place, from.path()) : places.at(place, patch);
    } else if (from.tree().isPresent() && from.tree().get() instanceof Fields f) {
      f.fields().keySet().forEach(name -> took(place.child(name), from.get(name)));
    }
  }

  private void forget(PropertyPath place) {
    var kept = new LinkedHashMap<>(places.inputs());
    kept.keySet()
        .removeIf(
            p -> p.startsWith(place + ".") || p.startsWith(place + "[") || p.equals(place.text()));
    places = new Places(kept);
  }

  /** Items of a list stand at other places than before. */
  void reordered(PropertyPath list, List<OptionalInt> before) {
    places = places.reordered(list, before);
  }

  /** At a place in the patch. */
  void fault(PatchFault.Kind kind, PropertyPath path) {
    faults.add(new PatchFault(kind, placed ? path : patch));
  }

  List<PatchFault> faults() {
    return List.copyOf(faults);
  }

  Places places() {
    return places;
  }
}
