package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A machine of vCluster Platform: one of a node type, for a virtual cluster or by itself, or one
 * with a whole machine of its own.
 *
 * <pre>{@code
 * var claim = new NodeClaim("build-1", NodeClaimArgs.builder()
 *     .namespace("p-default")
 *     .provider("kubevirt")
 *     .nodeType("small")
 *     .attachment(lan.attachment())
 *     .build());
 * }</pre>
 */
public final class NodeClaim extends ComponentResource {
  private final Output<String> name;

  public NodeClaim(String name, NodeClaimArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public NodeClaim(String name, NodeClaimArgs args, ComponentResourceOptions options) {
    super(Blueprints.NODE_CLAIM.type(), name, options);
    var construction = Construction.of(this, Blueprints.NODE_CLAIM, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the NodeClaim, and of its machine; known in a preview. */
  public Output<String> name() {
    return name;
  }
}
