package io.kubevirtnet.platform;

import io.kubevirtnet.spec.MachineConfigTemplateSpec;
import io.kubevirtnet.value.Tree;

/** From templates of cloud-init data to the MachineConfigTemplate. */
public final class ConfigTemplateExpander {
  public static final String KIND = "MachineConfigTemplate";

  private ConfigTemplateExpander() {}

  public static PlatformObject object(MachineConfigTemplateSpec spec, String resourceName) {
    var fields =
        Tree.fields()
            .with("displayName", spec.displayName())
            .with("cloudInitTemplate", spec.cloudInitTemplate())
            .with("networkDataTemplate", spec.networkDataTemplate());
    return PlatformObject.of(KIND, Tree.of("name", spec.name().orDefault(resourceName)), fields)
        .fromSame("displayName", "cloudInitTemplate", "networkDataTemplate");
  }
}
