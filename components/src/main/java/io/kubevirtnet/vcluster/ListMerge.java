package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.vcluster.PatchFault.Kind;
import io.kubevirtnet.vcluster.PatchShape.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A list, and what a patch has for it, where it is not replaced as a whole. */
final class ListMerge {
  private final Part base;
  private final Part patch;
  private final Field field;
  private final PropertyPath place;
  private final MergeNotes notes;

  /** Where in the patch faults are told that are about no item of it. */
  private final PropertyPath written;

  private ListMerge(
      Part base,
      Part patch,
      PropertyPath written,
      Field field,
      PropertyPath place,
      MergeNotes notes) {
    this.base = base;
    this.written = written;
    this.patch = patch;
    this.field = field;
    this.place = place;
    this.notes = notes;
  }

  /**
   * Both as one.
   *
   * @param takesAway whether the items of the patch go, where they are texts or numbers
   */
  static Tree of(
      Part base, Part patch, Field field, boolean takesAway, PropertyPath place, MergeNotes notes) {
    var merge = new ListMerge(base, patch, patch.path(), field, place, notes);
    if (merge.isOpen(base) || merge.isOpen(patch)) {
      return ObjectMerge.open(base, patch);
    }
    try {
      return merge.finished(merge.entries(takesAway));
    } catch (RefusedPatch e) {
      notes.fault(e.kind(), e.path());
      return base.tree().orElseThrow();
    }
  }

  /** The same, in the order that a directive says, for which one of the lists is enough. */
  static Tree ordered(
      Part base, Part patch, Part order, Field field, PropertyPath place, MergeNotes notes) {
    var merge = new ListMerge(base, patch, order.path(), field, place, notes);
    if (Stream.of(base, patch, order).anyMatch(merge::isOpen)) {
      return ObjectMerge.open(base, patch);
    }
    try {
      return merge.finished(merge.ordered(order));
    } catch (RefusedPatch e) {
      notes.fault(e.kind(), e.path());
      return base.isSet() ? base.tree().orElseThrow() : patch.tree().orElseThrow();
    }
  }

  /** Which items are the same can not be told. */
  private boolean isOpen(Part list) {
    return list.items().stream()
        .anyMatch(
            i ->
                i.isOpen()
                    || i.get(StrategicMerge.DIRECTIVE).isOpen()
                    || field.key().filter(k -> i.get(k).isOpen()).isPresent());
  }

  private List<MergedItem> entries(boolean takesAway) throws RefusedPatch {
    if (base.items().isEmpty() && patch.items().isEmpty()) {
      return List.of();
    }
    if (!areObjects()) {
      return takesAway
          ? MergedItem.old(base).stream().filter(e -> !holds(patch.items(), e.start())).toList()
          : inOrder(union(), patch.items(), base.items());
    }
    if (field.key().isEmpty()) {
      throw new RefusedPatch(Kind.NO_MERGED_LIST, written);
    }
    return objects(field.key().get());
  }

  /** All items are of one type. */
  private boolean areObjects() throws RefusedPatch {
    var all = Stream.concat(base.items().stream(), patch.items().stream()).toList();
    if (all.isEmpty()) {
      throw new RefusedPatch(Kind.EMPTY, written);
    }
    if (all.get(0).isList()) {
      throw refused(Kind.NESTED, all.get(0));
    }
    for (var item : all) {
      if (!kind(item).equals(kind(all.get(0)))) {
        throw refused(Kind.MIXED, item);
      }
    }
    return all.get(0).isObject();
  }

  /** An item of the patch, or one that was there before. */
  private RefusedPatch refused(Kind kind, Part item) {
    return new RefusedPatch(kind, patch.items().contains(item) ? item.path() : written);
  }

  private static Class<?> kind(Part part) {
    var tree = part.tree().orElseThrow();
    return tree instanceof Scalar s ? s.value().getClass() : tree.getClass();
  }

  private static boolean holds(List<Part> items, Part item) {
    return items.stream().anyMatch(i -> value(i).equals(value(item)));
  }

  private static Object value(Part part) {
    return part.tree().isPresent() && part.tree().get() instanceof Scalar s
        ? s.value()
        : Optional.empty();
  }

  private List<MergedItem> union() {
    var seen = new HashSet<Object>();
    return Stream.concat(
            MergedItem.old(base).stream(), patch.items().stream().map(MergedItem::added))
        .filter(e -> seen.add(value(e.start())))
        .toList();
  }

  private List<MergedItem> objects(String key) throws RefusedPatch {
    var old = new ArrayList<>(MergedItem.old(base));
    var changes = new ArrayList<Part>();
    boolean replaces = false;
    for (var item : patch.items()) {
      var directive = item.get(StrategicMerge.DIRECTIVE);
      if (!directive.isSet()) {
        changes.add(item);
      } else if (directive.is("delete")) {
        var gone = keyed(item);
        old.removeIf(o -> value(o.start().get(key)).equals(gone));
      } else if (directive.is("replace")) {
        replaces = true;
      } else {
        throw new RefusedPatch(
            directive.is("merge") ? Kind.MERGE : Kind.DIRECTIVE, directive.path());
      }
    }
    return replaces
        ? inOrder(changes.stream().map(MergedItem::added).toList(), List.of(), changes)
        : inOrder(
            changed(old, changes, key), changes, old.stream().map(MergedItem::start).toList());
  }

  private List<MergedItem> changed(List<MergedItem> old, List<Part> changes, String key)
      throws RefusedPatch {
    var entries = new ArrayList<>(old);
    for (var change : changes) {
      var wanted = keyed(change);
      entries.stream()
          .filter(e -> value(e.start().get(key)).equals(wanted))
          .findFirst()
          .ifPresentOrElse(
              e -> e.changes().add(change), () -> entries.add(MergedItem.added(change)));
    }
    return entries;
  }

  private List<MergedItem> ordered(Part order) throws RefusedPatch {
    refuseOtherOrder(order);
    boolean areObjects = areObjects();
    if (areObjects && field.key().isEmpty()) {
      throw new RefusedPatch(Kind.ELEMENT_ORDER, order.path());
    }
    List<MergedItem> entries;
    if (!patch.isSet()) {
      entries = MergedItem.old(base);
    } else if (!base.isSet() || !field.merged()) {
      entries =
          patch.items().stream()
              .filter(i -> base.isSet() || !i.get(StrategicMerge.DIRECTIVE).isSet())
              .map(MergedItem::added)
              .toList();
    } else {
      entries = entries(false);
    }
    return inOrder(entries, order.items(), base.items());
  }

  /** The order has all items of the patch, one after the other as they are there. */
  private void refuseOtherOrder(Part order) throws RefusedPatch {
    int at = 0;
    if (order.items().isEmpty()) {
      return;
    }
    refuseOthersThanObjects();
    for (var item : patch.items()) {
      if (item.get(StrategicMerge.DIRECTIVE).isSet()) {
        continue;
      }
      var wanted = keyed(item);
      while (at < order.items().size() && !keyed(order.items().get(at)).equals(wanted)) {
        at++;
      }
      if (at++ >= order.items().size()) {
        throw new RefusedPatch(Kind.ORDER, item.path());
      }
    }
  }

  private void refuseOthersThanObjects() throws RefusedPatch {
    for (var item : patch.items()) {
      if (field.key().isPresent() && !item.isObject()) {
        throw refused(Kind.NO_MAP, item);
      }
    }
  }

  private List<MergedItem> inOrder(List<MergedItem> entries, List<Part> wanted, List<Part> old)
      throws RefusedPatch {
    var keys = new ArrayList<>();
    for (var entry : entries) {
      keys.add(keyed(entry.start()));
    }
    return new ElementOrder(keys(wanted), keys(old)).of(entries, keys);
  }

  private List<Object> keys(List<Part> items) throws RefusedPatch {
    var keys = new ArrayList<>();
    for (var item : items) {
      keys.add(keyed(item));
    }
    return keys;
  }

  /** What an item is known by. */
  private Object keyed(Part item) throws RefusedPatch {
    if (field.key().isEmpty()) {
      return value(item);
    }
    if (!item.isObject()) {
      throw refused(Kind.NO_MAP, item);
    }
    var key = item.get(field.key().get());
    if (!(key.tree().isPresent() && key.tree().get() instanceof Scalar)) {
      throw refused(Kind.NO_KEY, item);
    }
    return value(key);
  }

  private Tree finished(List<MergedItem> entries) {
    notes.reordered(place, entries.stream().map(MergedItem::before).toList());
    var items = new ArrayList<Tree>();
    for (var entry : entries) {
      var at = place.index(items.size());
      if (entry.before().isEmpty()) {
        notes.took(at, entry.start());
      }
      var item = entry.start().tree().orElseThrow();
      for (var change : entry.changes()) {
        item =
            item instanceof Unknown
                ? item
                : ObjectMerge.of(
                    Part.of(entry.start().path(), item), change, field.shape(), at, notes);
      }
      items.add(item);
    }
    return new Items(items, base.tree().map(Tree::marks).orElse(Marks.NONE));
  }
}
