package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.PatchFault.Kind;
import io.kubevirtnet.vcluster.PatchShape.Field;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object, and what a patch has for it. */
final class ObjectMerge {
  private static final String RETAIN = "$retainKeys";
  private static final String DELETE = "$deleteFromPrimitiveList";
  private static final String ORDER = "$setElementOrder";

  private final Part base;
  private final Part patch;
  private final PatchShape shape;
  private final PropertyPath place;
  private final MergeNotes notes;
  private final Map<String, Tree> result;
  private final Set<String> done = new HashSet<>(Set.of(RETAIN));

  private ObjectMerge(
      Part base, Fields kept, Part patch, PatchShape shape, PropertyPath place, MergeNotes notes) {
    this.base = base;
    this.patch = patch;
    this.shape = shape;
    this.place = place;
    this.notes = notes;
    this.result = new LinkedHashMap<>(kept.fields());
  }

  /**
   * Both as one.
   *
   * @param base an object
   * @param patch an object, or unknown
   * @param place where the result stands
   */
  static Tree of(Part base, Part patch, PatchShape shape, PropertyPath place, MergeNotes notes) {
    var directive = patch.get(StrategicMerge.DIRECTIVE);
    if (directive.isOpen() || patch.get(RETAIN).tree().filter(Tree::hasUnknown).isPresent()) {
      return open(base, patch);
    }
    var old = fields(base);
    if (directive.is("replace")) {
      notes.took(place, patch);
      return without(fields(patch), Set.of(StrategicMerge.DIRECTIVE));
    }
    if (directive.is("delete")) {
      notes.took(place, patch);
      return new Fields(Map.of(), marks(directive));
    }
    if (directive.isSet()) {
      notes.fault(Kind.DIRECTIVE, directive.path());
      return old;
    }
    var merge =
        new ObjectMerge(base, new Retained(patch, notes).of(old), patch, shape, place, notes);
    merge.all();
    return new Fields(merge.result, old.marks().and(fields(patch).marks()));
  }

  /** What a directive of a patch says to keep of an object. */
  private record Retained(Part patch, MergeNotes notes) {
    Fields of(Fields old) {
      var retain = patch.get(RETAIN);
      if (!retain.isSet()) {
        return old;
      }
      var names = new HashSet<String>();
      retain.items().forEach(i -> names.add(i.text().orElse("")));
      boolean complete =
          fields(patch).fields().entrySet().stream()
              .filter(e -> !(e.getValue() instanceof Null))
              .map(Map.Entry::getKey)
              .filter(k -> !k.equals(RETAIN) && !k.startsWith(DELETE) && !k.startsWith(ORDER))
              .allMatch(names::contains);
      if (!retain.isList() || !complete) {
        notes.fault(Kind.RETAIN_KEYS, retain.path());
        return old;
      }
      var gone = new HashSet<>(old.fields().keySet());
      gone.removeAll(names);
      return without(old, gone);
    }
  }

  private void all() {
    var keys = fields(patch).fields().keySet();
    keys.stream().filter(k -> k.startsWith(ORDER)).forEach(this::ordered);
    keys.stream().filter(k -> !done.contains(k)).forEach(this::field);
  }

  private void field(String key) {
    boolean takesAway = key.startsWith(DELETE);
    var name = takesAway ? listName(key, DELETE, Kind.PRIMITIVE_LIST) : Optional.of(key);
    name.ifPresent(n -> field(n, patch.get(key), takesAway));
  }

  private void field(String name, Part value, boolean takesAway) {
    var old = old(name);
    if (value.tree().orElseThrow() instanceof Null) {
      result.remove(name);
    } else if (old.isSet() || !takesAway) {
      var at = place.child(name);
      var merged = old.isSet() ? both(name, old, value, takesAway) : added(value, at);
      merged.ifPresentOrElse(t -> result.put(name, t), () -> result.remove(name));
    }
  }

  private Part old(String name) {
    return new Part(base.path().child(name), Optional.ofNullable(result.get(name)));
  }

  /** Nothing when the patch only has a directive there. */
  private Optional<Tree> both(String name, Part old, Part value, boolean takesAway) {
    var at = place.child(name);
    var field = shape.field(name);
    if (value.isOpen()
        || old.isOpen() && (takesAway || dependsOnOld(value, field.orElse(Field.OPEN)))) {
      return Optional.of(open(old, value));
    }
    if (!kind(old).equals(kind(value))) {
      return takesAway ? old.tree() : added(value, at);
    }
    if (value.tree().orElseThrow() instanceof Scalar) {
      notes.took(at, value);
      return value.tree();
    }
    return value.isObject()
        ? field(name, value.path()).map(f -> of(old, value, f.shape(), at, notes)).or(old::tree)
        : listField(name, value.path())
            .flatMap(f -> list(f, old, value, takesAway, at))
            .or(old::tree);
  }

  private Optional<Tree> list(
      Field field, Part old, Part value, boolean takesAway, PropertyPath at) {
    if (field.merged() || takesAway) {
      return Optional.of(ListMerge.of(old, value, field, takesAway, at, notes));
    }
    notes.took(at, value);
    return value.tree();
  }

  /** A text, a number, and a list that is replaced are the same whatever was there. */
  private static boolean dependsOnOld(Part value, Field field) {
    return value.isObject() && !value.get(StrategicMerge.DIRECTIVE).is("replace")
        || value.isList() && field.merged();
  }

  /** As Go tells values apart, whose whole numbers are of another type. */
  private static Class<?> kind(Part part) {
    var tree = part.tree().orElseThrow();
    return tree instanceof Scalar s ? s.value().getClass() : tree.getClass();
  }

  private void ordered(String key) {
    done.add(key);
    var order = patch.get(key);
    if (!order.isList() && !order.isOpen()) {
      notes.fault(Kind.NO_LIST, order.path());
      return;
    }
    listName(key, ORDER, Kind.ELEMENT_ORDER).ifPresent(name -> ordered(name, order));
  }

  private void ordered(String name, Part order) {
    var old = old(name);
    var value = patch.get(name);
    if (isOther(old) || isOther(value)) {
      notes.fault(Kind.NO_LIST, order.path());
      return;
    }
    var field = listField(name, order.path());
    if (field.isEmpty() || !old.isSet() && !value.isSet()) {
      return;
    }
    done.add(name);
    result.put(
        name,
        order.isOpen() || old.isOpen() || value.isOpen()
            ? open(old, value)
            : ListMerge.ordered(old, value, order, field.get(), place.child(name), notes));
  }

  private static boolean isOther(Part part) {
    return part.isSet() && !part.isOpen() && !part.isList();
  }

  /** What is known of a list; nothing for a field that is none. */
  private Optional<Field> listField(String name, PropertyPath told) {
    var field = field(name, told);
    if (field.isPresent() && !field.get().lists()) {
      notes.fault(Kind.NO_SLICE, told);
    }
    return field.filter(Field::lists);
  }

  private Optional<Field> field(String name, PropertyPath told) {
    var field = shape.field(name);
    if (field.isEmpty()) {
      notes.fault(shape.isObject() ? Kind.NO_FIELD : Kind.NO_OBJECT, told);
    }
    return field;
  }

  private Optional<String> listName(String key, String directive, Kind fault) {
    if (!key.startsWith(directive + "/")) {
      notes.fault(fault, patch.path().child(key));
      return Optional.empty();
    }
    return Optional.of(key.substring(directive.length() + 1));
  }

  private Optional<Tree> added(Part value, PropertyPath at) {
    notes.took(at, value);
    return new Undirected(notes).of(value, at);
  }

  static Unknown open(Part base, Part patch) {
    return new Unknown(marks(base).and(marks(patch)));
  }

  private static Marks marks(Part part) {
    return part.tree().map(Tree::allMarks).orElse(Marks.NONE);
  }

  private static Fields fields(Part part) {
    return part.tree().isPresent() && part.tree().get() instanceof Fields f ? f : Fields.EMPTY;
  }

  private static Fields without(Fields old, Set<String> gone) {
    var kept = new LinkedHashMap<>(old.fields());
    kept.keySet().removeAll(gone);
    return new Fields(kept, old.marks());
  }
}
