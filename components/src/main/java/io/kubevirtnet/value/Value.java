package io.kubevirtnet.value;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One input, with the path at which it was written. Unknown (a preview cannot tell yet) is never
 * absent (left out, and without a default).
 */
public sealed interface Value<T> {
  PropertyPath path();

  Marks marks();

  record Known<T>(PropertyPath path, T value, Marks marks) implements Value<T> {
    @Override
    public String toString() {
      return path + ": " + (marks.secret() ? "[secret]" : value);
    }
  }

  record Unknown<T>(PropertyPath path, Marks marks) implements Value<T> {}

  record Absent<T>(PropertyPath path) implements Value<T> {
    @Override
    public Marks marks() {
      return Marks.NONE;
    }
  }

  static <T> Value<T> known(PropertyPath path, T value) {
    return new Known<>(path, value, Marks.NONE);
  }

  static <T> Value<T> unknown(PropertyPath path) {
    return new Unknown<>(path, Marks.NONE);
  }

  default boolean isUnknown() {
    return this instanceof Unknown;
  }

  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /** Given by the author, known or not. */
  default boolean isGiven() {
    return !isAbsent();
  }

  default Optional<T> known() {
    return this instanceof Known<T> k ? Optional.of(k.value()) : Optional.empty();
  }

  default void ifKnown(Consumer<? super T> use) {
    known().ifPresent(use);
  }

  default <R> Value<R> map(Function<? super T, ? extends R> change) {
    if (this instanceof Known<T> k) {
      return new Known<>(path(), change.apply(k.value()), marks());
    }
    return isAbsent() ? new Absent<>(path()) : new Unknown<>(path(), marks());
  }

  /** Into an object: the property of it that is meant. */
  default <R> Value<R> flatMap(Function<? super T, Value<R>> property) {
    if (this instanceof Known<T> k) {
      return property.apply(k.value());
    }
    return isAbsent() ? new Absent<>(path()) : new Unknown<>(path(), marks());
  }

  /**
   * Both as one: unknown, absent or secret as soon as one of them is. It stands where this one
   * stands.
   */
  default <U, R> Value<R> with(
      Value<U> other, BiFunction<? super T, ? super U, ? extends R> together) {
    if (isAbsent() || other.isAbsent()) {
      return new Absent<>(path());
    }
    var marks = marks().and(other.marks());
    return known()
        .flatMap(a -> other.known().map(b -> together.apply(a, b)))
        .<Value<R>>map(r -> new Known<>(path(), r, marks))
        .orElseGet(() -> new Unknown<>(path(), marks));
  }

  /** This one if the author gave it, else the other. */
  default Value<T> or(Value<T> other) {
    return isAbsent() ? other : this;
  }

  default Value<T> orDefault(T value) {
    return isAbsent() ? known(path(), value) : this;
  }

  /** The pair, when both are known. */
  default <U> void ifBothKnown(Value<U> other, BiConsumer<? super T, ? super U> use) {
    ifKnown(a -> other.ifKnown(b -> use.accept(a, b)));
  }

  /** For a message: the value as its author wrote it, or that it is a secret. */
  default String shown() {
    if (marks().secret()) {
      return "[secret]";
    }
    return known()
        .map(v -> v instanceof WireEnum e ? e.wire() : String.valueOf(v))
        .orElse(isAbsent() ? "(none)" : "(known after apply)");
  }

  /** For a message: a key at which this value stands; the keys of a secret map are secret, too. */
  default String shownKey(String key) {
    return marks().secret() ? "[secret]" : key;
  }

  default Tree tree() {
    return Tree.of(this);
  }
}
