package io.kubevirtnet.across;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong between a machine and the network definition that it names. */
public final class UseCatalogue {
  private UseCatalogue() {}

  public static final Rule FEWER_NODES =
      Rule.warning("KVN-X034", "Machine that can land where its network is not")
          .why(
              "A node without the bridge gives the machine an empty one, or fails to start it; a migration ends there, too.")
          .fix(
              "Give the machine the labels of the bridge's nodes as nodeSelector, or set the resource of the bridge marker on the attachment.")
          .source("Kubernetes scheduler; CNI plugin bridge: ensureBridge")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br1}
              spec:
                nodeSelector: {rack: a}
                desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule ATTACHMENT_MISSING =
      Rule.warning("KVN-X042", "Attachment that is not there")
          .why(
              "Multus finds a bare name in the namespace of the machine only, and without the definition the machine does not start.")
          .fix("Correct the name, write namespace/name, or see that the cluster has it.")
          .source("Multus: cannot find a network-attachment-definition")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: default}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule NAMESPACE_ISOLATED =
      Rule.refused("KVN-X043", "Attachment behind the isolation of namespaces")
          .why("This cluster's Multus gives a machine the definitions of its own namespace only.")
          .fix("Make the definition in the namespace of the machine, too.")
          .source("Multus: namespaceIsolation, globalNamespaces")
          .example(
              """
              config: {namespaceIsolation: true}
              ---
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachmentName: net/lan}
              ---
              type: kubevirtnet:KubeVirtNodeProvider
              name: kv
              properties: {cluster: kubevirt-host, namespace: vms, nodeTypes: ["${small.nodeType}"]}
              """);

  public static final Rule DEFAULT_WITHOUT_NAMESPACE =
      Rule.error("KVN-X044", "Default network without a namespace")
          .why(
              "For the default network Multus looks a bare name up in its own namespace, usually kube-system, and not in that of the machine.")
          .fix("Write namespace/name.")
          .source("Multus: multusNamespace; KubeVirt copies networkName as it is")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}, networks: [{name: lan, multus: {networkName: lan, default: true}}]}}}
              """);

  /** The example is told in two sets of objects: what there was, and what shall be. */
  public static final Rule ATTACHMENT_GONE =
      Rule.error("KVN-X045", "Attachment that goes while machines use it")
          .why(
              "Machines that run keep their interface, but none of them starts or migrates any more, and what the plugin has on the nodes is not cleaned up without the definition.")
          .fix("Take it out of the machines first, or keep it until they are gone.")
          .source(
              "Multus: cannot find a network-attachment-definition; containernetworking/plugins")
          .example(
              """
              old:
                - apiVersion: k8s.cni.cncf.io/v1
                  kind: NetworkAttachmentDefinition
                  metadata: {name: lan, namespace: vms}
                  spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              new:
                - apiVersion: kubevirt.io/v1
                  kind: VirtualMachine
                  metadata: {name: web, namespace: vms}
                  spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule DEFAULT_WITHOUT_ADDRESS =
      Rule.error("KVN-X046", "Default network without addresses")
          .why("A pod must have an address, and this network gives it none.")
          .fix("Give the definition an ipam, or keep the pod network and attach it beside.")
          .source("KubeVirt user guide: Multus as primary network; kubelet")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}, networks: [{name: lan, multus: {networkName: vms/lan, default: true}}]}}}
              """);

  public static final Rule ADDRESSES_UNUSED =
      Rule.info("KVN-X060", "Address that no guest uses")
          .why(
              "The definition gives each pod an address, and the platform gives its guest another, by which nobody finds the machine in the cluster.")
          .fix("Leave one of the two out, unless the pod needs an address of its own.")
          .source("CNI plugin ipam; vCluster Platform: network-cidr")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","ipam":{"type":"whereabouts","range":"10.200.0.0/24"}}'}
              ---
              apiVersion: management.loft.sh/v1
              kind: NodeProvider
              metadata: {name: kv}
              spec:
                kubeVirt:
                  clusterRef: {cluster: host, namespace: vms}
                  virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
                  nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/network-attachment-definition: vms/lan, kubevirt.vcluster.com/multus-default: "true", kubevirt.vcluster.com/network-cidr: 10.100.0.0/24, kubevirt.vcluster.com/network-nameservers: 10.100.0.2, kubevirt.vcluster.com/network-interface: enp1s0}}]
              """);

  /** The example is a wiring, and what a cluster has when it is previewed. */
  public static final Rule NOT_IN_CLUSTER =
      Rule.warning("KVN-X061", "Attachment that the cluster does not have")
          .why("Multus finds no definition for the machine, which does not start.")
          .fix(
              "Correct the name, or see that somebody makes it before a machine starts. Join one that this program makes by its output attachment: then it is not looked for.")
          .source("Multus: cannot find a network-attachment-definition")
          .example(
              """
              preview: wiring
              has: {definitions: [vms/lan], bridges: {w1: [br1]}}
              properties:
                virtualMachine: web
                namespace: vms
                interfaces: [{name: lan, bridge: {}}]
                networks: [{name: lan, multus: {networkName: vms/vm-lan}}]
                namedDefinitions: [lan]
              """);

  /** The same. */
  public static final Rule BRIDGE_ON_NO_NODE =
      Rule.warning("KVN-X062", "Bridge that no node has")
          .why(
              "On a node without it the CNI plugin makes a bridge that is connected to nothing: the machine starts, and reaches nobody.")
          .fix(
              "Correct the name, or make the bridge on the nodes. Join one that this program makes by the output bridge of its BridgeNetwork: then it is not looked for.")
          .source("CNI plugin bridge: ensureBridge; NodeNetworkState")
          .example(
              """
              preview: wiring
              has: {definitions: [], bridges: {w1: [br1]}}
              properties:
                virtualMachine: web
                namespace: vms
                interfaces: [{name: lan, bridge: {}}]
                networks: [{name: lan, multus: {networkName: vms/lan}}]
                namedBridges: {lan: br2}
              """);

  public static final List<Rule> ALL =
      List.of(
          FEWER_NODES,
          ATTACHMENT_MISSING,
          NAMESPACE_ISOLATED,
          DEFAULT_WITHOUT_NAMESPACE,
          ATTACHMENT_GONE,
          DEFAULT_WITHOUT_ADDRESS,
          ADDRESSES_UNUSED,
          NOT_IN_CLUSTER,
          BRIDGE_ON_NO_NODE);
}
