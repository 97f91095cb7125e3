package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A place in a state, and what stands there, if anything does. */
record Part(PropertyPath path, Optional<Tree> tree) {
  static final String SECRET = "[secret]";

  static Part of(PropertyPath path, Tree tree) {
    return new Part(path, Optional.of(tree));
  }

  /** What is open as a whole is open in each of its parts. */
  Part get(String name) {
    if (isOpen()) {
      return new Part(path.child(name), tree);
    }
    return new Part(
        path.child(name),
        tree.flatMap(t -> t instanceof Fields f ? f.get(name) : Optional.empty()));
  }

  Part get(String first, String... more) {
    var part = get(first);
    for (var name : more) {
      part = part.get(name);
    }
    return part;
  }

  List<Part> items() {
    return tree.isPresent() && tree.get() instanceof Items l
        ? IntStream.range(0, l.items().size())
            .mapToObj(i -> of(path.index(i), l.items().get(i)))
            .toList()
        : List.of();
  }

  /** Something is written there, even if nobody knows yet what. */
  boolean isSet() {
    return tree.isPresent();
  }

  /** Written, and not decided yet. */
  boolean isOpen() {
    return tree.isPresent() && tree.get() instanceof Unknown;
  }

  boolean isList() {
    return tree.isPresent() && tree.get() instanceof Items;
  }

  boolean isObject() {
    return tree.isPresent() && tree.get() instanceof Fields;
  }

  Optional<String> text() {
    return tree.filter(Scalar.class::isInstance).map(Scalars::text);
  }

  Optional<Long> number() {
    return tree.map(Scalars::whole)
        .flatMap(w -> w.isPresent() ? Optional.of(w.getAsLong()) : Optional.empty());
  }

  Optional<Boolean> flag() {
    return tree.filter(Scalar.class::isInstance)
        .map(t -> ((Scalar) t).value())
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  boolean is(String value) {
    return text().filter(value::equals).isPresent();
  }

  boolean isTrue() {
    return flag().orElse(false);
  }

  boolean isFalse() {
    return flag().filter(f -> !f).isPresent();
  }

  /** The place that an author wrote, where one is known. */
  PropertyPath written() {
    return tree.filter(Scalar.class::isInstance).flatMap(t -> ((Scalar) t).written()).orElse(path);
  }

  /** For messages; nothing secret. */
  String shown() {
    return tree.filter(t -> t.marks().secret()).isPresent() ? SECRET : text().orElse("");
  }
}
