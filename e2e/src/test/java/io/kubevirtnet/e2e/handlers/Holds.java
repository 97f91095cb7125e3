package io.kubevirtnet.e2e.handlers;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a test wants a handler to stop, and where it stands. */
final class Holds {
  private final Set<Stage> wanted = EnumSet.noneOf(Stage.class);
  private volatile Optional<Stage> standing = Optional.empty();

  void add(Stage stage) {
    wanted.add(stage);
  }

  void clear() {
    wanted.clear();
  }

  /** Whether to stop at a stage that has been reached. */
  boolean stop(Stage stage) {
    boolean stops = wanted.contains(stage);
    standing = stops ? Optional.of(stage) : Optional.empty();
    return stops;
  }

  void leave() {
    standing = Optional.empty();
  }

  /** For any thread. */
  Optional<Stage> standing() {
    return standing;
  }
}
