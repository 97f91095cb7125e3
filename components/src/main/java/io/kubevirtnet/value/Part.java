package io.kubevirtnet.value;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A place in a state, and what stands there, if anything does. */
public record Part(PropertyPath path, Optional<Tree> tree) {
  public static final String SECRET = "[secret]";

  public static Part of(PropertyPath path, Tree tree) {
    return new Part(path, Optional.of(tree));
  }

  /** What is open as a whole is open in each of its parts. */
  public Part get(String name) {
    if (isOpen()) {
      return new Part(path.child(name), tree);
    }
    return new Part(
        path.child(name),
        tree.flatMap(t -> t instanceof Fields f ? f.get(name) : Optional.empty()));
  }

  public Part get(String first, String... more) {
    var part = get(first);
    for (var name : more) {
      part = part.get(name);
    }
    return part;
  }

  public List<Part> items() {
    return tree.isPresent() && tree.get() instanceof Items l
        ? IntStream.range(0, l.items().size())
            .mapToObj(i -> of(path.index(i), l.items().get(i)))
            .toList()
        : List.of();
  }

  /** Something is written there, even if nobody knows yet what. */
  public boolean isSet() {
    return tree.isPresent();
  }

  /** Written, and not decided yet. */
  public boolean isOpen() {
    return tree.isPresent() && tree.get() instanceof Unknown;
  }

  public boolean isList() {
    return tree.isPresent() && tree.get() instanceof Items;
  }

  public boolean isObject() {
    return tree.isPresent() && tree.get() instanceof Fields;
  }

  public Optional<String> text() {
    return tree.filter(Scalar.class::isInstance).map(Scalars::text);
  }

  public Optional<Long> number() {
    return tree.map(Scalars::whole)
        .flatMap(w -> w.isPresent() ? Optional.of(w.getAsLong()) : Optional.empty());
  }

  public Optional<Boolean> flag() {
    return tree.filter(Scalar.class::isInstance)
        .map(t -> ((Scalar) t).value())
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  public boolean is(String value) {
    return text().filter(value::equals).isPresent();
  }

  public boolean isTrue() {
    return flag().orElse(false);
  }

  public boolean isFalse() {
    return flag().filter(f -> !f).isPresent();
  }

  /** The place that an author wrote, where one is known. */
  public PropertyPath written() {
    return tree.filter(Scalar.class::isInstance).flatMap(t -> ((Scalar) t).written()).orElse(path);
  }

  /** For messages; nothing secret. */
  public String shown() {
    return tree.filter(t -> t.marks().secret()).isPresent() ? SECRET : text().orElse("");
  }
}
