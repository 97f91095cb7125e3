package io.kubevirtnet.attachment;

import io.kubevirtnet.cni.DefinitionRules;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules that hold for definitions, whoever wrote them, on those of an attachment. What they
 * find is said at the input that it comes from.
 */
public final class DefinitionChecks {
  private DefinitionChecks() {}

  /** A place where something is wrong already gets no second finding. */
  public static void check(DesiredAttachment attachment, Report report) {
    for (var definition : attachment.definitions()) {
      var said = new Report();
      DefinitionRules.check(definition, attachment.circumstances(), said);
      hand(attachment, said, report);
    }
  }

  /**
   * Hands on what was said of definitions of an attachment, each thing once; advice about a place
   * only when nothing is said there yet.
   */
  public static void hand(DesiredAttachment attachment, Report said, Report report) {
    var wrong = places(report, true);
    var mentioned = places(report, false);
    var handed = new HashSet<Finding>();
    for (var finding : said.findings()) {
      var path = attachment.input(finding.path());
      boolean news = !(finding.isError() ? wrong : mentioned).contains(path);
      if (news && handed.add(finding.at(path))) {
        report.add(finding.at(path));
      }
    }
    said.notChecked().forEach(n -> report.notChecked(attachment.input(n.path()), n.why()));
  }

  private static Set<PropertyPath> places(Report report, boolean errorsOnly) {
    return report.findings().stream()
        .filter(f -> f.isError() || !errorsOnly)
        .map(Finding::path)
        .collect(Collectors.toSet());
  }
}
