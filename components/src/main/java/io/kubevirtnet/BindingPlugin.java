package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.PluginBinding;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A network binding plugin, registered in KubeVirt beside all others.
 *
 * <pre>{@code
 * var passt = new BindingPlugin("passt", BindingPluginArgs.builder()
 *     .sidecarImage("quay.io/kubevirt/network-passt-binding:v1.9.0")
 *     .cni(BindingCniArgs.builder().program("kubevirt-passt-binding").namespace("default").build())
 *     .migration(PluginMigration.Supported)
 *     .memoryOverhead("250Mi")
 *     .build());
 * }</pre>
 */
public final class BindingPlugin extends ComponentResource {
  private final Output<PluginBinding> binding;

  public BindingPlugin(String name, BindingPluginArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public BindingPlugin(String name, BindingPluginArgs args, ComponentResourceOptions options) {
    super(Blueprints.BINDING_PLUGIN.type(), name, options);
    var construction = Construction.of(this, Blueprints.BINDING_PLUGIN, name, args, options);
    this.binding = construction.output("binding", PluginBinding::of);
    registerOutputs(Map.of("binding", binding));
  }

  /** The plugin, for networks of machines; known in a preview. */
  public Output<PluginBinding> binding() {
    return binding;
  }
}
