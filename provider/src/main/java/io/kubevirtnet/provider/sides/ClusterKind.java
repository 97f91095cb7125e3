package io.kubevirtnet.provider.sides;

import io.kubevirtnet.provider.cluster.ObjectQuery;
import java.util.Optional;

/** What is read of a cluster for a plan. */
enum ClusterKind {
  NODE("", "v1", "nodes", "Node", Missing.TELLS),
  STATE("nmstate.io", "v1beta1", "nodenetworkstates", SceneReading.STATE, Missing.TELLS),
  POLICY(
      "nmstate.io",
      "v1",
      "nodenetworkconfigurationpolicies",
      "NodeNetworkConfigurationPolicy",
      Missing.TELLS),
  DEFINITION(
      "k8s.cni.cncf.io",
      "v1",
      "network-attachment-definitions",
      "NetworkAttachmentDefinition",
      Missing.TELLS),
  KUBEVIRT("kubevirt.io", "v1", "kubevirts", "KubeVirt", Missing.TELLS),
  MACHINE("kubevirt.io", "v1", "virtualmachines", MachineReading.MACHINE, Missing.TELLS),
  INSTANCE("kubevirt.io", "v1", "virtualmachineinstances", MachineReading.INSTANCE, Missing.TELLS),
  REPLICA_SET(
      "kubevirt.io",
      "v1",
      "virtualmachineinstancereplicasets",
      "VirtualMachineInstanceReplicaSet",
      Missing.TELLS),
  POOL("pool.kubevirt.io", "v1beta1", "virtualmachinepools", "VirtualMachinePool", Missing.IS_NONE),
  PROVIDER("management.loft.sh", "v1", "nodeproviders", "NodeProvider", Missing.IS_NONE),
  CLAIM("management.loft.sh", "v1", "nodeclaims", "NodeClaim", Missing.IS_NONE),
  ENVIRONMENT("management.loft.sh", "v1", "nodeenvironments", "NodeEnvironment", Missing.IS_NONE),
  IMAGE("management.loft.sh", "v1", "osimages", "OSImage", Missing.IS_NONE),
  TEMPLATE(
      "management.loft.sh",
      "v1",
      "machineconfigtemplates",
      "MachineConfigTemplate",
      Missing.IS_NONE),
  /** The controller that plugs networks into running pods; other pods say nothing of networks. */
  CONTROLLER("", "v1", "pods", "Pod", Missing.IS_NONE);

  /** What it means that the cluster does not know the kind. */
  enum Missing {
    /** What needs it would not work there. */
    TELLS,
    /** There are no objects of it, as in most clusters. */
    IS_NONE
  }

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final Missing missing;

  ClusterKind(String group, String version, String plural, String kind, Missing missing) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.missing = missing;
  }

  String kind() {
    return kind;
  }

  /** {@code NodeNetworkConfigurationPolicies}. */
  String plural() {
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** As roles name it: {@code kubevirts.kubevirt.io}. */
  String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  boolean isOftenMissing() {
    return missing == Missing.IS_NONE;
  }

  ObjectQuery query() {
    var all = new ObjectQuery(group, version, plural, Optional.empty());
    return this == CONTROLLER ? all.with("labelSelector", "app=" + SceneReading.CONTROLLER) : all;
  }
}
