package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.NodeType;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A kind of virtual machine that vCluster Platform makes nodes from. It registers no child of its
 * own, unless it has a {@code nodeProvider}: hand {@link #nodeType()} to a {@link
 * KubeVirtNodeProvider}.
 *
 * <pre>{@code
 * var type = new KubeVirtNodeType("bridge-vm", KubeVirtNodeTypeArgs.builder()
 *     .resources(NodeResourcesArgs.builder().cpu("2").memory("4Gi").build())
 *     .attachment(lan.attachment())
 *     .podNetwork(PodNetworkChoice.Keep)
 *     .build());
 * }</pre>
 */
public final class KubeVirtNodeType extends ComponentResource {
  private final Output<NodeType> nodeType;
  private final Output<String> fullName;

  public KubeVirtNodeType(String name, KubeVirtNodeTypeArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public KubeVirtNodeType(
      String name, KubeVirtNodeTypeArgs args, ComponentResourceOptions options) {
    super(Blueprints.NODE_TYPE.type(), name, options);
    var construction = Construction.of(this, Blueprints.NODE_TYPE, name, args, options);
    this.nodeType = construction.output("nodeType", NodeType::of);
    this.fullName = construction.text("fullName");
    registerOutputs(Map.of("nodeType", nodeType, "fullName", fullName));
  }

  /** The node type, for a provider that takes it; known in a preview. */
  public Output<NodeType> nodeType() {
    return nodeType;
  }

  /** Name of the platform's NodeType; without a provider of its own, that of the type. */
  public Output<String> fullName() {
    return fullName;
  }
}
