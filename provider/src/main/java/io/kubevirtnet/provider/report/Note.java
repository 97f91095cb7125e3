package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedFinding;
import java.util.List;

/**
 * What a component of a program said beside the plan.
 *
 * @param component {@code BridgeNetwork br1}; empty for the program as a whole
 * @param line {@code warning: KVN-…}; further lines keep their margins
 */
public record Note(String component, String line) {
  /** The findings that arise, without those that a component speaks of. */
  static List<PlannedFinding> unsaid(Plan plan, List<Note> notes) {
    return plan.findings().stream()
        .filter(f -> f.arises() && notes.stream().noneMatch(n -> n.says(f.finding())))
        .toList();
  }

  /** The component said this already, at an input of its own. */
  private boolean says(Finding finding) {
    return line.contains(finding.code() + " ") && line.contains(finding.what());
  }
}
