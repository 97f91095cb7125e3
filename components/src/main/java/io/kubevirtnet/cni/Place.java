package io.kubevirtnet.cni;

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
import java.util.function.Supplier;

/** A place in a config, and what stands there. Its path is spelled out only when someone asks. */
record Place(Supplier<PropertyPath> where, Optional<Tree> tree) {

  static Place of(PropertyPath path, Tree tree) {
    return new Place(() -> path, Optional.of(tree));
  }

  /** What is open as a whole is open in each of its parts. */
  Place get(String name) {
    Supplier<PropertyPath> child = () -> path().child(name);
    if (tree.isPresent() && tree.get() instanceof Fields f) {
      return new Place(child, f.get(name));
    }
    return new Place(child, isOpen() ? tree : Optional.empty());
  }

  /** The same for those who read names in any case: the last that fits. */
  Place inAnyCase(String name) {
    var found = get(name);
    if (tree.isPresent() && tree.get() instanceof Fields f) {
      for (var other : f.fields().entrySet()) {
        if (other.getKey().equalsIgnoreCase(name)) {
          found = field(other.getKey(), other.getValue());
        }
      }
    }
    return found;
  }

  /** The same for those who get it from libcni, which has sorted the names. */
  Place sortedInAnyCase(String name) {
    var found = inAnyCase(name);
    var exact = get(name);
    if (exact.isSet() && tree.isPresent() && tree.get() instanceof Fields f) {
      var last = name;
      for (var other : f.fields().entrySet()) {
        if (other.getKey().equalsIgnoreCase(name) && other.getKey().compareTo(last) >= 0) {
          last = other.getKey();
          found = field(last, other.getValue());
        }
      }
    }
    return found;
  }

  Place field(String name, Tree value) {
    return new Place(() -> path().child(name), Optional.of(value));
  }

  Place item(int index, Tree value) {
    return new Place(() -> path().index(index), Optional.of(value));
  }

  /** The same place with something else in it. */
  Place holding(Tree other) {
    return new Place(where, Optional.of(other));
  }

  List<Place> items() {
    if (tree.isEmpty() || !(tree.get() instanceof Items list)) {
      return List.of();
    }
    var items = new ArrayList<Place>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      items.add(item(i, list.items().get(i)));
    }
    return items;
  }

  boolean isSet() {
    return tree.isPresent();
  }

  /** Written, and not decided yet. */
  boolean isOpen() {
    return tree.isPresent() && tree.get() instanceof Unknown;
  }

  boolean isObject() {
    return tree.isPresent() && tree.get() instanceof Fields;
  }

  boolean hasFields() {
    return tree.isPresent() && tree.get() instanceof Fields f && !f.fields().isEmpty();
  }

  boolean isList() {
    return tree.isPresent() && tree.get() instanceof Items;
  }

  /** The text; nothing for a value of another type, and for none. */
  Optional<String> text() {
    return tree.isPresent() && tree.get() instanceof Scalar s && s.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The text, as Go has it: empty when there is none. */
  String textOrEmpty() {
    return text().orElse("");
  }

  /** Nothing is there, or an empty text. */
  boolean isMissing() {
    return tree.isEmpty() || text().filter(String::isEmpty).isPresent();
  }

  /** The number, if it is a whole one. */
  Optional<Long> number() {
    if (tree.isEmpty() || !(tree.get() instanceof Scalar)) {
      return Optional.empty();
    }
    var whole = Scalars.whole(tree.get());
    return whole.isPresent() ? Optional.of(whole.getAsLong()) : Optional.empty();
  }

  boolean isFlag() {
    return tree.isPresent() && tree.get() instanceof Scalar s && s.value() instanceof Boolean;
  }

  boolean isTrue() {
    return tree.isPresent() && tree.get() instanceof Scalar s && Boolean.TRUE.equals(s.value());
  }

  PropertyPath path() {
    return where.get();
  }

  /** The input that an author wrote for it or for the first thing in it; else its path. */
  PropertyPath written() {
    return tree.flatMap(Place::writtenIn).orElseGet(where);
  }

  private static Optional<PropertyPath> writtenIn(Tree tree) {
    return tree instanceof Scalar s
        ? s.written()
        : tree.parts().map(Place::writtenIn).flatMap(Optional::stream).findFirst();
  }

  boolean isSecret() {
    return tree.filter(t -> t.allMarks().secret()).isPresent();
  }

  /** For messages: the key under which it stands; that of something secret is secret, too. */
  String shownKey(String key) {
    return isSecret() ? Part.SECRET : key;
  }

  /** For messages; nothing secret. */
  String shown() {
    return isSecret() ? Part.SECRET : tree.map(Scalars::text).orElse("");
  }
}
