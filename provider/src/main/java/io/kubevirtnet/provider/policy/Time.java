package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import java.time.Duration;

/** The clock, and the only place in this room where a thread waits by itself. */
interface Time {
  long nanos();

  /** Ends early, and with a problem, when the thread is interrupted. */
  void pause(Duration duration);

  Time REAL =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
          try {
            Thread.sleep(duration.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterProblem(
                ClusterProblem.Kind.CANCELLED, "The operation was cancelled.", e);
          }
        }
      };
}
