package io.kubevirtnet.platform;

import io.kubevirtnet.spec.NodeEnvironmentSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;

/** From an environment to the NodeEnvironment. */
public final class NodeEnvironmentExpander {
  public static final String KIND = "NodeEnvironment";

  private NodeEnvironmentExpander() {}

  public static PlatformObject object(NodeEnvironmentSpec spec, String resourceName) {
    var metadata =
        Tree.of("name", spec.name().orDefault(resourceName)).with("namespace", spec.namespace());
    var properties = properties(spec);
    var fields =
        Tree.fields()
            .with("displayName", spec.displayName())
            .with("properties", properties.and(spec.properties()))
            .with("providerRef", spec.provider())
            .with("vClusterRef", spec.virtualCluster())
            .with("controlPlane", spec.controlPlane().orDefault(false));
    return PlatformObject.of(KIND, metadata, fields)
        .from("provider", "providerRef")
        .from("virtualCluster", "vClusterRef")
        .fromSame("displayName", "controlPlane")
        .placed(properties.places(PlatformObject.PROPERTIES, spec.properties()));
  }

  /** In which namespace machines run is the provider's to say, so the first reference it is. */
  private static NodeProperties properties(NodeEnvironmentSpec spec) {
    var anywhere = new Value.Absent<String>(PropertyPath.ROOT);
    return NodeProperties.NONE
        .attachment(NodeProperties.reference(spec.attachment(), spec.attachmentName(), anywhere))
        .addresses(spec.guestAddresses());
  }
}
