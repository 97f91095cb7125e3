package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the spec of a machine, and what stands there. Tens of thousands of machines a second
 * have nothing wrong with them, so its path is built only when someone asks.
 */
final class Place {
  private final @Nullable Place parent;
  private final PropertyPath root;
  private final String name;
  private final int index;
  private final Optional<Tree> tree;

  private Place(
      @Nullable Place parent, PropertyPath root, String name, int index, Optional<Tree> tree) {
    this.parent = parent;
    this.root = root;
    this.name = name;
    this.index = index;
    this.tree = tree;
  }

  static Place root(Part part) {
    return new Place(null, part.path(), "", 0, part.tree());
  }

  /** What is open as a whole is open in each of its parts. */
  Place get(String key) {
    if (tree.isPresent()) {
      var here = tree.get();
      if (here instanceof Fields f) {
        return new Place(this, root, key, 0, f.get(key));
      }
      if (here instanceof Unknown) {
        return new Place(this, root, key, 0, tree);
      }
    }
    return new Place(this, root, key, 0, Optional.empty());
  }

  Place get(String first, String second) {
    return get(first).get(second);
  }

  List<Place> items() {
    if (tree.isEmpty() || !(tree.get() instanceof Items l) || l.items().isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<Place>(l.items().size());
    for (int i = 0; i < l.items().size(); i++) {
      items.add(item(i, l.items().get(i)));
    }
    return items;
  }

  Place item(int at, Tree item) {
    return new Place(this, root, "", at, Optional.of(item));
  }

  /** Something is written there, even if nobody knows yet what. */
  boolean isSet() {
    return tree.isPresent();
  }

  boolean isMissing() {
    return tree.isEmpty();
  }

  /** Written, and not decided yet. */
  boolean isOpen() {
    return tree.isPresent() && tree.get() instanceof Unknown;
  }

  /** Written, and known to be. */
  boolean isThere() {
    return tree.isPresent() && !(tree.get() instanceof Unknown);
  }

  Optional<Tree> tree() {
    return tree;
  }

  /** Go's empty text where nothing is. */
  String text() {
    return tree.isPresent() && tree.get() instanceof Scalar s
        ? s.value() instanceof String t ? t : Scalars.text(s)
        : "";
  }

  boolean is(String value) {
    return text().equals(value);
  }

  /** Go's zero where nothing is. */
  long number() {
    if (tree.isEmpty()) {
      return 0;
    }
    var whole = Scalars.whole(tree.get());
    return whole.isPresent() ? whole.getAsLong() : 0;
  }

  boolean isTrue() {
    return tree.isPresent() && tree.get() instanceof Scalar s && Boolean.TRUE.equals(s.value());
  }

  boolean isFalse() {
    return tree.isPresent() && tree.get() instanceof Scalar s && Boolean.FALSE.equals(s.value());
  }

  boolean isSecret() {
    return tree.isPresent() && tree.get().marks().secret();
  }

  /** For messages; nothing secret. */
  String shown() {
    return isSecret() ? Part.SECRET : text();
  }

  int index() {
    return index;
  }

  PropertyPath path() {
    if (parent == null) {
      return root;
    }
    return name.isEmpty() ? parent.path().index(index) : parent.path().child(name);
  }

  /**
   * The place that an author wrote, where one is known. For an object that is the one of its name,
   * or of what else in it knows one; where nothing does, that of the entry around it.
   */
  PropertyPath written() {
    var here = tree.flatMap(Place::written);
    for (var place = this; here.isEmpty() && place.parent != null; place = place.parent) {
      if (place.name.isEmpty()) {
        here = place.tree.flatMap(Place::written);
      }
    }
    return here.orElseGet(this::path);
  }

  private static Optional<PropertyPath> written(Tree tree) {
    if (tree instanceof Scalar s) {
      return s.written();
    }
    if (tree instanceof Fields f) {
      var name = f.get("name").flatMap(Place::written);
      if (name.isPresent()) {
        return name;
      }
    }
    return tree.parts().flatMap(t -> written(t).stream()).findFirst();
  }

  /** What KubeVirt adds to the text of the root for it: {@code .networks[0].name}. */
  String suffix() {
    if (parent == null) {
      return "";
    }
    return name.isEmpty() ? parent.suffix() + "[" + index + "]" : parent.suffix() + "." + name;
  }
}
