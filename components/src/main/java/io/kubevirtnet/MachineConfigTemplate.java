package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * Cloud-init data of vCluster Platform's machines as a Go template, which the platform fills in for
 * each of them.
 *
 * <pre>{@code
 * var network = new MachineConfigTemplate("static", MachineConfigTemplateArgs.builder()
 *     .networkDataTemplate(
 *         """
 *         version: 2
 *         ethernets:
 *           enp1s0:
 *             addresses: ["{{ .Values.AllocatedIP }}/{{ .Values.PrefixLength }}"]
 *         """)
 *     .build());
 * }</pre>
 */
public final class MachineConfigTemplate extends ComponentResource {
  private final Output<String> name;

  public MachineConfigTemplate(String name, MachineConfigTemplateArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public MachineConfigTemplate(
      String name, MachineConfigTemplateArgs args, ComponentResourceOptions options) {
    super(Blueprints.MACHINE_CONFIG_TEMPLATE.type(), name, options);
    var construction =
        Construction.of(this, Blueprints.MACHINE_CONFIG_TEMPLATE, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the MachineConfigTemplate; known in a preview. */
  public Output<String> name() {
    return name;
  }
}
