package io.kubevirtnet.provider.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.netris.ControllerRules;
import io.kubevirtnet.spec.GetNetrisServerClusterSpec;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;

/**
 * What came of a question.
 *
 * @param facts nothing where they could not be read
 */
public record FactsAnswer(Optional<Fields> facts, List<Finding> findings) {
  public FactsAnswer {
    findings = List.copyOf(findings);
  }

  /** Asks the controller, if its inputs are right and known. */
  public static FactsAnswer of(GetNetrisServerClusterSpec spec, Sessions sessions) {
    var report = new Report();
    spec.controller().ifKnown(c -> ControllerRules.check(c, report));
    var access = spec.controller().known().flatMap(ControllerAccess::of);
    var question = FactsQuestion.of(spec);
    if (report.findings().stream().anyMatch(Finding::isError)
        || access.isEmpty()
        || question.isEmpty()) {
      return new FactsAnswer(Optional.empty(), report.findings());
    }
    try {
      var facts = new FactsReading(sessions.at(access.get()), question.get(), report).facts();
      return new FactsAnswer(Optional.of(facts), report.findings());
    } catch (ControllerProblem e) {
      report.add(e.finding());
      return new FactsAnswer(Optional.empty(), report.findings());
    }
  }

  /** Nobody answered, which may be different later. */
  boolean isUnreachable() {
    return findings.stream().anyMatch(f -> f.code().equals(ControllerCatalogue.UNREACHABLE.code()));
  }
}
