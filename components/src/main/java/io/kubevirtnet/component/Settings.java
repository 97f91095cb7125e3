package io.kubevirtnet.component;

import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The provider's configuration as far as rules look at it.
 *
 * @param severities per finding code
 * @param isolation how far the cluster's Multus lets machines reach
 * @param kubeVirt the cluster's KubeVirt
 * @param platform the vCluster Platform that makes nodes
 * @param findings what is wrong with the configuration itself
 * @param notChecked what of it had to be left open
 */
public record Settings(
    Map<String, Severity> severities,
    Isolation isolation,
    KubeVirtSettings kubeVirt,
    PlatformSettings platform,
    List<Finding> findings,
    List<Report.NotChecked> notChecked) {
  public static final Settings NONE =
      new Settings(
          Map.of(),
          Isolation.OFF,
          KubeVirtSettings.USUAL,
          PlatformSettings.USUAL,
          List.of(),
          List.of());
  public static final String SEVERITIES = "severities";
  public static final String NAMESPACE_ISOLATION = "namespaceIsolation";
  public static final String GLOBAL_NAMESPACES = "globalNamespaces";

  /** The names of all settings that are read here. */
  public static final List<String> NAMES =
      List.of(
          SEVERITIES,
          NAMESPACE_ISOLATION,
          GLOBAL_NAMESPACES,
          KubeVirtSettings.VERSION,
          KubeVirtSettings.CONFIGURATION,
          PlatformSettings.VERSION);

  /** Those that are text, which may look like a number: a version {@code 1.10} is not 1.1. */
  public static final Set<String> TEXTS =
      Set.of(KubeVirtSettings.VERSION, PlatformSettings.VERSION);

  public Settings {
    severities = Map.copyOf(severities);
    findings = List.copyOf(findings);
    notChecked = List.copyOf(notChecked);
  }

  /** The same, after findings about what could not even be read. */
  public Settings after(List<Finding> earlier) {
    return new Settings(
        severities,
        isolation,
        kubeVirt,
        platform,
        Stream.concat(earlier.stream(), findings.stream()).toList(),
        notChecked);
  }

  /** Reads the settings of these names; what is wrong with them becomes findings. */
  public static Settings read(Fields config) {
    var report = new Report();
    var chosen = new LinkedHashMap<String, Severity>();
    config
        .get(SEVERITIES)
        .ifPresent(
            severities ->
                report.check(
                    Element.map(Element.text()).read(severities, path(SEVERITIES), report),
                    all ->
                        all.forEach(
                            (code, text) ->
                                report.check(text, t -> choose(code, text, t, chosen, report)))));
    var isolation = isolation(config, report);
    var kubeVirt = KubeVirtSettings.read(config, report);
    var platform = PlatformSettings.read(config, report);
    return new Settings(
        chosen, isolation, kubeVirt, platform, report.findings(), report.notChecked());
  }

  private static Isolation isolation(Fields config, Report report) {
    boolean on =
        config
            .get(NAMESPACE_ISOLATION)
            .map(t -> Element.flag().read(t, path(NAMESPACE_ISOLATION), report))
            .flatMap(Value::known)
            .orElse(false);
    var globals =
        config
            .get(GLOBAL_NAMESPACES)
            .map(t -> Element.list(Element.text()).read(t, path(GLOBAL_NAMESPACES), report))
            .flatMap(Value::known)
            .map(all -> all.stream().flatMap(n -> n.known().stream()).toList());
    return new Isolation(on, globals.orElse(Isolation.USUAL_GLOBALS));
  }

  private static PropertyPath path(String name) {
    return PropertyPath.ROOT.child(name);
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
