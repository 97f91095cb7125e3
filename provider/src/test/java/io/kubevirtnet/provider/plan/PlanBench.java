package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long this chapter takes for a large site of which one object in a hundred changes.
 *
 * <pre>
 * ./mvnw -q -pl provider -am test -Dgroups=bench -DexcludedGroups= \
 *     -Dtest=PlanBench -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("bench")
class PlanBench {
  private static final int RUNS = 4;

  @Test
  void objectChangesOfALargeSite() {
    var before = Side.of(Estate.of(500, 2_000, 10_000, 100, 0));
    var after = Side.of(Estate.of(500, 2_000, 10_000, 100, 100));
    for (int i = 0; i < RUNS; i++) {
      long cpu = cpuNanos();
      long start = System.nanoTime();

      var plan = Plans.plan(before, after, Plans.scene());

      System.out.printf(
          "%d changes: %.1f s, %.1f s of CPU%n",
          plan.resources().size(), (System.nanoTime() - start) / 1e9, (cpuNanos() - cpu) / 1e9);
      assertThat(plan.resources()).hasSizeGreaterThan(100);
    }
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }
}
