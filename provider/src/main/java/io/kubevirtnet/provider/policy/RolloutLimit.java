package io.kubevirtnet.provider.policy;

import java.time.Duration;
import java.util.Optional;

/** How many nodes change at the same time, and how long all of them may take. */
public record RolloutLimit(int batch, Duration whole) {
  private static final Duration ONE_BATCH = Duration.ofSeconds(600);

  /**
   * @param asked by the engine's custom timeouts, or by the author
   */
  public static RolloutLimit of(String maxUnavailable, int nodes, Optional<Duration> asked) {
    int batch = batch(maxUnavailable, nodes);
    int batches = Math.max(1, (nodes + batch - 1) / batch);
    return new RolloutLimit(batch, asked.orElse(ONE_BATCH.multipliedBy(batches)));
  }

  /** kubernetes-nmstate: ScaledMaxUnavailableNodeCount, rounded up and at least one. */
  static int batch(String maxUnavailable, int nodes) {
    if (maxUnavailable.matches("\\d{1,3}%")) {
      int percent = Integer.parseInt(maxUnavailable.substring(0, maxUnavailable.length() - 1));
      return Math.max(1, (nodes * percent + 99) / 100);
    }
    return maxUnavailable.matches("[1-9]\\d{0,8}") ? Integer.parseInt(maxUnavailable) : 1;
  }
}
