package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a network attachment. */
public final class AttachmentCatalogue {
  private AttachmentCatalogue() {}

  public static final Rule NAME =
      Rule.refused("KVN-A001", "Name that some layer refuses")
          .why(
              "The API server, Multus and the admission controller together take lower case letters, digits and '-', at most 63, and no '0' at the start.")
          .fix("Set name.")
          .source("multi-net-spec 3.3; net-attach-def-admission-controller; CNI network name")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {name: VM_LAN, namespace: vms, linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule NAMESPACE =
      Rule.refused("KVN-A002", "Namespace that can not exist")
          .why("A namespace has lower case letters, digits and '-', at most 63.")
          .fix("Write the namespace as `kubectl get namespaces` prints it.")
          .source("API server: RFC 1123 label")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: VMs, linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule NAMESPACE_CHOICE =
      Rule.refused("KVN-A003", "Namespace said twice or not at all")
          .why("One attachment is made per namespace, so there must be one way to say which.")
          .fix("Set namespace for one, or namespaces for several.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule NAMESPACE_TWICE =
      Rule.refused("KVN-A004", "Namespace listed twice")
          .why("A namespace holds one object of a name.")
          .fix("Remove one of the two.")
          .source("API server: AlreadyExists")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespaces: [vms, vms], linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule BRIDGE_NAME =
      Rule.refused("KVN-A005", "Bridge with an impossible name")
          .why("The kernel has no interface of such a name: 1 to 15 bytes without '/' and space.")
          .fix("Write the name that the bridge has on the nodes.")
          .source("Linux IFNAMSIZ, dev_valid_name; the CNI plugin bridge does not check it")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: bridge-of-the-storage}}
              """);

  public static final Rule BRIDGE_CHOICE =
      Rule.refused("KVN-A006", "Bridge said twice or not at all")
          .why("The attachment plugs into exactly one bridge.")
          .fix("Set bridge to the output of a BridgeNetwork, or bridgeName for one made elsewhere.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {vlan: 100}}
              """);

  public static final Rule VLAN =
      Rule.refused("KVN-A007", "VLAN 0")
          .why("802.1Q has 1 to 4094; a plugin takes 0 for none.")
          .fix(
              "Choose the id that the switch carries on the uplink, or leave vlan out for the untagged network.")
          .source("IEEE 802.1Q; CNI plugin bridge: loadNetConf")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1, vlan: 0}}
              """);

  public static final Rule MTU =
      Rule.refused("KVN-A008", "MTU out of range")
          .why("An MTU is 68 to 65535 bytes.")
          .fix("Leave mtu out, or set what the network below has.")
          .source("RFC 791; Linux dev_validate_mtu; the CNI plugin bridge does not check it")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1, mtu: 20}}
              """);

  public static final Rule FOREIGN_BRIDGE =
      Rule.warning("KVN-A009", "Bridge that carries the cluster itself")
          .why(
              "Its ports hold the cluster's own traffic; a virtual machine on it can take a node off the network.")
          .fix("Make a bridge of its own with BridgeNetwork.")
          .source("OVN-Kubernetes (br-ex, br-int), CNI (cni0)")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br-ex}}
              """);

  public static final List<Rule> ALL =
      List.of(
          NAME,
          NAMESPACE,
          NAMESPACE_CHOICE,
          NAMESPACE_TWICE,
          BRIDGE_NAME,
          BRIDGE_CHOICE,
          VLAN,
          MTU,
          FOREIGN_BRIDGE);
}
