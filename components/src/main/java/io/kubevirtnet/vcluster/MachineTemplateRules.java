package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;

/** The rules for a template of a VirtualMachine by itself, whole or in part. */
final class MachineTemplateRules {
  private MachineTemplateRules() {}

  static void check(Part template, Report report) {
    var taints = template.get("spec", "template", "spec", "taints");
    if (!taints.items().isEmpty()) {
      report.add(TemplateCatalogue.TAINTS, Reading.place(taints), "The template has taints.");
    }
    new ObjectChecks(report).labels(template.get("spec", "template", "metadata"));
    new ObjectChecks(report).labels(template.get("metadata"));
  }
}
