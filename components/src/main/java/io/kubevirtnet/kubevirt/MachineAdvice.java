package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.value.PropertyPath;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What KubeVirt takes of a machine, and what then fails, has no effect, or surprises. */
final class MachineAdvice {
  private MachineAdvice() {}

  /**
   * Nothing at a place of which something is said already; what is only worth knowing waits until
   * the machine has no error.
   */
  static void check(Machine machine, ClusterConfiguration config, Report report) {
    if (!machine.spec().isObject()) {
      return;
    }
    var wiring = Wiring.of(Place.root(machine.spec()), config, machine.hasPreference());
    var advice = new Report();
    PodNetworkAdvice.check(machine, wiring, advice);
    NetworkAdvice.check(wiring, advice);
    MacAdvice.check(machine, wiring, advice);
    CardAdvice.check(wiring, advice);
    var said =
        report.findings().stream()
            .map(Finding::path)
            .map(PropertyPath::text)
            .collect(Collectors.toSet());
    boolean errors =
        Stream.concat(report.findings().stream(), advice.findings().stream())
            .anyMatch(Finding::isError);
    for (var finding : advice.findings()) {
      boolean waits = errors && finding.severity() == Severity.INFO;
      if (!waits && !said.contains(finding.path().text())) {
        report.add(finding);
      }
    }
    advice.notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
  }
}
