package io.kubevirtnet.provider.netris;

import java.time.Duration;

/**
 * How often a question is asked that got no answer.
 *
 * @param shortest after the first attempt; each is twice the one before
 * @param longest even where the controller asks for more
 */
record Pauses(int attempts, Duration shortest, Duration longest) {
  static final Pauses USUAL = new Pauses(4, Duration.ofMillis(250), Duration.ofSeconds(5));

  Attempt first() {
    return new Attempt(1);
  }

  /** One of them, from 1 on. */
  final class Attempt {
    private final int number;

    private Attempt(int number) {
      this.number = number;
    }

    boolean isLast() {
      return number >= attempts;
    }

    Attempt next() {
      return new Attempt(number + 1);
    }

    void pause() {
      pause(Duration.ZERO);
    }

    /** Before the next one. */
    void pause(Duration atLeast) {
      var grown = shortest.multipliedBy(1L << (number - 1));
      var wanted = grown.compareTo(atLeast) < 0 ? atLeast : grown;
      try {
        Thread.sleep((wanted.compareTo(longest) < 0 ? wanted : longest).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Transport.cancelled();
      }
    }
  }
}
