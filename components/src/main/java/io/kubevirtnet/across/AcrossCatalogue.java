package io.kubevirtnet.across;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong between two components of one run. */
public final class AcrossCatalogue {
  private AcrossCatalogue() {}

  public static final Rule PORT_CLAIMED_TWICE =
      Rule.error("KVN-X010", "Port claimed by two bridges")
          .why(
              "A port has one controller per node; the two policies would steal it from each other in turn, and nmstate sees only one policy at a time.")
          .fix("Use another network card, or attach to the bridge that has it already.")
          .source("Linux bridge: one controller per port; nmstate checks it inside one policy only")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4}, rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: br2
              properties: {uplink: {nic: ens4}, rollout: plain}
              """);

  public static final Rule PORT_PERHAPS_CLAIMED_TWICE =
      Rule.warning("KVN-X011", "Port that two bridges may both claim")
          .why("A node that has the labels of both selectors would get both bridges over one port.")
          .fix("Make the selectors exclude each other, for example by one label with two values.")
          .source("Linux bridge: one controller per port")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4}, nodeSelector: {rack: a}, rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: br2
              properties: {uplink: {nic: ens4}, nodeSelector: {gpu: "yes"}, rollout: plain}
              """);

  public static final Rule MTU_ABOVE_BRIDGE =
      Rule.error("KVN-X012", "MTU above the bridge's")
          .why("The bridge drops what is larger than its own MTU.")
          .fix("Lower mtu here, or raise it on the bridge.")
          .source("Linux bridge: br_dev_queue_push_xmit drops")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4}, mtu: 1500, rollout: plain}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridge: "${br1.bridge}", mtu: 9000}}
              """);

  public static final Rule VLAN_NOT_CARRIED =
      Rule.error("KVN-X013", "VLAN that the bridge does not carry")
          .why("The uplink port of the bridge lets only its own VLANs through with a tag.")
          .fix("Choose a VLAN that it carries, or leave vlan out for the untagged network.")
          .source("Linux bridge VLAN filtering; kubernetes-nmstate pkg/bridge")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4}, rollout: plain}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridge: "${br1.bridge}", vlan: 1}}
              """);

  public static final Rule BRIDGE_MADE_TWICE =
      Rule.error("KVN-X014", "Bridge made twice")
          .why(
              "Two policies would set the ports of one bridge in turn; the list of ports is replaced as a whole.")
          .fix("Give one of the two another bridgeName, or other nodes.")
          .source("nmstate: bridge.port replaces")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: a
              properties: {bridgeName: br1, uplink: {nic: ens4}, rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: b
              properties: {bridgeName: br1, uplink: {nic: ens5}, rollout: plain}
              """);

  public static final Rule OBJECT_MADE_TWICE =
      Rule.refused("KVN-X015", "Object made twice")
          .why("A cluster holds one object of a kind, namespace and name.")
          .fix("Give one of the two another name.")
          .source("API server: AlreadyExists")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              name: a
              properties: {name: lan, namespace: vms, linuxBridge: {bridgeName: br1}}
              ---
              type: kubevirtnet:NetworkAttachment
              name: b
              properties: {name: lan, namespace: vms, linuxBridge: {bridgeName: br2}}
              """);

  public static final Rule ADDRESSES_GIVEN_TWICE =
      Rule.warning("KVN-X016", "Addresses that two node types give out")
          .why(
              "Whether the platform keeps one book for both is not documented; two machines may get one address.")
          .fix("Give each node type ranges of its own.")
          .source("vCluster Platform: network-cidr, network-ip-range")
          .example(
              """
              type: kubevirtnet:KubeVirtNodeType
              name: small
              properties: {resources: {cpu: "2", memory: 4Gi}, podNetwork: keep, attachmentName: vms/lan, guestAddresses: {cidr: 10.100.0.0/24, nameservers: [10.100.0.2]}}
              ---
              type: kubevirtnet:KubeVirtNodeType
              name: large
              properties: {resources: {cpu: "8", memory: 16Gi}, podNetwork: keep, attachmentName: vms/lan, guestAddresses: {cidr: 10.100.0.0/24, nameservers: [10.100.0.2]}}
              """);

  public static final Rule INTERFACE_MADE_TWICE =
      Rule.error("KVN-X017", "Interface made twice")
          .why(
              "The two policies would change it in turn, and the one that goes first takes it from the other.")
          .fix("Make it in one of the two; the other one names it in uplink.nic and depends on it.")
          .source("nmstate: policies know nothing of each other")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {bond: {mode: active-backup, ports: [ens4, ens5]}, vlanId: 10}, rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: br2
              properties: {uplink: {bond: {mode: active-backup, ports: [ens4, ens5]}, vlanId: 20}, rollout: plain}
              """);

  public static final Rule ADDRESSES_ON_PORT =
      Rule.error("KVN-X018", "Addresses on a port")
          .why("An interface that becomes a port of a bridge or a bond loses its addresses.")
          .fix("Give the addresses to the bridge, or leave the interface out of it.")
          .source("nmstate: IP is not allowed on a port; it sees one policy at a time")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4}, rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: br2
              properties:
                uplink: {nic: ens4, vlanId: 10}
                interfaces: [{name: ens4, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}]
                rollout: plain
              """);

  public static final Rule LOCALNET_TWICE =
      Rule.error("KVN-X019", "Localnet mapped twice")
          .why(
              "OVN knows one bridge for a localnet on each node; the later policy takes it from the other.")
          .fix("Give one of the two another name.")
          .source("OVN: ovn-bridge-mappings")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {kind: ovs-bridge, uplink: {nic: ens4}, localnets: [physnet], rollout: plain}
              ---
              type: kubevirtnet:BridgeNetwork
              name: br2
              properties: {kind: ovs-bridge, uplink: {nic: ens5}, localnets: [physnet], rollout: plain}
              """);

  public static final Rule KIND_MISMATCH =
      Rule.error("KVN-X020", "Attachment of another kind than the bridge")
          .why(
              "The plugin bridge knows bridges of the kernel only, and would make one of that name of its own; ovs and OVN know those of Open vSwitch only.")
          .fix(
              "Let the bridge and the attachment be of one kind: linux-bridge with linuxBridge, ovs-bridge with ovs or ovnLocalnet.")
          .source("CNI plugin bridge: ensureBridge; ovs-cni")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {kind: ovs-bridge, uplink: {nic: ens4}, rollout: plain}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridge: "${br1.bridge}"}}
              """);

  public static final Rule NO_UNTAGGED_NETWORK =
      Rule.warning("KVN-X021", "Attachment that the uplink does not serve")
          .why("Without vlan it is in VLAN 1 of the bridge, and the uplink carries that nowhere.")
          .fix("Set vlan to one that the bridge carries.")
          .source("Linux bridge VLAN filtering: PVID")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              name: br1
              properties: {uplink: {nic: ens4, vlan: {mode: access, access: 100}}, rollout: plain}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridge: "${br1.bridge}"}}
              """);

  public static final List<Rule> ALL =
      List.of(
          PORT_CLAIMED_TWICE,
          PORT_PERHAPS_CLAIMED_TWICE,
          MTU_ABOVE_BRIDGE,
          VLAN_NOT_CARRIED,
          BRIDGE_MADE_TWICE,
          OBJECT_MADE_TWICE,
          ADDRESSES_GIVEN_TWICE,
          INTERFACE_MADE_TWICE,
          ADDRESSES_ON_PORT,
          LOCALNET_TWICE,
          KIND_MISMATCH,
          NO_UNTAGGED_NETWORK);
}
