package io.kubevirtnet.provider.policy;

import java.time.Duration;

/** The end of a wait. */
final class Deadline {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Time time;
  private final long end;

  Deadline(Time time, Duration limit) {
    this.time = time;
    this.end = time.nanos() + limit.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - time.nanos()));
  }

  boolean isOver() {
    return end - time.nanos() <= 0;
  }

  /** A moment, after which it is worth to look again. */
  void pause() {
    time.pause(STEP);
  }
}
