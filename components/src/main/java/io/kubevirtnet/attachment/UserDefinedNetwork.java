package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/** The objects from which OVN-Kubernetes makes the definitions by itself. */
public final class UserDefinedNetwork {
  public static final String KIND = "UserDefinedNetwork";
  public static final String CLUSTER_KIND = "ClusterUserDefinedNetwork";
  private static final String API_VERSION = "k8s.ovn.org/v1";

  /** Every namespace has it, with its own name. */
  private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

  private UserDefinedNetwork() {}

  static Fields object(DesiredAttachment attachment, Plug plug) {
    var network = plug instanceof OvnPlug ovn ? network(ovn) : Fields.EMPTY;
    if (attachment.isClusterWide(plug)) {
      return start(attachment, CLUSTER_KIND, new Value.Absent<>(plug.path()))
          .with(
              "spec",
              Tree.of("namespaceSelector", namespaces(attachment)).with("network", network));
    }
    return start(attachment, KIND, attachment.namespaces().get(0)).with("spec", network);
  }

  private static Fields start(DesiredAttachment attachment, String kind, Value<String> namespace) {
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", kind)
        .with("metadata", NadExpander.metadata(attachment, namespace));
  }

  private static Fields namespaces(DesiredAttachment attachment) {
    return Tree.of(
        "matchExpressions",
        Tree.items(
            Tree.of("key", NAMESPACE_LABEL)
                .with("operator", "In")
                .with("values", attachment.namespaces())));
  }

  private static Fields network(OvnPlug ovn) {
    return ovn.isLocalnet()
        ? Tree.of("topology", "Localnet").with("localnet", localnet(ovn))
        : Tree.of("topology", "Layer2").with("layer2", common(Tree.of("role", "Secondary"), ovn));
  }

  private static Fields localnet(OvnPlug ovn) {
    var start = Tree.of("role", "Secondary").with("physicalNetworkName", ovn.localnet());
    var vlan = ovn.vlan().map(id -> Tree.of("mode", "Access").with("access", Tree.of("id", id)));
    return common(start, ovn).with("excludeSubnets", ovn.excludeSubnets()).with("vlan", vlan);
  }

  private static Fields common(Fields start, OvnPlug ovn) {
    return start.with("mtu", ovn.mtu()).with("subnets", ovn.subnets()).with("ipam", ipam(ovn));
  }

  /** Without subnets it must be said that nobody gives addresses. */
  private static Value<Fields> ipam(OvnPlug ovn) {
    return ovn.subnets().isAbsent()
        ? Value.known(ovn.path(), Tree.of("mode", "Disabled"))
        : persistent(ovn);
  }

  private static Value<Fields> persistent(OvnPlug ovn) {
    boolean said = ovn.persistentIps().known().orElse(ovn.persistentIps().isUnknown());
    return said
        ? ovn.persistentIps().map(on -> Tree.of("lifecycle", "Persistent"))
        : new Value.Absent<>(ovn.path());
  }
}
