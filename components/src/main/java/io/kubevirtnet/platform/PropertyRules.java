package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyCatalogue;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules for properties that an author writes beside the inputs. */
final class PropertyRules {
  private PropertyRules() {}

  /**
   * Those of a component with inputs of its own.
   *
   * @param inputs the keys of what they make
   */
  static void check(
      Value<Map<String, Value<String>>> properties, Set<PropertyKey> inputs, Report report) {
    check(
        properties,
        key -> PropertyKey.find(key).filter(inputs::contains).isPresent(),
        "an input",
        report);
  }

  private static void check(
      Value<Map<String, Value<String>>> properties,
      Predicate<String> isMade,
      String maker,
      Report report) {
    report.check(
        properties,
        all ->
            all.forEach(
                (key, value) -> {
                  if (isMade.test(key)) {
                    report.add(
                        PlatformCatalogue.OWNED_PROPERTY,
                        value.path(),
                        value.shownKey(key) + " is made by " + maker + ".");
                  }
                  label(key, value, report);
                }));
  }

  private static void label(String key, Value<String> value, Report report) {
    if (!KubernetesName.isLabelKey(key)) {
      report.add(
          PropertyCatalogue.PROPERTY_LABEL,
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
                    PropertyCatalogue.PROPERTY_LABEL,
                    value.path(),
                    "\"" + value.shown() + "\" is no label value.");
                return;
              }
            }
          });
    }
  }
}
