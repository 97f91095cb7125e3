package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Part;
import java.util.List;

/** The rules for a NodeClaim by itself. */
public final class ClaimRules {
  private ClaimRules() {}

  public static void check(Part claim, PlatformRelease release, Report report) {
    var checks = new ObjectChecks(report);
    var spec = claim.get("spec");
    checks.metadata(claim.get("metadata"), KubernetesName::isSubdomain);
    checks.require(spec.get("providerRef"), "The claim names no provider.");
    checks.word(spec.get("power", "state"), List.of("On", "Off"));
    checks.taints(spec.get("taints"));
    checks.taints(spec.get("startupTaints"));
    checks.quantities(spec.get("desiredCapacity"));
    for (var requirement : spec.get("requirements").items()) {
      Requirement.check(requirement, report);
    }
    PropertyRules.check(spec.get("properties"), PropertyOrigin.CLAIM, release, report);
    ownTemplate(spec, report);
  }

  private static void ownTemplate(Part spec, Report report) {
    var template = spec.get("properties", PropertyKey.MACHINE_TEMPLATE.key());
    for (var other : List.of("vClusterRef", "typeRef")) {
      if (template.isSet() && named(spec.get(other))) {
        report.add(
            ClaimCatalogue.OWN_TEMPLATE,
            template.written(),
            "There is " + other + " beside " + PropertyKey.MACHINE_TEMPLATE.key() + ".",
            "Remove one of the two.");
        return;
      }
    }
  }

  private static boolean named(Part reference) {
    return reference.isSet() && !reference.isOpen() && !reference.is("");
  }
}
