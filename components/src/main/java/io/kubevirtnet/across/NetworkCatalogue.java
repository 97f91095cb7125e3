package io.kubevirtnet.across;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong between a network definition, the nodes, and the other definitions. */
public final class NetworkCatalogue {
  private NetworkCatalogue() {}

  public static final Rule BRIDGE_NOT_MADE =
      Rule.warning("KVN-X030", "Bridge that no policy makes")
          .why(
              "The plugin bridge makes a missing bridge by itself: an empty one, which leads nowhere; the plugin ovs fails.")
          .fix("Name a bridge of the policies, or see that the nodes have this one.")
          .source("CNI plugin bridge: ensureBridge; ovs-cni: bridge not found")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br1}
              spec: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br11","disableContainerInterface":true}'}
              """);

  public static final Rule MARKER_OF_OTHER_BRIDGE =
      Rule.error("KVN-X031", "Marker of another bridge")
          .why(
              "The marker sends machines to nodes that have the bridge it names; the plugin joins the other one there.")
          .fix("Name one bridge in both.")
          .source("bridge-marker; ovs-cni marker")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata:
                name: lan
                namespace: vms
                annotations: {k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/br2}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              """);

  public static final Rule TAGGED_TWICE =
      Rule.warning("KVN-X032", "Frames with two tags")
          .why(
              "The uplink of the bridge is a VLAN already, so the tag of the attachment goes inside of its tag; switches usually drop that.")
          .fix("Leave vlan out, or build the bridge over the interface below the VLAN.")
          .source("Linux bridge over a VLAN interface; IEEE 802.1ad")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br1}
              spec:
                desiredState:
                  interfaces:
                    - {name: ens4.300, type: vlan, state: up, vlan: {base-iface: ens4, id: 300}}
                    - {name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4.300}]}}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","vlan":100,"disableContainerInterface":true}'}
              """);

  public static final Rule GATEWAY_ON_HOST_ADDRESS =
      Rule.error("KVN-X033", "Gateway on a bridge that has an address")
          .why(
              "The plugin puts its gateway on the bridge: it refuses one with another address, and with forceAddress it removes the node's own.")
          .fix("Leave isGateway out, or take the addresses of the bridge out of the policy.")
          .source("CNI plugin bridge: ensureAddr")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br1}
              spec:
                nodeSelector: {kubernetes.io/hostname: w1}
                desiredState:
                  interfaces:
                    - name: br1
                      type: linux-bridge
                      state: up
                      ipv4: {enabled: true, address: [{ip: 192.0.2.7, prefix-length: 24}]}
                      bridge: {port: [{name: ens4}]}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","isGateway":true,"ipam":{"type":"dhcp"}}'}
              """);

  public static final Rule LOCALNET_NOT_ON_BRIDGE =
      Rule.error("KVN-X035", "Localnet that the bridge does not carry")
          .why("OVN finds the bridge by the name of the localnet, and no machine would start.")
          .fix("Name one of the bridge's localnets, or add it to them.")
          .source("ovn-kubernetes: failed to find OVN bridge-mapping for network")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br0
              properties: {kind: ovs-bridge, uplink: {nic: ens5}, localnets: [br0-network], rollout: plain}
              ---
              type: kubevirtnet:NetworkAttachment
              name: corp
              properties: {namespace: vms, ovnLocalnet: {bridge: "${br0.bridge}", localnet: physnet}}
              """);

  public static final Rule LOCALNET_NOT_MAPPED =
      Rule.warning("KVN-X036", "Localnet that no policy maps")
          .why("OVN finds the bridge by the name of the localnet, and no machine would start.")
          .fix(
              "Set physicalNetworkName to a mapped localnet, or see that the nodes have this mapping.")
          .source("ovn-kubernetes: failed to find OVN bridge-mapping for network")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br0}
              spec:
                desiredState:
                  ovn: {bridge-mappings: [{localnet: br0-network, bridge: br0, state: present}]}
                  interfaces: [{name: br0, type: ovs-bridge, state: up, bridge: {port: [{name: ens5}]}}]
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: corp, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"corp","type":"ovn-k8s-cni-overlay","topology":"localnet","netAttachDefName":"vms/corp"}'}
              """);

  public static final Rule OVN_NETWORKS_DISAGREE =
      Rule.refused("KVN-X037", "Two configs of one OVN network")
          .why(
              "All definitions with one CNI name are one network in the whole cluster; OVN-Kubernetes takes no second one that says something else.")
          .fix("Say the same in both, or give one of the two another CNI name.")
          .source("ovn-kubernetes: NAD controller, canReconcile")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: corp, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"corp","type":"ovn-k8s-cni-overlay","topology":"localnet","netAttachDefName":"vms/corp","vlanID":10}'}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: corp, namespace: db}
              spec: {config: '{"cniVersion":"0.3.1","name":"corp","type":"ovn-k8s-cni-overlay","topology":"localnet","netAttachDefName":"db/corp","vlanID":20}'}
              """);

  public static final Rule HOST_LOCAL_DIRECTORY_SHARED =
      Rule.warning("KVN-X038", "Address book of two networks")
          .why(
              "host-local keeps its addresses in a directory of the CNI name; the two write into one book.")
          .fix("Give each of the two a CNI name of its own, or a dataDir.")
          .source("CNI plugin host-local: disk store")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: a, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"macvlan","master":"ens4","ipam":{"type":"host-local","subnet":"10.1.0.0/24"}}'}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: b, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"macvlan","master":"ens5","ipam":{"type":"host-local","subnet":"10.2.0.0/24"}}'}
              """);

  public static final Rule CNI_NAME_SHARED =
      Rule.info("KVN-X039", "CNI name of two networks")
          .why(
              "Logs, caches and the user interfaces of clusters show the CNI name; with one name for two networks they can not be told apart.")
          .fix("Let the CNI name be the name of the object.")
          .source("Multi-network specification 3.4.3")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: a, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: b, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br2","disableContainerInterface":true}'}
              """);

  public static final Rule HOST_LOCAL_ON_NODES =
      Rule.warning("KVN-X040", "Same addresses on several nodes")
          .why(
              "host-local keeps a book per node, and the bridge joins the nodes: two machines get one address.")
          .fix("Use whereabouts, or ranges of their own for each node.")
          .source("CNI plugin host-local: disk store")
          .example(
              """
              apiVersion: nmstate.io/v1
              kind: NodeNetworkConfigurationPolicy
              metadata: {name: br1}
              spec: {desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","ipam":{"type":"host-local","subnet":"10.1.0.0/24"}}'}
              """);

  public static final Rule ADDRESSES_OF_TWO_AUTHORITIES =
      Rule.warning("KVN-X041", "Addresses that two authorities give out")
          .why("They keep separate books of one network; two machines may get one address.")
          .fix("Give each of the two ranges of its own.")
          .source("CNI plugins host-local, static, whereabouts; OVN-Kubernetes; vCluster Platform")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: a, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"a","type":"macvlan","master":"ens4","ipam":{"type":"host-local","subnet":"10.1.0.0/24"}}'}
              ---
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: b, namespace: pods}
              spec: {config: '{"cniVersion":"0.3.1","name":"b","type":"macvlan","master":"ens4","ipam":{"type":"host-local","subnet":"10.1.0.0/25"}}'}
              """);

  public static final List<Rule> ALL =
      List.of(
          BRIDGE_NOT_MADE,
          MARKER_OF_OTHER_BRIDGE,
          TAGGED_TWICE,
          GATEWAY_ON_HOST_ADDRESS,
          LOCALNET_NOT_ON_BRIDGE,
          LOCALNET_NOT_MAPPED,
          OVN_NETWORKS_DISAGREE,
          HOST_LOCAL_DIRECTORY_SHARED,
          CNI_NAME_SHARED,
          HOST_LOCAL_ON_NODES,
          ADDRESSES_OF_TWO_AUTHORITIES);
}
