package io.kubevirtnet.host;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.HandlerDefaults;
import io.kubevirtnet.nmstate.StateRules;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;
import java.util.stream.Collectors;

/** What nmstate says about the desired state of a policy, on whatever node. */
public final class DesiredStateRules {
  private DesiredStateRules() {}

  /**
   * A place where something is wrong already gets no second finding.
   *
   * @param spec where the properties of the policy stand that no input was written for
   */
  public static void check(HostPolicy policy, PropertyPath spec, Report report) {
    var path = spec.child("desiredState");
    if (!(policy.desiredState() instanceof Fields desired)) {
      report.notChecked(path, "known after apply");
      return;
    }
    var said = new Report();
    var captures = policy.captures(spec.child("capture"), said);
    captures.checkTemplates(desired, path, said);
    StateRules.check(HandlerDefaults.apply(desired), Optional.empty(), path, said);
    var wrong =
        report.findings().stream()
            .filter(Finding::isError)
            .map(Finding::path)
            .collect(Collectors.toSet());
    said.findings().stream().filter(f -> !wrong.contains(f.path())).forEach(report::add);
    said.notChecked().forEach(n -> report.notChecked(n.path(), n.why()));
  }
}
