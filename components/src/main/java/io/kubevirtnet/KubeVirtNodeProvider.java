package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.VclusterValues;
import io.kubevirtnet.sdk.Construction;
import java.util.List;
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
  private final Output<List<String>> nodeTypeNames;
  private final Output<VclusterValues> vclusterValues;

  public KubeVirtNodeProvider(String name, KubeVirtNodeProviderArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public KubeVirtNodeProvider(
      String name, KubeVirtNodeProviderArgs args, ComponentResourceOptions options) {
    super(Blueprints.NODE_PROVIDER.type(), name, options);
    var construction = Construction.of(this, Blueprints.NODE_PROVIDER, name, args, options);
    this.name = construction.text("name");
    this.nodeTypeNames = construction.list("nodeTypeNames");
    this.vclusterValues = construction.output("vclusterValues", VclusterValues::of);
    registerOutputs(
        Map.of(
            "name", this.name,
            "nodeTypeNames", nodeTypeNames,
            "vclusterValues", vclusterValues));
  }

  /** Name of the NodeProvider. */
  public Output<String> name() {
    return name;
  }

  /** Names of the platform's NodeTypes, {@code provider.type}, in the order of the types. */
  public Output<List<String>> nodeTypeNames() {
    return nodeTypeNames;
  }

  /** Values for a tenant's vcluster.yaml: its pools of nodes, one per node type unless said. */
  public Output<VclusterValues> vclusterValues() {
    return vclusterValues;
  }
}
