package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provider's configuration: severities per finding code. */
public record Settings(Map<String, Severity> severities, List<Finding> findings) {
  public static final Settings NONE = new Settings(Map.of(), List.of());
  public static final String SEVERITIES = "severities";

  public Settings {
    severities = Map.copyOf(severities);
    findings = List.copyOf(findings);
  }

  /** Reads the value of {@code kubevirtnet:severities}; what is wrong with it becomes findings. */
  public static Settings read(Tree severities) {
    var report = new Report();
    var path = PropertyPath.ROOT.child(SEVERITIES);
    var chosen = new LinkedHashMap<String, Severity>();
    report.check(
        Element.map(Element.text()).read(severities, path, report),
        all ->
            all.forEach(
                (code, text) -> report.check(text, t -> choose(code, text, t, chosen, report))));
    return new Settings(chosen, report.findings());
  }

  private static void choose(
      String code, Value<String> shown, String text, Map<String, Severity> chosen, Report report) {
    var rule = Catalogue.find(code);
    var severity = Severity.parse(text);
    if (rule.isEmpty()) {
      report.add(
          SettingsCatalogue.UNKNOWN_CODE,
          shown.path(),
          shown.shownKey(code) + " is not in the catalogue.");
    } else if (severity.isEmpty()) {
      report.add(
          SettingsCatalogue.NOT_A_SEVERITY,
          shown.path(),
          "\"" + shown.shown() + "\" is no severity.");
    } else if (rule.get().fixed() && severity.get() != Severity.ERROR) {
      report.add(
          SettingsCatalogue.FIXED,
          shown.path(),
          code + " can not be lowered: " + rule.get().title() + ".");
    } else {
      chosen.put(code, severity.get());
    }
  }
}
