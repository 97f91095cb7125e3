package io.kubevirtnet.platform;

import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.link.AttachmentReferences;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.NodeResourcesSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From a provider and its node types to the NodeProvider, and to a tenant's values. */
public final class NodeProviderExpander {
  public static final String API_VERSION = "management.loft.sh/v1";
  public static final String KIND = "NodeProvider";

  private NodeProviderExpander() {}

  public static Fields provider(KubeVirtNodeProviderSpec spec, String resourceName) {
    var kubeVirt =
        Tree.of(
                "clusterRef",
                Tree.of("cluster", spec.cluster()).with("namespace", spec.namespace()))
            .with(
                "nodeTypes",
                spec.nodeTypes()
                    .map(types -> each(types, type -> nodeType(type, spec.namespace()))));
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with("metadata", Tree.of("name", spec.name().orDefault(resourceName)))
        .with(
            "spec",
            Tree.fields()
                .with("displayName", spec.displayName())
                .with("properties", spec.properties())
                .with("kubeVirt", kubeVirt));
  }

  public static Fields vclusterValues(KubeVirtNodeProviderSpec spec, String resourceName) {
    var autoNodes =
        Tree.of("provider", spec.name().orDefault(resourceName))
            .with(
                "dynamic", spec.nodeTypes().map(types -> each(types, NodeProviderExpander::pool)));
    return Tree.of(
        "privateNodes", Tree.of("enabled", true).with("autoNodes", Tree.items(autoNodes)));
  }

  private static Fields pool(NodeTypeSpec type) {
    var selector = Tree.of("property", PropertyKey.NODE_TYPE).with("value", type.name());
    return Tree.of("name", type.name()).with("nodeTypeSelector", Tree.items(selector));
  }

  private static Fields nodeType(NodeTypeSpec type, Value<String> namespace) {
    return Tree.of("name", type.name())
        .with("displayName", type.displayName())
        .with("maxCapacity", type.maxCapacity())
        .with("cost", type.cost())
        .with("resources", type.resources())
        .with("properties", properties(type, namespace))
        .with("virtualMachineTemplate", template(type));
  }

  private static Tree properties(NodeTypeSpec type, Value<String> namespace) {
    var reference = reference(type, namespace);
    if (type.properties().isUnknown()) {
      return type.properties().tree();
    }
    var properties = Tree.fields().with(PropertyKey.ATTACHMENT, reference);
    for (var own : type.properties().known().orElse(Map.of()).entrySet()) {
      properties = properties.with(own.getKey(), own.getValue());
    }
    return properties;
  }

  /** The reference of the provider's own namespace, else the first one. */
  public static Value<String> reference(NodeTypeSpec type, Value<String> namespace) {
    if (type.attachmentName().isGiven()) {
      return type.attachmentName();
    }
    return AttachmentReferences.from(
        namespace, type.attachment().flatMap(AttachmentSpec::references), type.attachment().path());
  }

  /** Each type brings a template of its own, so that it does not depend on what a base holds. */
  private static Fields template(NodeTypeSpec type) {
    var requests =
        Tree.fields()
            .with("cpu", type.resources().flatMap(NodeResourcesSpec::cpu))
            .with("memory", type.resources().flatMap(NodeResourcesSpec::memory));
    var domain = Tree.of("resources", Tree.of("requests", requests));
    boolean keep = type.podNetwork().known().filter(c -> c == PodNetworkChoice.Keep).isPresent();
    var machine =
        keep
            ? Tree.of("domain", domain.with("devices", Tree.of("interfaces", podInterface())))
                .with("networks", podNetwork())
            : Tree.of("domain", domain);
    return Tree.of("spec", Tree.of("template", Tree.of("spec", machine)));
  }

  /**
   * Written out, because KubeVirt adds the pod network by itself only where no other network is.
   * The bridge binding gives each node the pod's own address; masquerade would give all the same
   * one.
   */
  private static Tree podInterface() {
    return Tree.items(Tree.of("name", "default").with("bridge", Tree.fields()));
  }

  private static Tree podNetwork() {
    return Tree.items(Tree.of("name", "default").with("pod", Tree.fields()));
  }

  private static Tree each(List<Value<NodeTypeSpec>> types, Function<NodeTypeSpec, Fields> expand) {
    return Tree.of(types.stream().map(type -> type.map(expand)).toList());
  }
}
