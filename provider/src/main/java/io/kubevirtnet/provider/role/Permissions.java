package io.kubevirtnet.provider.role;

import java.util.List;
import java.util.stream.Stream;

/** All that the plugin and the command line ask a cluster for, and what they have made in it. */
final class Permissions {
  private static final String CORE = "";
  private static final String NMSTATE = "nmstate.io";
  private static final String KUBEVIRT = "kubevirt.io";
  private static final String MULTUS = "k8s.cni.cncf.io";
  private static final String PLATFORM = "management.loft.sh";
  private static final String OVN = "k8s.ovn.org";
  private static final String SRIOV = "sriovnetwork.openshift.io";
  private static final String POLICY = "nodenetworkconfigurationpolicies";
  private static final String ENACTMENT = "nodenetworkconfigurationenactments";

  /** Pulumi's kubernetes plugin applies on the server's side, and waits for what it did. */
  private static final List<String> FOR_WHOLE_OBJECTS =
      List.of("get", "list", "watch", "create", "patch", "delete");

  private static final List<String> FOR_PARTS = List.of("get", "list", "watch", "patch");

  private Permissions() {}

  /** For looking at what there is. */
  static final List<Permission> LOOKING =
      List.of(
          Permission.of(CORE, "namespaces", "get", "which cluster it is, by the UID of kube-system")
              .named("kube-system"),
          Permission.of(CORE, "nodes", "list", "which nodes a policy means"),
          Permission.of(
              CORE,
              "pods",
              "list",
              "which nodes have a handler of NMState, and who plugs networks"),
          Permission.of(NMSTATE, POLICY, "get", "what a policy says now"),
          Permission.of(NMSTATE, POLICY, "list", "which policies claim the same ports"),
          Permission.of(NMSTATE, ENACTMENT, "list", "what nodes made of a policy"),
          Permission.of(NMSTATE, "nodenetworkstates", "get", "what single nodes have"),
          Permission.of(NMSTATE, "nodenetworkstates", "list", "what all nodes have"),
          Permission.of(
                  MULTUS, "network-attachment-definitions", "get", "what a machine is wired to")
              .inOneNamespace(),
          Permission.of(
                  MULTUS, "network-attachment-definitions", "list", "which networks there are")
              .inOneNamespace(),
          Permission.of(
              KUBEVIRT, "kubevirts", "list", "which KubeVirt there is, and how it is set"),
          Permission.of(KUBEVIRT, "virtualmachines", "get", "what a change does to a machine")
              .inOneNamespace(),
          Permission.of(KUBEVIRT, "virtualmachines", "list", "which machines use a network")
              .inOneNamespace(),
          Permission.of(KUBEVIRT, "virtualmachineinstances", "get", "whether a machine runs")
              .inOneNamespace(),
          Permission.of(KUBEVIRT, "virtualmachineinstances", "list", "which machines run")
              .inOneNamespace(),
          Permission.of(
                  KUBEVIRT,
                  "virtualmachineinstancereplicasets",
                  "list",
                  "which sets of machines use a network")
              .inOneNamespace(),
          Permission.of(
                  "pool.kubevirt.io",
                  "virtualmachinepools",
                  "list",
                  "which pools of machines use a network")
              .inOneNamespace(),
          Permission.of(PLATFORM, "nodeproviders", "list", "which node types use a network"),
          Permission.of(PLATFORM, "nodeclaims", "list", "which nodes use a network"),
          Permission.of(PLATFORM, "nodeenvironments", "list", "which environments use a network"),
          Permission.of(PLATFORM, "osimages", "list", "which images node types name"),
          Permission.of(
              PLATFORM, "machineconfigtemplates", "list", "which configurations node types name"));

  /** For policies that the plugin rolls out itself. */
  static final List<Permission> POLICIES =
      List.of(
          Permission.of(NMSTATE, POLICY, "create", "a new policy"),
          Permission.of(NMSTATE, POLICY, "update", "a policy that changes"),
          Permission.of(NMSTATE, POLICY, "delete", "a policy that goes"),
          Permission.of(NMSTATE, POLICY, "watch", "whether somebody changes the policy meanwhile"),
          Permission.of(NMSTATE, ENACTMENT, "watch", "how far the nodes are"),
          Permission.of(
              NMSTATE,
              ENACTMENT,
              "deletecollection",
              "what nodes that are gone said of a former policy"),
          Permission.of(CORE, "nodes", "watch", "which nodes come and go meanwhile"),
          Permission.of(CORE, "pods", "watch", "whether the handlers of NMState run"),
          Permission.of(
              OVN, "clusteruserdefinednetworks", "list", "which networks use a bridge that goes"));

  /** For objects that Pulumi's kubernetes plugin makes of components. */
  static final List<Permission> MAKING =
      Stream.of(
              whole(NMSTATE, POLICY, "policies that are applied as they stand", false),
              whole(NMSTATE, "nmstates", "operators", false),
              whole(MULTUS, "network-attachment-definitions", "network attachments", true),
              whole(OVN, "userdefinednetworks", "networks of OVN-Kubernetes", true),
              whole(OVN, "clusteruserdefinednetworks", "networks of OVN-Kubernetes", false),
              whole(SRIOV, "sriovnetworks", "networks over SR-IOV", true),
              whole(SRIOV, "sriovnetworknodepolicies", "pools of devices", true),
              whole(CORE, "configmaps", "pools of devices", true),
              whole(KUBEVIRT, "virtualmachines", "machines", true),
              whole(CORE, "secrets", "cloud-init of machines", true),
              whole(PLATFORM, "nodeproviders", "node providers", false),
              whole(PLATFORM, "nodeclaims", "node claims", true),
              whole(PLATFORM, "nodeenvironments", "node environments", true),
              whole(PLATFORM, "osimages", "images", false),
              whole(PLATFORM, "machineconfigtemplates", "configurations of nodes", false),
              part(KUBEVIRT, "kubevirts"),
              part("hco.kubevirt.io", "hyperconvergeds"))
          .flatMap(List::stream)
          .toList();

  private static List<Permission> whole(
      String group, String resource, String why, boolean namespaced) {
    return FOR_WHOLE_OBJECTS.stream()
        .map(verb -> Permission.of(group, resource, verb, why))
        .map(p -> namespaced ? p.inOneNamespace() : p)
        .toList();
  }

  private static List<Permission> part(String group, String resource) {
    return FOR_PARTS.stream()
        .map(verb -> Permission.of(group, resource, verb, "settings of KubeVirt, such as plugins"))
        .toList();
  }
}
