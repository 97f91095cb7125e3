package io.kubevirtnet.e2e.kubevirt;

import io.kubevirtnet.e2e.kubevirt.KubeVirtJudge.Cause;
import io.kubevirtnet.e2e.kubevirt.KubeVirtJudge.Verdict;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What we say about a machine beside what KubeVirt says: the same causes, in the same order. */
record MachineAgreement(GeneratedMachine machine, List<Finding> ours, Verdict theirs) {
  private static final String KUBEVIRT = "kubevirt";
  private static final String BAD_REQUEST = "BadRequest";
  private static final Pattern BARE_MAC =
      Pattern.compile("has malformed MAC address \\([0-9a-f]{12}\\)");

  static MachineAgreement on(GeneratedMachine machine, Verdict theirs) {
    var report = new Report();
    MachineRules.refusals(machine.machine(), machine.configuration(), report);
    return new MachineAgreement(machine, report.findings(), theirs);
  }

  Optional<String> disagreement() {
    var said = said();
    if (!theirs.error().isEmpty()) {
      boolean isRepeated = said.stream().anyMatch(u -> u.type().equals(BAD_REQUEST));
      return isRepeated
          ? Optional.empty()
          : Optional.of("error " + theirs.error() + "; we: " + said);
    }
    var causes = said.stream().map(u -> new Cause(u.type(), u.field(), u.message())).toList();
    return inOrder(causes).equals(inOrder(theirs.causes()))
        ? Optional.empty()
        : Optional.of(theirs.causes() + "; we: " + causes);
  }

  /**
   * Go reads a MAC without separators since 1.26. KubeVirt 1.8 is built with 1.24, and here with
   * the Go that is there.
   */
  boolean isAboutABareMac() {
    return machine.release() == KubeVirtRelease.V1_8
        && said().stream().anyMatch(u -> BARE_MAC.matcher(u.message()).find());
  }

  List<Upstream> said() {
    return ours.stream()
        .flatMap(f -> f.upstream().stream())
        .filter(u -> u.tool().equals(KUBEVIRT))
        .toList();
  }

  /** KubeVirt goes through the protocols in any order. */
  private static List<Cause> inOrder(List<Cause> causes) {
    var ordered = new ArrayList<>(causes);
    for (int from = 0; from < ordered.size(); from++) {
      int to = from;
      while (to < ordered.size()
          && ordered.get(to).message().endsWith(" overlap")
          && ordered.get(to).field().equals(ordered.get(from).field())) {
        to++;
      }
      if (to > from) {
        ordered.subList(from, to).sort(Comparator.comparing(Cause::message));
        from = to - 1;
      }
    }
    return ordered;
  }
}
