package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What network attachments need beside Multus. */
public final class PluginHealthCatalogue {
  private PluginHealthCatalogue() {}

  public static final Rule NO_WHEREABOUTS =
      Rule.error("KVN-D022", "Addresses from whereabouts, which is not installed")
          .why(
              "The plugin keeps its addresses in objects of kind IPPool, which the cluster does not know.")
          .fix("Install whereabouts, or choose another ipam.")
          .source("whereabouts: installation")
          .example(
              """
              cluster: {without: [ippools.whereabouts.cni.cncf.io]}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: default}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","ipam":{"type":"whereabouts","range":"10.0.0.0/24"}}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
              """);

  public static final Rule NO_DEVICE =
      Rule.error("KVN-D023", "Device that no node offers")
          .why(
              "A machine on the attachment asks for the device, and the scheduler finds no node for it.")
          .fix(
              "See that the device plugin runs on the nodes (SR-IOV, macvtap, bridge marker), and that its pool has this name.")
          .source("Kubernetes device plugins; k8s.v1.cni.cncf.io/resourceName")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: fast, namespace: default, annotations: {k8s.v1.cni.cncf.io/resourceName: openshift.io/fast}}
              spec: {config: '{"cniVersion":"0.3.1","name":"fast","type":"sriov"}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: fast, sriov: {}}]}}, networks: [{name: fast, multus: {networkName: fast}}]}}}
              """);

  public static final Rule NO_OVN =
      Rule.error("KVN-D024", "Network of OVN-Kubernetes, which does not run")
          .why("Pods on the attachment wait for the ports that only OVN-Kubernetes makes.")
          .fix("Use another type, or see why the DaemonSet of OVN-Kubernetes is not ready.")
          .source("OVN-Kubernetes: ovnkube-node")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: east, namespace: default}
              spec: {config: '{"cniVersion":"0.4.0","name":"east","type":"ovn-k8s-cni-overlay","topology":"layer2","netAttachDefName":"default/east"}'}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: east, bridge: {}}]}}, networks: [{name: east, multus: {networkName: east}}]}}}
              """);

  public static final Rule NOT_REGISTERED =
      Rule.error("KVN-D050", "Binding that KubeVirt does not know")
          .why(
              "A machine may name any binding plugin; one that is not registered keeps it from starting.")
          .fix(
              "Register it in spec.configuration.network.binding of the KubeVirt, or correct the name.")
          .source("KubeVirt: couldn't find configuration for network binding")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Halted, template: {spec: {domain: {devices: {interfaces: [{name: default, binding: {name: passt}}]}}, networks: [{name: default, pod: {}}]}}}
              """);

  static final List<Rule> ALL = List.of(NO_WHEREABOUTS, NO_DEVICE, NO_OVN, NOT_REGISTERED);
}
