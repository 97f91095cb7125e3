package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.KubernetesName;

/** The name of the object, which Multus and the admission controller judge more strictly. */
final class DefinitionNameRules {
  private DefinitionNameRules() {}

  static void check(Definition definition, Report report) {
    report.check(
        definition.name(),
        name -> {
          if (KubernetesName.isLabel(name) && !name.startsWith("0")) {
            return;
          }
          var finding =
              Finding.of(
                  FrameCatalogue.OBJECT_NAME,
                  definition.name().path(),
                  "\"" + definition.name().shown() + "\" is not a name for a definition.",
                  "Call it " + KubernetesName.proposal(definition.name()));
          report.add(
              admitted(name)
                  ? finding
                  : finding.inWordsOf(
                      new Upstream(
                          Voice.ADMISSION,
                          "Error",
                          "metadata.name",
                          "net-attach-def name is invalid")));
        });
  }

  /** Its pattern takes a hyphen in front, and any length. */
  private static boolean admitted(String name) {
    if (name.isEmpty() || name.endsWith("-") && name.length() > 1) {
      return false;
    }
    char first = name.charAt(0);
    boolean start = first >= 'a' && first <= 'z' || first == '-' || first >= '1' && first <= '9';
    return start
        && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}
