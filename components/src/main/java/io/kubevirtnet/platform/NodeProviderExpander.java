package io.kubevirtnet.platform;

import io.kubevirtnet.spec.KubeVirtDeploySpec;
import io.kubevirtnet.spec.NodeProviderDeploySpec;
import io.kubevirtnet.spec.NodeResourcesSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.Map;

/** From a provider and its node types to the NodeProvider. */
public final class NodeProviderExpander {
  public static final String API_VERSION = "management.loft.sh/v1";
  public static final String KIND = "NodeProvider";

  private NodeProviderExpander() {}

  /** The object as the platform gets it. */
  public static Fields object(DesiredProvider provider) {
    return provider(provider, true);
  }

  /** The same without what is found out from the machines that come of it. */
  static Fields unnamed(DesiredProvider provider) {
    return provider(provider, false);
  }

  private static Fields provider(DesiredProvider provider, boolean whole) {
    var kubeVirt =
        Tree.of(
                "clusterRef",
                Tree.of("cluster", provider.cluster()).with("namespace", provider.namespace()))
            .with("namespaceStrategy", provider.namespaceStrategy())
            .with("deploy", provider.deploy().map(NodeProviderExpander::deploy))
            .with("virtualMachineTemplate", provider.template())
            .with(
                "nodeTypes",
                provider
                    .types()
                    .map(
                        types ->
                            types.stream()
                                .map(
                                    t ->
                                        t.map(x -> whole ? named(x, provider) : entry(x, provider)))
                                .toList()));
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with(
            "metadata",
            Tree.of("name", provider.name())
                .with("labels", provider.labels())
                .with("annotations", provider.annotations()))
        .with(
            "spec",
            Tree.fields()
                .with("displayName", provider.displayName())
                .with("properties", provider.properties())
                .with("kubeVirt", kubeVirt));
  }

  private static Fields deploy(NodeProviderDeploySpec deploy) {
    return Tree.fields()
        .with("kubevirt", deploy.kubevirt().map(KubeVirtDeploySpec::tree))
        .with("vClusterDeviceOperator", deploy.deviceOperator());
  }

  /** An entry with the names of cards, where its type could not tell them. */
  static Fields named(NodeTypeSpec type, DesiredProvider provider) {
    var entry = entry(type, provider);
    boolean namesCard = needsGuestInterface(type, provider);
    if (!namesCard && type.guestNetwork().isAbsent()
        || !(entry.get("properties").orElse(Fields.EMPTY) instanceof Fields properties)) {
      return entry;
    }
    var cards = new DesiredNode(provider, type).cards();
    if (namesCard) {
      properties =
          properties.with(PropertyKey.GUEST_INTERFACE.key(), cards.name(NodeCards.INJECTED));
    }
    return entry.with(
        "properties",
        type.guestNetwork().isGiven()
            ? properties.with(
                PropertyKey.NETWORK_DATA.key(),
                NodeTypeExpander.guestNetwork(type.guestNetwork(), type.attachment(), cards))
            : properties);
  }

  private static boolean needsGuestInterface(NodeTypeSpec type, DesiredProvider provider) {
    boolean asks =
        has(type.properties(), PropertyKey.CIDR)
            || has(type.properties(), PropertyKey.NETRIS_SERVER_CLUSTER);
    return asks
        && type.mergeVirtualMachineTemplate().isGiven()
        && !has(type.properties(), PropertyKey.GUEST_INTERFACE)
        && !has(provider.properties(), PropertyKey.GUEST_INTERFACE);
  }

  private static boolean has(Value<Map<String, Value<String>>> properties, PropertyKey key) {
    return properties.known().filter(all -> all.containsKey(key.key())).isPresent();
  }

  /** One of the provider's {@code nodeTypes}. */
  static Fields entry(NodeTypeSpec type, DesiredProvider provider) {
    var metadata =
        Tree.fields().with("labels", type.labels()).with("annotations", type.annotations());
    var overhead = Tree.fields().with("kubeReserved", type.kubeReserved());
    return Tree.of("name", type.name())
        .with("displayName", type.displayName())
        .withIf(!metadata.fields().isEmpty(), "metadata", metadata)
        .with("maxCapacity", type.maxCapacity())
        .with("cost", type.cost())
        .with("resources", type.resources().map(NodeResourcesSpec::tree))
        .withIf(!overhead.fields().isEmpty(), "overhead", overhead)
        .with("properties", properties(type, provider.namespace()))
        .with("virtualMachineTemplate", type.virtualMachineTemplate())
        .with("mergeVirtualMachineTemplate", type.mergeVirtualMachineTemplate());
  }

  private static Tree properties(NodeTypeSpec type, Value<String> namespace) {
    return NodeProperties.NONE.attachment(reference(type, namespace)).and(type.properties());
  }

  /** The reference of the provider's own namespace, else the first one. */
  public static Value<String> reference(NodeTypeSpec type, Value<String> namespace) {
    return NodeProperties.reference(type.attachment(), type.attachmentName(), namespace);
  }
}
