package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * KubeVirt's settings for the networks of all machines.
 *
 * <pre>{@code
 * new KubeVirtNetworkSettings("networks", KubeVirtNetworkSettingsArgs.builder()
 *     .defaultBinding(DefaultBinding.Masquerade)
 *     .permitBridgeOnPodNetwork(false)
 *     .build());
 * }</pre>
 */
public final class KubeVirtNetworkSettings extends ComponentResource {
  private final Output<String> name;

  public KubeVirtNetworkSettings(String name, KubeVirtNetworkSettingsArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public KubeVirtNetworkSettings(
      String name, KubeVirtNetworkSettingsArgs args, ComponentResourceOptions options) {
    super(Blueprints.KUBEVIRT_NETWORK_SETTINGS.type(), name, options);
    var construction =
        Construction.of(this, Blueprints.KUBEVIRT_NETWORK_SETTINGS, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the KubeVirt object. */
  public Output<String> name() {
    return name;
  }
}
