package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import java.util.Map;

/** The rules for what stands beside the config in a definition. */
final class ObjectRules {
  private static final String OVN = "k8s.ovn.org/";

  private ObjectRules() {}

  static void labels(Value<Map<String, Value<String>>> labels, Report report) {
    report.check(
        labels,
        all ->
            all.forEach(
                (key, value) -> {
                  key(key, value, "label", report);
                  report.require(
                      value,
                      KubernetesName::isLabelValue,
                      TypedCatalogue.METADATA,
                      "\"" + value.shown() + "\" is not the value of a label.");
                }));
  }

  static void annotations(Value<Map<String, Value<String>>> annotations, Report report) {
    report.check(
        annotations,
        all ->
            all.forEach(
                (key, value) -> {
                  key(key, value, "annotation", report);
                  if (key.equals(DesiredAttachment.RESOURCE_ANNOTATION) || key.startsWith(OVN)) {
                    report.add(
                        TypedCatalogue.METADATA,
                        value.path(),
                        value.shownKey(key) + " is not written by authors.",
                        key.startsWith(OVN)
                            ? "Remove it: OVN-Kubernetes writes it."
                            : "Set resourceName instead.");
                  }
                }));
  }

  private static void key(String key, Value<String> value, String what, Report report) {
    if (!KubernetesName.isLabelKey(key)) {
      report.add(
          TypedCatalogue.METADATA,
          value.path(),
          "\""
              + value.shownKey(key)
              + "\" is not the key of "
              + (what.equals("label") ? "a " : "an ")
              + what
              + ".");
    }
  }

  /** What the scheduler and the device plugin call it. */
  static void resource(Value<String> resource, Report report) {
    report.require(
        resource,
        name -> name.indexOf('/') > 0 && KubernetesName.isLabelKey(name),
        TypedCatalogue.RESOURCE_NAME,
        "\"" + resource.shown() + "\" is not the name of a resource.");
  }
}
