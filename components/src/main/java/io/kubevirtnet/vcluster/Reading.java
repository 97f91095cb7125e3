package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the rules read a part of one of the platform's objects. */
final class Reading {
  private Reading() {}

  /** A field of an object. */
  record Entry(String key, Part value) {
    /** The keys of what is secret are secret, too. */
    String shownKey() {
      return isSecret(value) ? Part.SECRET : key;
    }
  }

  /** The fields of an object, in its order. */
  static List<Entry> entries(Part object) {
    return object.tree().isPresent() && object.tree().get() instanceof Fields f
        ? f.fields().keySet().stream().map(k -> new Entry(k, object.get(k))).toList()
        : List.of();
  }

  /** Text as the platform takes it: values of other kinds are no properties at all. */
  static Optional<String> text(Part value) {
    return value
        .tree()
        .filter(t -> t instanceof Scalar s && s.value() instanceof String)
        .flatMap(t -> value.text());
  }

  /** The same as an input, at the place where its author wrote it. */
  static Value<String> value(Part value) {
    if (value.isOpen()) {
      return new Value.Unknown<>(value.path(), value.tree().orElseThrow().marks());
    }
    return text(value)
        .<Value<String>>map(
            t -> new Value.Known<>(value.written(), t, value.tree().orElseThrow().marks()))
        .orElseGet(() -> new Value.Absent<>(value.path()));
  }

  /**
   * Where to speak of something as a whole: at its name, else at anything that is written in it.
   */
  static PropertyPath place(Part part) {
    return Stream.concat(part.get("name").tree().stream(), part.tree().stream())
        .flatMap(Reading::written)
        .findFirst()
        .orElse(part.path());
  }

  private static Stream<PropertyPath> written(Tree tree) {
    return tree instanceof Scalar s ? s.written().stream() : tree.parts().flatMap(Reading::written);
  }

  static boolean isSecret(Part value) {
    return value.tree().filter(t -> t.allMarks().secret()).isPresent();
  }
}
