package io.kubevirtnet.node;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What a desired state can do to a node that nobody may have meant. */
public final class NodeCatalogue {
  private NodeCatalogue() {}

  public static final Rule MANAGEMENT_TOUCHED =
      Rule.error("KVN-N250", "Management interface touched")
          .why(
              "The node is reached through it, and a mistake cuts the node off until nmstate rolls back, up to eight minutes later.")
          .fix(
              "Use another network card, or set managementInterface to allow when this is meant; let the bridge take over address and MAC address in the same policy.")
          .source("this project; what users of kubernetes-nmstate report most")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  mac-address: "52:54:00:00:00:01"
                  ipv4: {enabled: true, dhcp: true}
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens4, type: ethernet, state: up, mac-address: "52:54:00:00:00:01", ipv4: {enabled: true, dhcp: true, address: [{ip: 192.0.2.7, prefix-length: 24}]}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens4, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule NO_TAKEOVER =
      Rule.warning("KVN-N251", "Management interface not taken over")
          .why(
              "The node keeps its way only when one new bridge gets the same addresses, the same MAC address and the default route in the same policy.")
          .fix(
              "Give the bridge the address of the uplink (or DHCP), its MAC address and its routes, or be ready to reach the node in another way.")
          .source("this project; the pattern of nmstate's examples for the default gateway")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens4, type: ethernet, state: up, mac-address: "52:54:00:00:00:01", ipv4: {enabled: true, dhcp: false, address: [{ip: 192.0.2.7, prefix-length: 24}]}}
              node: {name: w1, internalIps: [192.0.2.7], managementInterface: allow}
              """);

  public static final Rule UNDER_BR_EX =
      Rule.error("KVN-N252", "Network of OVN-Kubernetes touched")
          .why(
              "OVN-Kubernetes owns br-ex and what is below it, and carries the node's own traffic there.")
          .fix(
              "Use a second network card, or map the localnet to br-ex with ovn.bridge-mappings and leave its ports alone.")
          .source("OVN-Kubernetes; OpenShift documentation of br-ex")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
                - name: br-ex
                  type: ovs-bridge
                  state: up
                  bridge: {port: [{name: br-ex}]}
              current:
                interfaces:
                - {name: br-ex, type: ovs-bridge, state: up, bridge: {port: [{name: br-ex}, {name: ens4}]}}
                - {name: br-ex, type: ovs-interface, state: up, controller: br-ex, ipv4: {enabled: true, dhcp: true, address: [{ip: 192.0.2.7, prefix-length: 24}]}}
                - {name: ens4, type: ethernet, state: up, controller: br-ex}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: br-ex, next-hop-address: 192.0.2.1}]
              node: {name: w1, managementInterface: allow}
              """);

  public static final Rule MANAGEMENT_UNKNOWN =
      Rule.warning("KVN-N253", "Management interface not found")
          .why(
              "Whether the policy cuts the node off can not be told, which does not mean that it is safe.")
          .fix(
              "Give the state of the node with its running routes, or the node's InternalIP, and check again.")
          .source("this project")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens4, type: ethernet, state: up}
              node: {name: w1}
              """);

  public static final Rule ADDRESS_LOST =
      Rule.warning("KVN-N254", "Uplink that loses its address")
          .why("A port of a bridge or bond has no address; services that use it stop.")
          .fix(
              "Choose a network card without an address, or give the bridge the address in the same policy.")
          .source("nmstate: ports have no IP; OpenShift console: IPAddressAlert")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: ens4, type: ethernet, state: up, ipv4: {enabled: true, dhcp: false, address: [{ip: 198.51.100.7, prefix-length: 24}]}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule PORT_TAKEN =
      Rule.warning("KVN-N255", "Port taken away from another controller")
          .why(
              "An interface is a port of one controller; nmstate moves it without a word, and whoever made the other one loses its uplink.")
          .fix("Choose another port, or remove it from its controller in the same policy.")
          .source("nmstate: a port of a controller that is not mentioned is moved")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: ens4, type: ethernet, state: up, controller: br0}
                - {name: br0, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule NAME_IN_USE =
      Rule.error("KVN-N256", "Name in use by another kind of interface")
          .why(
              "An OVS bridge brings an interface of its name into the kernel, where a name is given once.")
          .fix("Choose another name, or remove the interface that has it first.")
          .source("Linux: EEXIST; nmstate keeps OVS bridges apart and does not see it")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: ovs-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: ens4, type: ethernet, state: up}
                - {name: br1, type: linux-bridge, state: up, bridge: {port: []}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule POD_NETWORK_PORT =
      Rule.warning("KVN-N257", "Interface of the pod network as a port")
          .why("Tunnels and ports of the pod network are no uplinks; pods lose their network.")
          .fix("Choose a network card.")
          .source("OpenShift console: genev* is no candidate; Open vSwitch, OVN-Kubernetes")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: genev_sys_6081}]}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: genev_sys_6081, type: unknown, state: up}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule UNMANAGED =
      Rule.warning("KVN-N258", "Interface that NetworkManager does not manage")
          .why(
              "Something else configures it, or it was left out on purpose; nmstate takes it over, and can not give it back.")
          .fix("Choose another interface, or make sure that nothing else configures this one.")
          .source("nmstate: an interface in state ignore becomes managed when it is mentioned")
          .example(
              """
              desired:
                interfaces:
                - name: br1
                  type: linux-bridge
                  state: up
                  bridge: {port: [{name: ens4}]}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: ens4, type: ethernet, state: ignore}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule CHILD_VANISHES =
      Rule.warning("KVN-N259", "Interface that vanishes with its parent")
          .why("nmstate removes what stands on a removed interface without being asked.")
          .fix("Mention it with state absent when that is meant, or keep its parent.")
          .source("nmstate: an orphan interface is marked as absent")
          .example(
              """
              desired:
                interfaces:
                - {name: bond0, type: bond, state: absent}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: eth1, type: ethernet, state: up, controller: bond0}
                - {name: bond0, type: bond, state: up, link-aggregation: {mode: active-backup, port: [eth1]}}
                - {name: bond0.200, type: vlan, state: up, vlan: {base-iface: bond0, id: 200}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
              node: {name: w1}
              """);

  public static final Rule NO_DNS =
      Rule.warning("KVN-N260", "Node without a DNS server")
          .why("Names can not be resolved any more, and images can not be pulled.")
          .fix("State dns-resolver.config.server, or let an interface take its DNS from DHCP.")
          .source("this project")
          .example(
              """
              desired:
                dns-resolver: {config: {}}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: false, address: [{ip: 192.0.2.7, prefix-length: 24}]}}
                dns-resolver: {config: {server: [192.0.2.53]}}
              node: {name: w1, internalIps: [192.0.2.7]}
              """);

  public static final Rule ROUTE_LOST =
      Rule.warning("KVN-N261", "Static route that goes with an address")
          .why("A route needs its interface and an address there; nmstate drops it with them.")
          .fix("State the route again through the interface that has the address now.")
          .source("nmstate: routes of a disabled or absent interface are removed")
          .example(
              """
              desired:
                interfaces:
                - {name: ens4, type: ethernet, state: up, ipv4: {enabled: false}}
              current:
                interfaces:
                - {name: ens3, type: ethernet, state: up, ipv4: {enabled: true, dhcp: true}}
                - {name: ens4, type: ethernet, state: up, ipv4: {enabled: true, dhcp: false, address: [{ip: 198.51.100.7, prefix-length: 24}]}}
                routes:
                  running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 192.0.2.1}]
                  config: [{destination: 203.0.113.0/24, next-hop-interface: ens4, next-hop-address: 198.51.100.1}]
              node: {name: w1}
              """);

  public static final List<Rule> ALL =
      List.of(
          MANAGEMENT_TOUCHED,
          NO_TAKEOVER,
          UNDER_BR_EX,
          MANAGEMENT_UNKNOWN,
          ADDRESS_LOST,
          PORT_TAKEN,
          NAME_IN_USE,
          POD_NETWORK_PORT,
          UNMANAGED,
          CHILD_VANISHES,
          NO_DNS,
          ROUTE_LOST);
}
