package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * Properties for the network of nodes, by a name: node types and claims say it as {@code
 * environment}.
 *
 * <pre>{@code
 * var environment = new NodeEnvironment("rack-a", NodeEnvironmentArgs.builder()
 *     .namespace("p-default")
 *     .provider("kubevirt")
 *     .attachment(lan.attachment())
 *     .build());
 * }</pre>
 */
public final class NodeEnvironment extends ComponentResource {
  private final Output<String> name;

  public NodeEnvironment(String name, NodeEnvironmentArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public NodeEnvironment(String name, NodeEnvironmentArgs args, ComponentResourceOptions options) {
    super(Blueprints.NODE_ENVIRONMENT.type(), name, options);
    var construction = Construction.of(this, Blueprints.NODE_ENVIRONMENT, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the NodeEnvironment; known in a preview. */
  public Output<String> name() {
    return name;
  }
}
