package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with an object of the platform. */
public final class ObjectCatalogue {
  private ObjectCatalogue() {}

  /** A complete node type but for what an example adds or changes. */
  private static String type(String properties) {
    return "type: kubevirtnet:KubeVirtNodeType\nproperties: {" + properties + "}\n";
  }

  private static final String SIZE = "resources: {cpu: \"2\", memory: 4Gi}";
  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule NAME =
      Rule.refused("KVN-P001", "Name that the platform refuses")
          .why("It becomes the name of an object: lower case letters, digits and '-'.")
          .fix("Set name.")
          .source("API server: RFC 1123")
          .example(type("name: Big_VM, " + SIZE + ", podNetwork: keep"));

  public static final Rule PLACE =
      Rule.refused("KVN-P002", "Cluster or namespace that can not exist")
          .why("The platform looks both up by these names, and does not let them change later.")
          .fix("Write them as the platform lists them.")
          .source(PLATFORM + ": clusterRef")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
              ---
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: "", namespace: vms, nodeTypes: ["${small.nodeType}"]}
              """);

  public static final Rule NODE_TYPES =
      Rule.refused("KVN-P003", "Node types missing or listed twice")
          .why("A provider makes nodes of its types, and each type is an object of its name.")
          .fix("List every node type once.")
          .source(PLATFORM + ": nodeTypes")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeProvider
              properties: {cluster: host, namespace: vms, nodeTypes: []}
              """);

  public static final Rule COUNT =
      Rule.refused("KVN-P005", "Count below 1")
          .why("The platform reads 0 as not set, so the limit would be gone.")
          .fix("Write 1 or more, or leave it out.")
          .source(PLATFORM + ": maxCapacity, cost")
          .example(type(SIZE + ", podNetwork: keep, maxCapacity: 0"));

  public static final Rule LABELS =
      Rule.refused("KVN-P031", "Label, annotation or taint that can not be")
          .why(
              "Keys are names of up to 63 characters, after an optional domain and a slash; values of labels and taints are up to 63 letters, digits, - _ and dots.")
          .fix("Correct it.")
          .source("API server: label syntax")
          .example(ProviderExample.type("metadata: {labels: {rack: row 1}}"));

  public static final Rule HELM_VALUES =
      Rule.refused("KVN-P038", "Values of a chart that can not be read")
          .why("The platform hands them to Helm, which reads a YAML map.")
          .fix("Correct the YAML.")
          .source(PLATFORM + ": deploy.kubevirt.helmValues")
          .example(
              ProviderExample.kubeVirt(
"""
    deploy: {kubevirt: {enabled: true, helmValues: "kubevirt: ["}}
    virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes: [{name: small}]
"""));

  public static final Rule NEWER =
      Rule.refused("KVN-P040", "Part of a later release of the platform")
          .why("This release does not know it.")
          .fix("Set platformVersion to the release that runs, or leave the part out.")
          .source(PLATFORM + ": namespaceStrategy, deploy.vClusterDeviceOperator")
          .example(
"""
config: {platformVersion: "4.11"}
---
type: kubevirtnet:KubeVirtNodeType
name: small
properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
---
type: kubevirtnet:KubeVirtNodeProvider
properties: {cluster: host, namespace: vms, namespaceStrategy: Provider, nodeTypes: ["${small.nodeType}"]}
""");

  public static final Rule PROVIDER_KIND =
      Rule.refused("KVN-P067", "NodeProvider of no kind, or of several")
          .why(
              "A provider makes its nodes in one way: kubeVirt, bcm, terraform, clusterAPI or metal3.")
          .fix("Keep one of them.")
          .source(PLATFORM + ": NodeProvider")
          .example(
"""
apiVersion: management.loft.sh/v1
kind: NodeProvider
metadata: {name: kv}
spec:
  terraform: {}
  kubeVirt:
    clusterRef: {cluster: host, namespace: vms}
    virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes: [{name: small}]
""");

  public static final Rule MISSING =
      Rule.refused("KVN-P068", "Object without what it is for")
          .why("The platform can do nothing with the object without this.")
          .fix("Set it.")
          .source(PLATFORM + ": NodeProvider, NodeClaim")
          .example(
"""
apiVersion: management.loft.sh/v1
kind: NodeEnvironment
metadata: {name: lan, namespace: p-default}
spec: {properties: {kubevirt.vcluster.com/network-attachment-definition: vms/lan}}
""");

  public static final Rule WORD =
      Rule.refused("KVN-P069", "Word that the platform does not know")
          .why("The field takes one of a few words.")
          .fix("Write one of them.")
          .source(PLATFORM + ": namespaceStrategy, power, taints, requirements")
          .example(
              ProviderExample.kubeVirt(
"""
    namespaceStrategy: Tenant
    virtualMachineTemplate: {spec: {template: {spec: {domain: {devices: {interfaces: [{name: default, bridge: {}}]}, resources: {requests: {cpu: "2", memory: 4Gi}}}, networks: [{name: default, pod: {}}]}}}}
    nodeTypes: [{name: small}]
"""));

  public static final Rule IMAGE_TYPE =
      Rule.info("KVN-P073", "OSImage without a type")
          .why("The platform's pages list it for no kind of node in particular.")
          .fix("Set the property machines.vcluster.com/os-image-type to kubevirt.")
          .source(PLATFORM + ": OSImage")
          .example(
"""
apiVersion: management.loft.sh/v1
kind: OSImage
metadata: {name: ubuntu}
spec: {properties: {kubevirt.vcluster.com/image-url: "docker://quay.io/containerdisks/ubuntu:22.04", kubevirt.vcluster.com/root-disk-size: 20Gi}}
""");

  public static final List<Rule> ALL =
      List.of(
          NAME,
          PLACE,
          NODE_TYPES,
          COUNT,
          LABELS,
          HELM_VALUES,
          NEWER,
          PROVIDER_KIND,
          MISSING,
          WORD,
          IMAGE_TYPE);
}
