package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the pools of a virtual cluster. */
public final class AutoNodesCatalogue {
  private AutoNodesCatalogue() {}

  public static final Rule SELECTOR =
      Rule.refused("KVN-P043", "Condition on node types that can not be")
          .why(
              "In and NotIn take values, Gt and Lt one number, Exists and DoesNotExist none; value and values do not go together.")
          .fix("Correct the condition.")
          .source("vcluster.yaml: privateNodes.autoNodes")
          .example(
"""
type: kubevirtnet:KubeVirtNodeType
name: small
properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
---
type: kubevirtnet:KubeVirtNodeProvider
name: kv
properties:
  cluster: host
  namespace: vms
  nodeTypes: ["${small.nodeType}"]
  pools: [{name: a, nodeTypeSelector: [{property: zone, compare: Exists, value: a}]}]
""");

  public static final Rule POOL_NAME =
      Rule.refused("KVN-P044", "Pool without a name of its own")
          .why("A pool is found by its name, among all pools of the virtual cluster.")
          .fix("Give each pool another name.")
          .source("vcluster.yaml: privateNodes.autoNodes")
          .example(
"""
type: kubevirtnet:KubeVirtNodeType
name: small
properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
---
type: kubevirtnet:KubeVirtNodeProvider
name: kv
properties:
  cluster: host
  namespace: vms
  nodeTypes: ["${small.nodeType}"]
  pools: [{name: a}, {name: a}]
""");

  public static final Rule POOL_TYPE =
      Rule.error("KVN-P045", "Node type that the provider does not have")
          .why("No node type has this name, so that the pool stays empty.")
          .fix("Write the name of one of the provider's node types.")
          .source("vcluster.yaml: nodeTypeSelector")
          .example(
"""
type: kubevirtnet:KubeVirtNodeType
name: small
properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
---
type: kubevirtnet:KubeVirtNodeProvider
name: kv
properties:
  cluster: host
  namespace: vms
  nodeTypes: ["${small.nodeType}"]
  pools: [{name: a, nodeTypes: [large]}]
""");

  public static final Rule ENDPOINT =
      Rule.refused("KVN-P046", "Address of the control plane that nodes can not reach")
          .why(
              "kube-vip takes an address with a port, and the router of the network with the length of its prefix.")
          .fix("Write for example 10.100.0.250:8443 and 10.100.0.1/24.")
          .source("vcluster.yaml: controlPlane.advanced.kubeVip")
          .example(
"""
type: kubevirtnet:KubeVirtNodeType
name: small
properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep}
---
type: kubevirtnet:KubeVirtNodeProvider
name: kv
properties:
  cluster: host
  namespace: vms
  nodeTypes: ["${small.nodeType}"]
  kubeVip: {endpoint: "10.100.0.250:8443", attachmentName: vms/lan, gateway: 10.200.0.1/24}
""");

  public static final List<Rule> ALL = List.of(SELECTOR, POOL_NAME, POOL_TYPE, ENDPOINT);
}
