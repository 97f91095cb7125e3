package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import java.util.Map;

/** The rules for the free properties of a provider or a node type. */
final class PropertyRules {
  private PropertyRules() {}

  static void check(Value<Map<String, Value<String>>> properties, Report report) {
    report.check(properties, all -> all.forEach((key, value) -> property(key, value, report)));
  }

  private static void property(String key, Value<String> value, Report report) {
    if (PropertyKey.isMadeByInputs(key)) {
      report.add(
          PlatformCatalogue.OWNED_PROPERTY,
          value.path(),
          value.shownKey(key) + " is made by an input of a node type.");
    }
    if (!KubernetesName.isLabelKey(key)) {
      report.add(
          PlatformCatalogue.PROPERTY_LABEL,
          value.path(),
          "\"" + value.shownKey(key) + "\" is no label key.");
    }
    if (!PropertyKey.isReserved(key)) {
      report.check(
          value,
          v -> {
            for (var part : v.split(",", -1)) {
              if (!KubernetesName.isLabelValue(part)) {
                report.add(
                    PlatformCatalogue.PROPERTY_LABEL,
                    value.path(),
                    "\"" + value.shown() + "\" is no label value.");
                return;
              }
            }
          });
    }
  }
}
