package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** A machine while it is put together: what it says, and where each part of it was written. */
final class MachineDraft {
  private Fields tree;
  private Places places;

  /**
   * An item of a list, and where it stood in the list before.
   *
   * @param before nothing for a new one
   */
  record Item(Tree tree, OptionalInt before) {
    static Item added(Tree tree) {
      return new Item(tree, OptionalInt.empty());
    }
  }

  MachineDraft(Fields tree, Places places) {
    this.tree = tree;
    this.places = places;
  }

  Fields tree() {
    return tree;
  }

  Places places() {
    return places;
  }

  Part at(List<String> steps) {
    var part = Part.of(PropertyPath.ROOT, (Tree) tree);
    for (var step : steps) {
      part = part.get(step);
    }
    return part;
  }

  static PropertyPath path(List<String> steps) {
    var path = PropertyPath.ROOT;
    for (var step : steps) {
      path = path.child(step);
    }
    return path;
  }

  void place(PropertyPath place, PropertyPath source) {
    places = places.at(place, source);
  }

  /** Objects around it are made; what is no object, or not known, stays as it is. */
  void put(List<String> steps, Tree value) {
    tree = (Fields) changed(tree, steps, fields -> fields.with(steps.get(steps.size() - 1), value));
  }

  void remove(List<String> steps) {
    if (at(steps).isSet()) {
      tree = (Fields) changed(tree, steps, fields -> without(fields, steps.get(steps.size() - 1)));
    }
  }

  /** The items of a list; none where there is no list. */
  List<Item> items(List<String> list) {
    var items = new ArrayList<Item>();
    for (var part : at(list).items()) {
      items.add(new Item(part.tree().orElseThrow(), OptionalInt.of(items.size())));
    }
    return items;
  }

  /** Whether it is a list, or may become one. What is not known stays so. */
  boolean takesItems(List<String> list) {
    var now = at(list);
    return now.isList() || !now.isSet();
  }

  void putItems(List<String> list, List<Item> items) {
    var now = at(list);
    if (!takesItems(list)) {
      return;
    }
    var marks = now.tree().map(Tree::marks).orElse(Marks.NONE);
    put(list, new Items(items.stream().map(Item::tree).toList(), marks));
    places = places.reordered(path(list), items.stream().map(Item::before).toList());
  }

  /** Nobody can tell which items it has. */
  void openList(List<String> list) {
    put(list, new Unknown(at(list).tree().map(Tree::allMarks).orElse(Marks.NONE)));
  }

  private static Tree changed(Tree around, List<String> steps, Function<Fields, Fields> change) {
    if (!(around instanceof Fields fields)) {
      return around;
    }
    if (steps.size() == 1) {
      return change.apply(fields);
    }
    var name = steps.get(0);
    var inner = fields.get(name).orElse(Fields.EMPTY);
    return fields.with(name, changed(inner, steps.subList(1, steps.size()), change));
  }

  static Fields without(Fields fields, String name) {
    var kept = new LinkedHashMap<>(fields.fields());
    kept.remove(name);
    return new Fields(kept, fields.marks());
  }
}
