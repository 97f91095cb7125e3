package io.kubevirtnet.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A structured value: what an end decoded, or a Kubernetes object on its way out. Marks stand at
 * the leaves, and at containers only while these are empty.
 */
public sealed interface Tree {
  Marks marks();

  /** This tree with more marks on everything in it. */
  Tree marked(Marks more);

  /** This tree, whose leaves an author wrote at that place if they know of no other. */
  Tree writtenAt(PropertyPath path);

  /**
   * A String, Boolean, Integer or Double.
   *
   * @param written the input that it comes from, where one is known; two that differ only in this
   *     are equal
   */
  record Scalar(Object value, Marks marks, Optional<PropertyPath> written) implements Tree {
    public Scalar {
      if (!(value instanceof String
          || value instanceof Boolean
          || value instanceof Integer
          || value instanceof Double)) {
        throw new IllegalArgumentException("not a scalar: " + value.getClass());
      }
    }

    public Scalar(Object value, Marks marks) {
      this(value, marks, Optional.empty());
    }

    @Override
    public Tree marked(Marks more) {
      return new Scalar(value, marks.and(more), written);
    }

    @Override
    public Tree writtenAt(PropertyPath path) {
      return written.isPresent() ? this : new Scalar(value, marks, Optional.of(path));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar s && value.equals(s.value) && marks.equals(s.marks);
    }

    @Override
    public int hashCode() {
      return Objects.hash(value, marks);
    }

    @Override
    public String toString() {
      return marks.secret() ? "[secret]" : String.valueOf(value);
    }
  }

  record Unknown(Marks marks) implements Tree {
    @Override
    public Tree marked(Marks more) {
      return new Unknown(marks.and(more));
    }

    @Override
    public Tree writtenAt(PropertyPath path) {
      return this;
    }
  }

  /**
   * {@code null} as the value of a field in a patch, where it takes away what is there. Other
   * readers leave such a field out, and so does everything that prints a tree.
   */
  record Null(Marks marks) implements Tree {
    @Override
    public Tree marked(Marks more) {
      return new Null(marks.and(more));
    }

    @Override
    public Tree writtenAt(PropertyPath path) {
      return this;
    }
  }

  record Items(List<Tree> items, Marks marks) implements Tree {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Tree marked(Marks more) {
      return more.none()
          ? this
          : new Items(
              items.stream().map(t -> t.marked(more)).toList(),
              items.isEmpty() ? marks.and(more) : marks);
    }

    @Override
    public Tree writtenAt(PropertyPath path) {
      return new Items(items.stream().map(t -> t.writtenAt(path)).toList(), marks);
    }
  }

  record Fields(Map<String, Tree> fields, Marks marks) implements Tree {
    public static final Fields EMPTY = new Fields(Map.of(), Marks.NONE);

    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public Tree marked(Marks more) {
      if (more.none()) {
        return this;
      }
      var changed = new LinkedHashMap<String, Tree>();
      fields.forEach((k, v) -> changed.put(k, v.marked(more)));
      return new Fields(changed, fields.isEmpty() ? marks.and(more) : marks);
    }

    @Override
    public Tree writtenAt(PropertyPath path) {
      var changed = new LinkedHashMap<String, Tree>();
      fields.forEach((k, v) -> changed.put(k, v.writtenAt(path)));
      return new Fields(changed, marks);
    }

    public Optional<Tree> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    private Fields withoutNullFields() {
      var kept = new LinkedHashMap<String, Tree>();
      fields.forEach(
          (k, v) -> {
            if (!(v instanceof Null)) {
              kept.put(k, v.withoutNulls());
            }
          });
      return new Fields(kept, marks);
    }

    /** This with one more field; nothing when the value is absent. */
    public Fields with(String name, Object value) {
      if (value instanceof Value<?> v && v.isAbsent()) {
        return this;
      }
      var more = new LinkedHashMap<>(fields);
      more.put(name, Tree.of(value));
      return new Fields(more, marks);
    }

    public Fields withIf(boolean condition, String name, Object value) {
      return condition ? with(name, value) : this;
    }
  }

  static Fields fields() {
    return Fields.EMPTY;
  }

  static Fields of(String name, Object value) {
    return Fields.EMPTY.with(name, value);
  }

  static Items items(Object... items) {
    return new Items(Stream.of(items).map(Tree::of).toList(), Marks.NONE);
  }

  /**
   * The tree of a scalar, an enum, a value, a typed object, or a list or map of these. A null in a
   * list or map is left out; a number too large for an int becomes a double.
   */
  static Tree of(Object o) {
    if (o instanceof Tree t) {
      return t;
    }
    if (o instanceof TreeSource s) {
      return s.tree();
    }
    if (o instanceof WireEnum e) {
      return new Scalar(e.wire(), Marks.NONE);
    }
    if (o instanceof Value<?> v) {
      return v.known()
          .map(x -> of((Object) x).marked(v.marks()).writtenAt(v.path()))
          .orElseGet(() -> new Unknown(v.marks()));
    }
    if (o instanceof List<?> l) {
      return new Items(
          l.stream().filter(Objects::nonNull).map(x -> of((Object) x)).toList(), Marks.NONE);
    }
    if (o instanceof Map<?, ?> m) {
      var fields = new LinkedHashMap<String, Tree>();
      m.forEach(
          (k, v) -> {
            if (v != null) {
              fields.put(String.valueOf(k), of((Object) v));
            }
          });
      return new Fields(fields, Marks.NONE);
    }
    if (o instanceof Long || o instanceof BigInteger || o instanceof BigDecimal) {
      return new Scalar(((Number) o).doubleValue(), Marks.NONE);
    }
    return new Scalar(o, Marks.NONE);
  }

  /** The marks of everything in this tree, together. */
  default Marks allMarks() {
    return marks().and(Marks.all(parts().map(Tree::allMarks)));
  }

  default boolean hasUnknown() {
    return this instanceof Unknown || parts().anyMatch(Tree::hasUnknown);
  }

  default Stream<Tree> parts() {
    if (this instanceof Items l) {
      return l.items().stream();
    }
    return this instanceof Fields f ? f.fields().values().stream() : Stream.empty();
  }

  /** This tree, of which nothing is a secret; what it comes from stays. */
  default Tree disclosed() {
    if (this instanceof Items l) {
      return new Items(l.items().stream().map(Tree::disclosed).toList(), l.marks().disclosed());
    }
    if (this instanceof Fields f) {
      var open = new LinkedHashMap<String, Tree>();
      f.fields().forEach((k, v) -> open.put(k, v.disclosed()));
      return new Fields(open, f.marks().disclosed());
    }
    if (this instanceof Scalar s) {
      return new Scalar(s.value(), s.marks().disclosed(), s.written());
    }
    return this instanceof Null n
        ? new Null(n.marks().disclosed())
        : new Unknown(marks().disclosed());
  }

  /** This as everybody but a patch has it: what is null is left out. */
  default Tree withoutNulls() {
    if (this instanceof Items l) {
      return new Items(l.items().stream().map(Tree::withoutNulls).toList(), l.marks());
    }
    return this instanceof Fields f ? f.withoutNullFields() : this;
  }

  /** The plain structure without marks; what is unknown must have been dealt with before. */
  default Object plain() {
    if (this instanceof Scalar s) {
      return s.value();
    }
    if (this instanceof Items l) {
      return l.items().stream().map(Tree::plain).toList();
    }
    if (this instanceof Fields f) {
      var plain = new LinkedHashMap<String, Object>();
      f.withoutNullFields().fields().forEach((k, v) -> plain.put(k, v.plain()));
      return plain;
    }
    throw new IllegalStateException("no plain form: " + getClass().getSimpleName());
  }
}
