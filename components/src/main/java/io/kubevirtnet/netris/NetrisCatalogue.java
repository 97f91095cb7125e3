package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with what an author wants of the network of a server cluster. */
public final class NetrisCatalogue {
  private NetrisCatalogue() {}

  static final Rule SERVER_CLUSTER =
      Rule.refused("KVN-T001", "Server cluster without a usable name")
          .why("Netris is asked for the server cluster of this name, sign by sign.")
          .fix("Write the name as the list of server clusters in Netris shows it.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: "tenant-a ", namespace: vms, hostModel: trunk, uplink: {nic: bond0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule NO_FACTS =
      Rule.refused("KVN-T002", "Network without facts")
          .why("Gateway, VLAN and VXLAN of the V-Net come from Netris or are written down.")
          .fix("Set controller to ask, or facts as `kubevirtnet netris facts` prints them.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}}
              """);

  static final Rule DEFINITION_KIND =
      Rule.refused("KVN-T003", "Input of the other kind of definition")
          .why(
              "The platform names its definition by its node provider, and lets nobody else say what is in it.")
          .fix("Set nodeProvider with `definition: platform`, and name and mtu without it only.")
          .source("vCluster Platform: KubeVirt node provider with Netris")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, nodeProvider: kubevirt, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule HOST_MODEL =
      Rule.refused("KVN-T004", "Input that goes with another host model")
          .why("Only a trunk with an uplink has a policy of ours, for a bridge that we name.")
          .fix("Remove it, or set `hostModel: trunk` and uplink.")
          .source("Netris: EVPN on Host")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: evpn-on-host, uplink: {nic: bond0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule VLAN_SAID =
      Rule.refused("KVN-T005", "VLAN of the uplink said twice")
          .why("The uplink is tagged with the VLAN id of the V-Net, which the facts say.")
          .fix("Remove uplink.vlanId.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0, vlanId: 3}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule PLATFORM_ON_TRUNK =
      Rule.error("KVN-T006", "Definition of the platform on a trunk")
          .why(
              "Only the agent of Netris makes the bridge that the platform joins; the CNI plugin would make an empty one of that name.")
          .fix("Leave definition out, or set `hostModel: evpn-on-host`.")
          .source("vCluster Platform: KubeVirt node provider with Netris")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, definition: platform, nodeProvider: kubevirt, addresses: {ranges: [192.168.50.10-192.168.50.99], nameservers: [192.168.48.53]}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule PLATFORM_ADDRESSES =
      Rule.error("KVN-T007", "Server cluster of the platform without nameservers")
          .why(
              "The platform gives each machine of a server cluster an address, and needs nameservers for its network data.")
          .fix("Set addresses.nameservers.")
          .source("vCluster Platform: network-nameservers")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: evpn-on-host, definition: platform, nodeProvider: kubevirt, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule OTHER_FACTS =
      Rule.warning("KVN-T008", "Facts of another V-Net")
          .why(
              "A server cluster's V-Nets are called after it, and machines on another one reach neither its gateway nor each other.")
          .fix("Write the server cluster that the facts were read for, or read them again.")
          .source("Netris: server clusters")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a-nodes, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule FACT_MISSING =
      Rule.refused("KVN-T009", "Facts without the id that the bridge is named by")
          .why("A trunk is told apart by the VLAN id, a bridge of the agent by the VXLAN id.")
          .fix("Read the facts again, or write the id down as Netris shows it.")
          .source("Netris: V-Net; EVPN on Host")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21}}
              """);

  static final Rule KUBE_VIP_NAME =
      Rule.refused("KVN-T010", "Impossible name of a virtual cluster or its namespace")
          .why(
              "The definition is called netris-kubevip-<virtual cluster>, and a name has lower case letters, digits and '-', at most 63.")
          .fix("Write both as `vcluster list` prints them.")
          .source("API server: RFC 1123 label")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, kubeVip: {vcluster: Tenant, namespace: p-tenant, address: 192.168.55.9}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule KUBE_VIP_CHOICE =
      Rule.refused("KVN-T011", "Address of a control plane from two sources, or from none")
          .why(
              "Either the address is fixed here, or the platform takes one and attaches the pod itself.")
          .fix("Set address, with port and interfaceName, or connector, with ranges.")
          .source("vCluster: integrations.netris.kubeVip")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, kubeVip: {vcluster: tenant, namespace: p-tenant}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule KUBE_VIP_POD =
      Rule.refused("KVN-T012", "Impossible port, interface or connector of a control plane")
          .why(
              "A port is 1 to 65535, an interface has 1 to 15 bytes, and a connector is the name of a Secret.")
          .fix("Correct it, or leave it out.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, kubeVip: {vcluster: tenant, namespace: p-tenant, address: 192.168.55.9, port: 0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule DEDICATED =
      Rule.warning("KVN-T013", "Trunk of servers that get no tag")
          .why(
              "Ports of a dedicated server carry the V-Net untagged, so its VLAN interface receives nothing.")
          .fix("Add the nodes to the server cluster as shared endpoints.")
          .source("Netris: shared endpoints")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, uplink: {nic: bond0}, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14, servers: [{name: hgx-1, shared: false}]}}
              """);

  static final Rule PLATFORM_NAME =
      Rule.error("KVN-T014", "Server cluster that names no definition")
          .why(
              "The platform calls its definition netris-<node provider>-<server cluster>, and what it does with other signs is not documented.")
          .fix("Leave definition out: the name of an own definition can be chosen.")
          .source("vCluster Platform: KubeVirt node provider with Netris; API server: RFC 1123")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: "Tenant A", namespace: vms, hostModel: evpn-on-host, definition: platform, nodeProvider: kubevirt, addresses: {ranges: [192.168.50.10-192.168.50.99], nameservers: [192.168.48.53]}, facts: {vnet: Tenant A-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  static final Rule BRIDGE_OF_OTHER_MODEL =
      Rule.warning("KVN-T015", "Bridge of the other host model")
          .why(
              "Without the agent there is no such bridge, and the CNI plugin makes an empty one of that name; with it the V-Net comes untagged.")
          .fix(
              "Name the bridge that has the VLAN interface as its port, or set `hostModel: evpn-on-host`.")
          .source("Netris: EVPN on Host")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              name: tenant-a
              properties: {serverCluster: tenant-a, namespace: vms, hostModel: trunk, bridgeName: nbr-14, facts: {vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}}
              """);

  public static final List<Rule> ALL =
      List.of(
          SERVER_CLUSTER,
          NO_FACTS,
          DEFINITION_KIND,
          HOST_MODEL,
          VLAN_SAID,
          PLATFORM_ON_TRUNK,
          PLATFORM_ADDRESSES,
          OTHER_FACTS,
          FACT_MISSING,
          KUBE_VIP_NAME,
          KUBE_VIP_CHOICE,
          KUBE_VIP_POD,
          DEDICATED,
          PLATFORM_NAME,
          BRIDGE_OF_OTHER_MODEL);
}
