package io.kubevirtnet.sdk;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a program gets on. It stands still when nothing has moved for much longer than it ever
 * took so far: on a busy machine the engine may need seconds for its first answer.
 */
final class Pace {
  private static final Duration LEAST = Duration.ofMillis(1_500);
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final int MUCH_LONGER = 5;

  private final LongSupplier nanos;
  private long last;
  private long longest;
  private int busy;

  Pace(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  synchronized void moved() {
    long now = nanos.getAsLong();
    if (busy == 0) {
      longest = Math.max(longest, now - last);
    }
    last = now;
  }

  /** Something began that takes as long as it takes: until it ends, nothing stands still. */
  synchronized void began() {
    busy++;
  }

  /** It ended; how long it took says nothing about the rest. */
  synchronized void ended() {
    busy--;
    last = nanos.getAsLong();
  }

  /** How long to wait for the next movement before nothing is expected any more. */
  synchronized Duration patience() {
    long slow = Math.min(longest, MOST.toNanos()) * MUCH_LONGER;
    return Duration.ofNanos(Math.min(Math.max(LEAST.toNanos(), slow), MOST.toNanos()));
  }

  synchronized boolean isStill() {
    return busy == 0 && nanos.getAsLong() - last >= patience().toNanos();
  }
}
