package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.MachineConfigTemplateSpec;
import io.kubevirtnet.vcluster.ConfigTemplateRules;
import io.kubevirtnet.vcluster.PlatformRelease;

/** The rules for templates of cloud-init data. */
public final class ConfigTemplateInputRules {
  private ConfigTemplateInputRules() {}

  public static void check(
      MachineConfigTemplateSpec spec, String resourceName, PlatformRelease release, Report report) {
    NameRules.subdomain(spec.name().orDefault(resourceName), "a template", report);
    var object = ConfigTemplateExpander.object(spec, resourceName);
    var said = new Report();
    ConfigTemplateRules.check(object.part(), release, said);
    object.hand(said, report);
  }
}
