package io.kubevirtnet.e2e.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, at most until a point in time. */
public final class Deadline {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Instant end;

  private Deadline(Instant end) {
    this.end = end;
  }

  public static Deadline in(Duration limit) {
    return new Deadline(Instant.now().plus(limit));
  }

  /** Returns when the condition holds; {@code what} completes "waited in vain for …". */
  public void await(String what, BooleanSupplier condition) {
    awaitValue(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  public <T> T awaitValue(String what, Supplier<Optional<T>> source) {
    while (true) {
      Optional<T> value = source.get();
      if (value.isPresent()) {
        return value.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      pause(what);
    }
  }

  private static void pause(String what) {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + what, e);
    }
  }
}
