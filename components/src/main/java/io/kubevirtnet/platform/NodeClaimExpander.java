package io.kubevirtnet.platform;

import io.kubevirtnet.spec.NodeClaimSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;

/** From a claim to the NodeClaim. */
public final class NodeClaimExpander {
  public static final String KIND = "NodeClaim";

  private NodeClaimExpander() {}

  public static PlatformObject object(NodeClaimSpec spec, String resourceName) {
    var metadata =
        Tree.of("name", spec.name().orDefault(resourceName))
            .with("namespace", spec.namespace())
            .with("labels", spec.labels())
            .with("annotations", spec.annotations());
    var properties = properties(spec);
    boolean hasProperties = !properties.fields().fields().isEmpty() || spec.properties().isGiven();
    var fields =
        Tree.fields()
            .with("displayName", spec.displayName())
            .with("providerRef", spec.provider())
            .with("typeRef", type(spec))
            .with("environmentRef", spec.environment())
            .withIf(hasProperties, "properties", properties.and(spec.properties()))
            .with("vClusterRef", spec.virtualCluster())
            .with("controlPlane", spec.controlPlane().orDefault(false))
            .with("taints", spec.taints())
            .with("startupTaints", spec.startupTaints())
            .with("kubeletArgs", spec.kubeletArgs())
            .with("profileRef", spec.profile())
            .with("desiredCapacity", spec.desiredCapacity())
            .with("power", spec.power().map(state -> Tree.of("state", state)));
    return PlatformObject.of(KIND, metadata, fields)
        .from("provider", "providerRef")
        .from("nodeType", "typeRef")
        .from("environment", "environmentRef")
        .from("virtualCluster", "vClusterRef")
        .from("profile", "profileRef")
        .placed(
            Places.EMPTY.at(PropertyPath.ROOT.child("spec").child("power"), spec.power().path()))
        .fromSame(
            "displayName",
            "controlPlane",
            "taints",
            "startupTaints",
            "kubeletArgs",
            "desiredCapacity")
        .placed(properties.places(PlatformObject.PROPERTIES, spec.properties()));
  }

  /** In which namespace its machine runs is the provider's to say, so the first reference it is. */
  private static NodeProperties properties(NodeClaimSpec spec) {
    var anywhere = new Value.Absent<String>(PropertyPath.ROOT);
    return NodeProperties.NONE
        .object(PropertyKey.MACHINE_TEMPLATE, spec.virtualMachineTemplate())
        .image(spec.image())
        .attachment(NodeProperties.reference(spec.attachment(), spec.attachmentName(), anywhere))
        .sshKeys(spec.sshKeys())
        .userData(spec.userData())
        .networkData(spec.networkData());
  }

  /** The platform's node types have the name of their provider before their own. */
  private static Value<String> type(NodeClaimSpec spec) {
    return shortType(spec).with(spec.provider(), (type, provider) -> provider + "." + type);
  }

  /** The name inside the provider, which may be given with that of the provider before it. */
  static Value<String> shortType(NodeClaimSpec spec) {
    return spec.nodeType()
        .with(
            spec.provider(),
            (type, provider) ->
                type.startsWith(provider + ".") ? type.substring(provider.length() + 1) : type);
  }
}
