package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.spec.SuppressionSpec;
import io.kubevirtnet.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a finding weighs in the end: by the catalogue, the stack's settings, and the resource. */
final class Judgement {
  private final Settings settings;
  private final Map<String, String> suppressed = new HashMap<>();

  private Judgement(Settings settings) {
    this.settings = settings;
  }

  static List<Finding> of(
      Report report, Value<List<Value<SuppressionSpec>>> suppress, Settings settings) {
    var judgement = new Judgement(settings);
    suppress.ifKnown(
        list -> list.forEach(s -> s.ifKnown(entry -> judgement.suppress(entry, report))));
    return report.findings().stream().map(judgement::weigh).toList();
  }

  private void suppress(SuppressionSpec entry, Report report) {
    entry.reason().known().filter(String::isBlank).ifPresent(r -> noReason(entry, report));
    report.check(
        entry.code(),
        code -> {
          var rule = Catalogue.find(code);
          if (rule.isEmpty()) {
            report.add(
                SettingsCatalogue.UNKNOWN_CODE,
                entry.code().path(),
                entry.code().shown() + " is not in the catalogue.");
          } else if (rule.get().fixed()) {
            report.add(
                SettingsCatalogue.FIXED,
                entry.code().path(),
                code + " can not be suppressed: " + rule.get().title() + ".");
          } else {
            suppressed.put(code, entry.reason().shown());
          }
        });
  }

  private static void noReason(SuppressionSpec entry, Report report) {
    report.add(SettingsCatalogue.NO_REASON, entry.reason().path(), "The reason is empty.");
  }

  private Finding weigh(Finding finding) {
    var severity =
        Optional.ofNullable(settings.severities().get(finding.code())).orElse(finding.severity());
    var reason = suppressed.get(finding.code());
    return reason == null
        ? finding.withSeverity(severity)
        : finding.suppressed(reason).withSeverity(Severity.INFO);
  }
}
