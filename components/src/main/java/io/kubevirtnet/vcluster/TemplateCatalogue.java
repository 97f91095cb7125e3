package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the template of a node type. */
public final class TemplateCatalogue {
  private TemplateCatalogue() {}

  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule SIZE_UNKNOWN =
      Rule.error("KVN-P041", "Node type of unknown size")
          .why(
              "The platform finds out the size from the template's requests, and fails the whole provider with \"failed to discover resources for NodeType\" when they are not there.")
          .fix(
              "Set resources.cpu and resources.memory, or domain.resources.requests in the template.")
          .source(PLATFORM + ": resources")
          .example(ProviderExample.of("{domain: {devices: {}}}", "maxCapacity: 3"));

  public static final Rule TWO_TEMPLATES =
      Rule.refused("KVN-P052", "Template that replaces and merges")
          .why("A node type has a whole template or changes that of the provider, not both.")
          .fix("Keep one of the two.")
          .source(PLATFORM + ": virtualMachineTemplate, mergeVirtualMachineTemplate")
          .example(
              ProviderExample.type(
                  "virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: \"2\", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}, mergeVirtualMachineTemplate: {spec: {template: {spec: {hostname: a}}}}"));

  public static final Rule NO_TEMPLATE =
      Rule.error("KVN-P066", "Node type without a template")
          .why("Neither the provider nor the node type says what machine it is.")
          .fix("Set virtualMachineTemplate in one of them.")
          .source(PLATFORM + ": virtualMachineTemplate")
          .example(
              ProviderExample.kubeVirt(
"""
    nodeTypes: [{name: small, resources: {cpu: "2", memory: 4Gi}}]
"""));

  public static final Rule TAINTS =
      Rule.error("KVN-P061", "Taints in the template of a machine")
          .why("A VirtualMachine has no taints: KubeVirt refuses the field or drops it.")
          .fix("Set the taints on the pool, the NodeClaim or a NodeProfile.")
          .source("KubeVirt VirtualMachineInstance API")
          .example(
              ProviderExample.type(
                  "mergeVirtualMachineTemplate: {spec: {template: {spec: {taints: [{key: gpu, effect: NoSchedule}]}}}}"));

  public static final Rule LIST_REPLACED =
      Rule.warning("KVN-P063", "List that a merge replaces")
          .why(
              "A strategic merge patch replaces lists of a VirtualMachine as a whole; what only the provider's template lists is gone.")
          .fix("Repeat in the merge what shall stay.")
          .source("Kubernetes strategic merge patch; KubeVirt API types")
          .example(
              ProviderExample.type(
                  "mergeVirtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: vms/lan}}]}}}}"));

  public static final Rule LABELS_LOST =
      Rule.info("KVN-P064", "Labels of the provider's template that are gone")
          .why(
              "A template of the node type takes the place of the provider's as a whole, labels and annotations included.")
          .fix("Repeat them in the node type's template, or use mergeVirtualMachineTemplate.")
          .source(PLATFORM + ": virtualMachineTemplate")
          .example(
              ProviderExample.kubeVirt(
"""
    virtualMachineTemplate: {metadata: {labels: {rack: a}}, spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes:
    - name: small
      virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
"""));

  public static final Rule MULTUS_REPLACED =
      Rule.warning("KVN-P065", "Network of the template that is replaced")
          .why(
              "The platform calls what it injects multus, and replaces a network or interface of that name.")
          .fix("Call the other one by another name, or remove it.")
          .source(PLATFORM + ": network-attachment-definition")
          .example(
              ProviderExample.of(
                  "{domain: {devices: {interfaces: [{name: default, bridge: {}}, {name: multus, bridge: {}}]}, resources: {requests: {cpu: \"2\", memory: 4Gi}}}, networks: [{name: default, pod: {}}, {name: multus, multus: {networkName: vms/old}}]}",
                  "properties: {kv/network-attachment-definition: vms/lan}"));

  public static final Rule NOT_FOUND =
      Rule.error("KVN-P062", "Object of the platform that is not there")
          .why(
              "The platform fails each machine without it, for example with \"failed to get OSImage\".")
          .fix("Correct the name, or make the object.")
          .source(PLATFORM + ": os-image, network-environment, network-data-template-config")
          .example(
"""
apiVersion: management.loft.sh/v1
kind: OSImage
metadata: {name: ubuntu}
spec: {properties: {kubevirt.vcluster.com/image-url: "docker://quay.io/containerdisks/ubuntu:22.04", kubevirt.vcluster.com/root-disk-size: 20Gi, machines.vcluster.com/os-image-type: kubevirt}}
---
apiVersion: management.loft.sh/v1
kind: NodeProvider
metadata: {name: kv}
spec:
  kubeVirt:
    clusterRef: {cluster: host, namespace: vms}
    virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes: [{name: small, properties: {vcluster.com/os-image: debian}}]
""");

  public static final List<Rule> ALL =
      List.of(
          SIZE_UNKNOWN,
          TWO_TEMPLATES,
          NO_TEMPLATE,
          TAINTS,
          LIST_REPLACED,
          LABELS_LOST,
          MULTUS_REPLACED,
          NOT_FOUND);
}
