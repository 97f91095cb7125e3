package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** Operators that are not there, or do not work. */
public final class InstallationCatalogue {
  private InstallationCatalogue() {}

  public static final Rule NO_KUBEVIRT =
      Rule.error("KVN-D010", "Cluster without KubeVirt")
          .why("Without its kinds and an object of kind KubeVirt there are no machines.")
          .fix("Install the operator of KubeVirt, and create the KubeVirt object.")
          .source("KubeVirt: installation")
          .example("cluster: {without: [kubevirts.kubevirt.io]}\n");

  public static final Rule KUBEVIRT_NOT_DEPLOYED =
      Rule.error("KVN-D011", "KubeVirt that is not deployed")
          .why(
              "Until its phase is Deployed and it is available, machines are neither started nor changed.")
          .fix("Follow the condition that is not as it should be, and the log of virt-operator.")
          .source("KubeVirt: status of KubeVirt")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: KubeVirt
              metadata: {name: kubevirt, namespace: kubevirt}
              status: {phase: Deploying, conditions: [{type: Available, status: "False", reason: DeploymentInProgress, message: Deploying version v1.9.0}]}
              """);

  public static final Rule COMPONENT_NOT_READY =
      Rule.error("KVN-D012", "Component of KubeVirt that does not run")
          .why(
              "virt-api admits machines, virt-controller starts them, and virt-handler plugs their networks on each node.")
          .fix("See why its pods are not ready.")
          .source("KubeVirt: architecture")
          .example(
              """
              apiVersion: apps/v1
              kind: DaemonSet
              metadata: {name: virt-handler, namespace: kubevirt}
              status: {desiredNumberScheduled: 3, numberReady: 2}
              """);

  public static final Rule KUBEVIRT_CHANGES =
      Rule.warning("KVN-D013", "KubeVirt that is on its way to another version")
          .why("Meanwhile nodes have different versions, and machines may be migrated.")
          .fix("Wait until both versions are the same.")
          .source("KubeVirt: observedKubeVirtVersion, targetKubeVirtVersion")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: KubeVirt
              metadata: {name: kubevirt, namespace: kubevirt}
              status: {phase: Deployed, observedKubeVirtVersion: v1.8.2, targetKubeVirtVersion: v1.9.0, conditions: [{type: Available, status: "True"}]}
              """);

  public static final Rule CDI =
      Rule.warning("KVN-D014", "CDI that is not deployed")
          .why("Disks of machines are imported by CDI: without it a machine waits for its disk.")
          .fix("Install CDI, or follow its conditions.")
          .source("CDI: status of CDI")
          .example(
              """
              apiVersion: cdi.kubevirt.io/v1beta1
              kind: CDI
              metadata: {name: cdi}
              status: {phase: Error}
              """);

  public static final Rule NO_MULTUS =
      Rule.error("KVN-D015", "Cluster without network attachments")
          .why(
              "The kind NetworkAttachmentDefinition comes with Multus, and machines have other networks than that of pods only by it.")
          .fix("Install Multus.")
          .source("Multus: quickstart")
          .example("cluster: {without: [network-attachment-definitions.k8s.cni.cncf.io]}\n");

  public static final Rule MULTUS_NOT_READY =
      Rule.error("KVN-D016", "Multus that does not run on all nodes")
          .why("A pod with other networks does not start on a node where Multus does not run.")
          .fix("See why the pods of its DaemonSet are not ready.")
          .source("Multus: DaemonSet")
          .example(
              """
              apiVersion: apps/v1
              kind: DaemonSet
              metadata: {name: kube-multus-ds, namespace: kube-system}
              spec: {template: {spec: {containers: [{name: kube-multus}]}}}
              status: {desiredNumberScheduled: 3, numberReady: 1}
              """);

  public static final Rule NO_NMSTATE =
      Rule.warning("KVN-D017", "Cluster without NMState")
          .why(
              "Policies for the networks of nodes need it, and without it nobody tells what bridges nodes have.")
          .fix(
              "Install the operator of kubernetes-nmstate, unless something else makes the bridges.")
          .source("kubernetes-nmstate: operator")
          .example(
              "cluster: {without: [nmstates.nmstate.io, nodenetworkconfigurationpolicies.nmstate.io]}\n");

  public static final Rule NMSTATE_NOT_MADE =
      Rule.error("KVN-D018", "Operator of NMState that has nothing to deploy")
          .why(
              "The operator deploys handlers, and the kinds of policies, only for an object of kind NMState.")
          .fix("Create an NMState with the name nmstate.")
          .source("kubernetes-nmstate: NMState controller")
          .example("cluster: {empty: [nmstates.nmstate.io]}\n");

  public static final Rule NMSTATE_DEGRADED =
      Rule.error("KVN-D019", "NMState that is degraded")
          .why("Its operator could not deploy all that handlers need.")
          .fix("Follow the message of the condition and the log of the operator.")
          .source("kubernetes-nmstate: conditions of NMState")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NMState
              metadata: {name: nmstate}
              status: {conditions: [{type: Degraded, status: "True", reason: InternalError, message: failed to apply the handler}]}
              """);

  public static final Rule WEBHOOK =
      Rule.warning("KVN-D020", "Webhook of NMState that does not run")
          .why("Policies are created all the same, but nobody resets their conditions.")
          .fix("See why its pods are not ready.")
          .source("kubernetes-nmstate: mutating webhooks, failurePolicy Ignore")
          .example(
              """
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: nmstate-webhook, namespace: nmstate}
              spec: {replicas: 2}
              status: {readyReplicas: 0}
              """);

  public static final Rule NODE_WITHOUT_HANDLER =
      Rule.error("KVN-D021", "Node without a handler of NMState")
          .why("Nobody applies policies on such a node, and they do not count it.")
          .fix("See why the pod of the DaemonSet nmstate-handler does not run there.")
          .source("kubernetes-nmstate: handler")
          .example(
              """
              apiVersion: v1
              kind: Node
              metadata: {name: w2, labels: {kubernetes.io/os: linux}}
              status: {conditions: [{type: Ready, status: "True"}]}
              """);

  static final List<Rule> ALL =
      List.of(
          NO_KUBEVIRT,
          KUBEVIRT_NOT_DEPLOYED,
          COMPONENT_NOT_READY,
          KUBEVIRT_CHANGES,
          CDI,
          NO_MULTUS,
          MULTUS_NOT_READY,
          NO_NMSTATE,
          NMSTATE_NOT_MADE,
          NMSTATE_DEGRADED,
          WEBHOOK,
          NODE_WITHOUT_HANDLER);
}
