package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Part;

/** The rules for a node type by itself, an entry of a provider's {@code nodeTypes}. */
public final class TypeRules {
  private TypeRules() {}

  public static void check(Part type, PlatformRelease release, Report report) {
    if (type.isOpen()) {
      return;
    }
    var checks = new ObjectChecks(report);
    checks.require(type.get("name"), "The node type has no name.");
    checks.name(type.get("name"), KubernetesName::isLabel, "is not a name for a node type");
    checks.labels(type.get("metadata"));
    var resources = type.get("resources");
    for (var amount : Reading.entries(resources)) {
      if (amount.value().isObject()) {
        checks.quantities(amount.value());
      } else {
        checks.quantity(amount.value());
      }
    }
    checks.quantities(type.get("overhead", "kubeReserved"));
    checks.count(type.get("maxCapacity"));
    checks.count(type.get("cost"));
    templates(type, report);
    PropertyRules.check(type.get("properties"), PropertyOrigin.TYPE, release, report);
  }

  private static void templates(Part type, Report report) {
    var whole = type.get("virtualMachineTemplate");
    var merge = type.get("mergeVirtualMachineTemplate");
    if (whole.isSet() && merge.isSet()) {
      report.add(
          TemplateCatalogue.TWO_TEMPLATES,
          Reading.place(merge),
          "virtualMachineTemplate and mergeVirtualMachineTemplate are both set.");
    }
    MachineTemplateRules.check(whole, report);
    MachineTemplateRules.check(merge, report);
  }
}
