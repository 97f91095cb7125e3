package io.kubevirtnet.host;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for the policy around a desired state. */
public final class HostPolicyRules {
  private static final Pattern MAX_UNAVAILABLE =
      Pattern.compile("[1-9]\\d{0,8}|(?:[1-9]\\d?|100)%");
  private static final int MAX_NAME = 63;
  private static final String ADMISSION = "nncp-validation-policy";

  private HostPolicyRules() {}

  public static void check(HostPolicy policy, Report report) {
    report.check(
        policy.name(),
        name -> {
          if (name.length() > MAX_NAME || !KubernetesName.isSubdomain(name)) {
            report.add(badName(policy.name(), name.length() > MAX_NAME));
          }
        });
    labels(policy.nodeSelector(), report);
    report.require(
        policy.maxUnavailable(),
        text -> MAX_UNAVAILABLE.matcher(text).matches(),
        HostCatalogue.MAX_UNAVAILABLE,
        "\"" + policy.maxUnavailable().shown() + "\" is neither a number nor a percentage.");
  }

  private static Finding badName(Value<String> name, boolean tooLong) {
    var finding =
        Finding.of(
            HostCatalogue.POLICY_NAME,
            name.path(),
            "\"" + name.shown() + "\" is not a policy name.",
            "Set policyName to " + KubernetesName.proposal(name));
    return tooLong
        ? finding.inWordsOf(
            new Upstream(
                ADMISSION,
                "Invalid",
                "metadata.name",
                "invalid policy name: \""
                    + name.shown()
                    + "\": must be no more than 63 characters or match label value format"))
        : finding;
  }

  static void labels(Value<Map<String, Value<String>>> selector, Report report) {
    report.check(selector, labels -> labels.forEach((key, value) -> label(key, value, report)));
  }

  private static void label(String key, Value<String> value, Report report) {
    if (!KubernetesName.isLabelKey(key)) {
      report.add(
          HostCatalogue.NODE_SELECTOR,
          value.path(),
          "\"" + value.shownKey(key) + "\" is not a label key.");
    }
    report.check(
        value,
        v -> {
          if (!KubernetesName.isLabelValue(v)) {
            report.add(
                Finding.of(
                        HostCatalogue.NODE_SELECTOR,
                        value.path(),
                        "\"" + value.shown() + "\" is not a label value.",
                        HostCatalogue.NODE_SELECTOR.fix())
                    .inWordsOf(
                        new Upstream(
                            ADMISSION,
                            "Invalid",
                            "spec.nodeSelector",
                            "nodeSelector values must be valid label values")));
          }
        });
  }
}
