package io.kubevirtnet.provider.cluster;

import java.time.Duration;

/** How patient tests are. */
final class Patiences {
  /** Long enough for anything that ends well, with short pauses. */
  static final Patience QUICK =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofMillis(200),
          Duration.ofMillis(5),
          Duration.ofMillis(50));

  private Patiences() {}

  /** For what is to give up, or to notice silence, soon. */
  static Patience impatient(Duration limit) {
    return new Patience(
        limit, limit, limit, limit, limit, Duration.ofMillis(5), Duration.ofMillis(50));
  }
}
