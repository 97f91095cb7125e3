package io.kubevirtnet.value;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What travels with a value and must never get lost: secrecy and origins. */
public record Marks(boolean secret, Set<Origin> origins) {
  public static final Marks NONE = new Marks(false, Set.of());

  public Marks {
    origins = Set.copyOf(origins);
  }

  public boolean none() {
    return !secret && origins.isEmpty();
  }

  public Marks and(Marks other) {
    if (other.none()) {
      return this;
    }
    if (none()) {
      return other;
    }
    var both = new LinkedHashSet<>(origins);
    both.addAll(other.origins);
    return new Marks(secret || other.secret, both);
  }

  /** The same of something that is no secret. */
  public Marks disclosed() {
    return secret ? new Marks(false, origins) : this;
  }

  public static Marks all(Stream<Marks> marks) {
    return marks.reduce(NONE, Marks::and);
  }
}
