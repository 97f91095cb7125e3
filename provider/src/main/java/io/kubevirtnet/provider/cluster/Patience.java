package io.kubevirtnet.provider.cluster;

import java.time.Duration;

/**
 * How long something is tried again.
 *
 * @param firstContact for reads, as long as the cluster has never answered
 * @param operation for everything else
 * @param attempt for one answer
 * @param watch after so long the server ends a watch and is asked again, so that a connection that
 *     died silently is not believed for long
 * @param grace for what may still change within a moment while a rollout is awaited: a pod that
 *     comes back, nodes that abort in turn
 * @param firstPause after the first failure; it doubles up to the longest one
 */
record Patience(
    Duration firstContact,
    Duration operation,
    Duration attempt,
    Duration watch,
    Duration grace,
    Duration firstPause,
    Duration longestPause) {
  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofMinutes(3),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          Duration.ofMillis(250),
          Duration.ofSeconds(5));

  /** For reading only, when the whole of it is not to take longer. */
  static Patience within(Duration limit) {
    return new Patience(
        limit,
        limit,
        limit,
        DEFAULT.watch,
        DEFAULT.grace,
        DEFAULT.firstPause,
        DEFAULT.longestPause);
  }

  /** Nothing may come for so long on a watch that is alive. */
  Duration silence() {
    return watch.plus(watch.dividedBy(4));
  }

  /** Doubles with each attempt; the first one is 1. */
  Duration pause(int attempts) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, 16));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
