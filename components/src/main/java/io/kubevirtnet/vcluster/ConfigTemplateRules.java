package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.ConfigTemplate.Document;
import java.util.Arrays;

/** The rules for a MachineConfigTemplate by itself. */
public final class ConfigTemplateRules {
  private ConfigTemplateRules() {}

  public static void check(Part template, PlatformRelease release, Report report) {
    new ObjectChecks(report).metadata(template.get("metadata"), KubernetesName::isSubdomain);
    var spec = template.get("spec");
    if (Arrays.stream(Document.values()).noneMatch(d -> spec.get(d.field()).isSet())) {
      report.add(
          ClaimCatalogue.EMPTY_TEMPLATE,
          spec.get(Document.NETWORK_DATA.field()).path(),
          "There is no template.");
    }
    for (var document : Document.values()) {
      check(spec.get(document.field()), document, report);
    }
  }

  private static void check(Part text, Document document, Report report) {
    if (text.isOpen()) {
      report.notChecked(text.path(), "known after apply");
      return;
    }
    text.text()
        .map(ConfigTemplate::parse)
        .ifPresent(
            parsed -> {
              parsed.problem().ifPresent(p -> unreadable(text, p, report));
              for (var field : parsed.unknown(document)) {
                unknown(text, field, document, report);
              }
            });
  }

  private static void unreadable(Part text, ConfigTemplate.Problem problem, Report report) {
    report.add(
        ClaimCatalogue.TEMPLATE,
        text.written(),
        "The template can not be read: " + problem.what() + " (" + problem.where() + ").");
  }

  /** A template may be for other nodes than those of KubeVirt, too. */
  private static void unknown(
      Part text, ConfigTemplate.Field field, Document document, Report report) {
    boolean ofValues = field.names().size() > 1 && field.names().get(0).equals("Values");
    if (ofValues && ConfigTemplate.OF_BARE_METAL.contains(field.names().get(1))) {
      report.notChecked(
          text.written(), "the template takes values that machines of KubeVirt do not have");
      return;
    }
    boolean secret = text.shown().equals(Part.SECRET);
    report.add(
        ClaimCatalogue.TEMPLATE,
        text.written(),
        (secret ? "A field" : field) + " (" + field.where() + ") has no value in this template.",
        ofValues && !secret
            ? Nearest.to(field.names().get(1), document.has().stream().sorted().toList())
                .map(n -> "Did you mean .Values." + n + "?")
                .orElse(listed(document))
            : listed(document));
  }

  private static String listed(Document document) {
    return "Write .Values and one of "
        + String.join(", ", document.has().stream().sorted().toList())
        + ".";
  }
}
