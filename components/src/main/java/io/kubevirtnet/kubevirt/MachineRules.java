package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Report;

/** All that can be said of a machine by itself. */
public final class MachineRules {
  private MachineRules() {}

  /** What KubeVirt refuses, and then what it takes and what would not work. */
  public static void check(Machine machine, ClusterConfiguration config, Report report) {
    refusals(machine, config, report);
    MachineAdvice.check(machine, config, report);
  }

  /** What KubeVirt refuses. */
  public static void refusals(Machine machine, ClusterConfiguration config, Report report) {
    AdmitterRules.check(machine, config, report);
  }
}
