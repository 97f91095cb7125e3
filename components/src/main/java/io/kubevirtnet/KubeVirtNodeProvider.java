package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.VclusterValues;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A KubeVirt node provider of vCluster Platform with its node types, as a NodeProvider.
 *
 * <pre>{@code
 * new KubeVirtNodeProvider("kv", KubeVirtNodeProviderArgs.builder()
 *     .cluster("kubevirt-host").namespace("vms")
 *     .nodeTypes(type.nodeType())
 *     .build());
 * }</pre>
 */
public final class KubeVirtNodeProvider extends ComponentResource {
  private final Output<String> name;
  private final Output<VclusterValues> vclusterValues;

  public KubeVirtNodeProvider(String name, KubeVirtNodeProviderArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public KubeVirtNodeProvider(
      String name, KubeVirtNodeProviderArgs args, ComponentResourceOptions options) {
    super(Blueprints.NODE_PROVIDER.type(), name, options);
    var construction = Construction.of(this, Blueprints.NODE_PROVIDER, name, args, options);
    this.name = construction.text("name");
    this.vclusterValues = construction.output("vclusterValues", VclusterValues::of);
    registerOutputs(Map.of("name", this.name, "vclusterValues", vclusterValues));
  }

  /** Name of the NodeProvider. */
  public Output<String> name() {
    return name;
  }

  /** Values for a tenant's vcluster.yaml, one pool per node type. */
  public Output<VclusterValues> vclusterValues() {
    return vclusterValues;
  }
}
