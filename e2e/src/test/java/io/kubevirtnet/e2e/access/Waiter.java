package io.kubevirtnet.e2e.access;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.RolloutProgress;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;

/** A process that awaits a policy and prints what it is told, to be run with a small heap. */
final class Waiter {
  private Waiter() {}

  /** Kubeconfig and name of the policy. */
  public static void main(String[] args) {
    try (var cluster = ClusterAccess.open(Optional.of(args[0]), Optional.empty())) {
      var policy = cluster.policy(args[1]).orElseThrow();
      var result = cluster.await(policy, policy.generation(), Duration.ofMinutes(5), Waiter::print);
      say("result " + result.outcome() + " done=" + result.done().size());
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(java.lang.management.MemoryUsage::getUsed)
            .sum();
    say("peak heap, with garbage: " + peak / 1024 / 1024 + " MB");
  }

  private static void print(RolloutProgress progress) {
    say("progress " + progress.line());
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
