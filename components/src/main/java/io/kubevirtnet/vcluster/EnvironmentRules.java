package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Part;

/** The rules for a NodeEnvironment by itself. */
public final class EnvironmentRules {
  private EnvironmentRules() {}

  public static void check(Part environment, PlatformRelease release, Report report) {
    var checks = new ObjectChecks(report);
    var spec = environment.get("spec");
    checks.metadata(environment.get("metadata"), KubernetesName::isSubdomain);
    checks.require(spec.get("providerRef"), "The environment names no provider.");
    PropertyRules.check(spec.get("properties"), PropertyOrigin.ENVIRONMENT, release, report);
  }
}
