package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/**
 * Kubernetes' strategic merge patch for a VirtualMachine: objects are merged, lists are replaced
 * but for a few, null takes a field away, and so on as directives say.
 */
public final class StrategicMerge {
  /** Says what becomes of the object that it stands in. */
  static final String DIRECTIVE = "$patch";

  private StrategicMerge() {}

  /** A template without a patch; nothing as long as there is none. */
  public static MergedTemplate of(Part template) {
    var places = Places.EMPTY;
    if (template.tree().isPresent() && template.tree().get() instanceof Fields f) {
      for (var name : f.fields().keySet()) {
        places = places.same(PropertyPath.ROOT.child(name), template.get(name).path());
      }
    }
    return new MergedTemplate(template.tree().orElse(Fields.EMPTY), places, List.of());
  }

  /**
   * The machine that comes of both; unknown as soon as a whole one is, and as it was where one is
   * no object.
   *
   * @param patch what is null in it is a {@link Tree.Null}
   * @param placed whether places in the patch are places in a source, which they are not in a text
   */
  public static MergedTemplate of(MergedTemplate template, Part patch, boolean placed) {
    var base = Part.of(PropertyPath.ROOT, template.tree());
    if (base.isOpen() || patch.isOpen()) {
      return new MergedTemplate(
          ObjectMerge.open(base, patch), template.places(), template.faults());
    }
    if (!base.isObject() || !patch.isObject()) {
      return template;
    }
    var notes = new MergeNotes(template.places(), patch.path(), placed);
    var merged =
        ObjectMerge.of(base, patch, PatchShape.machine(), PropertyPath.ROOT, notes).withoutNulls();
    return notes.faults().isEmpty()
        ? new MergedTemplate(merged, notes.places(), template.faults())
        : template.with(notes.faults());
  }
}
