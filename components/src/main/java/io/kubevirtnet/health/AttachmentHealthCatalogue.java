package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** Network attachments and what joins them. */
public final class AttachmentHealthCatalogue {
  private AttachmentHealthCatalogue() {}

  public static final Rule INVALID =
      Rule.error("KVN-D040", "Network attachment with errors")
          .why(
              "The API server takes any text as its config; the plugin refuses it when a pod starts.")
          .fix("See what `kubevirtnet check` says of it, and correct it.")
          .source("multi-net-spec; the plugins themselves")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: default}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","vlan":5000}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule UNUSED =
      Rule.info("KVN-D041", "Network attachment that no machine uses")
          .why("Nobody notices when it breaks, or when its bridge goes.")
          .fix("Delete it if pods do not use it either.")
          .source("kubevirtnet doctor")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: default}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              """);

  public static final Rule BRIDGE_MISSING =
      Rule.warning("KVN-D042", "Bridge that is missing where a machine may run")
          .why(
              "There the plugin makes a bridge that is connected to nothing: the machine starts, and reaches nobody.")
          .fix(
              "Make the bridge on these nodes by a policy, or keep the machine from them by its nodeSelector.")
          .source("CNI plugin bridge: ensureBridge; NodeNetworkState")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: default}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br7","disableContainerInterface":true}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule ATTACHMENT_MISSING =
      Rule.error("KVN-D043", "Machine that names a network attachment that is not there")
          .why(
              "A bare name is looked for in the namespace of the machine only, and without it the machine does not start.")
          .fix("Correct the name, write namespace/name, or make the attachment there.")
          .source("Multus: cannot find a network-attachment-definition")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule PROVIDER =
      Rule.error("KVN-D044", "Node provider with errors")
          .why("The platform takes it, and its machines do not start or have no network.")
          .fix("See what `kubevirtnet check` says of it, and correct it.")
          .source("vCluster Platform: KubeVirt node provider")
          .example(
              """
              apiVersion: management.loft.sh/v1
              kind: NodeProvider
              metadata: {name: kv}
              spec:
                kubeVirt:
                  clusterRef: {cluster: host, namespace: vms}
                  virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
                  nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/interface-binding: bridgde}}]
              """);

  static final List<Rule> ALL =
      List.of(INVALID, UNUSED, BRIDGE_MISSING, ATTACHMENT_MISSING, PROVIDER);
}
