package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What nmstate refuses about interfaces, bridges and bonds. */
final class InterfaceCatalogue {
  private InterfaceCatalogue() {}

  static final Rule MTU_IPV6 =
      Rule.refused("KVN-N006", "MTU too small for IPv6")
          .why("IPv6 needs at least 1280 bytes.")
          .fix("Raise mtu to 1280 or more, or leave ipv6 out.")
          .source("nmstate: BaseInterface.validate_mtu; RFC 8200")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, mtu: 1000, ipv6: {mode: dhcp}, rollout: plain}
              """);

  static final Rule NOT_RESOLVED =
      Rule.refused("KVN-N106", "Entry that means no interface of the node, or several")
          .why(
              "Without a type, and with an identifier, nmstate looks the interface up on the node.")
          .fix("Write the type, and a name or address that one interface of the node has.")
          .source("nmstate: resolve_unknown_ifaces, resolve_mac_identifier_in_desired")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth7, state: up}
              current:
                interfaces: []
              """);

  static final Rule NOT_OF_THAT_TYPE =
      Rule.refused("KVN-N107", "Setting of another type of interface")
          .why(
              "The entry states no type, so the one of the node counts, or ethernet where the node is not known.")
          .fix("Write the type, or take the setting out.")
          .source("nmstate: resolve_unknown_ifaces, set_unknown_iface_to_eth")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, state: up, bridge: {port: []}}
              """);

  static final Rule TYPE_CHANGED =
      Rule.refused("KVN-N108", "Interface that has another type on the node")
          .why("nmstate changes no interface into one of another type.")
          .fix("Choose another name, or remove the old one in a policy before.")
          .source("nmstate: merge_desire_with_current")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: dummy}
              current:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: balance-rr, port: []}}
              """);

  static final Rule CONTROLLER =
      Rule.refused("KVN-N110", "Controller and port that contradict each other")
          .why("A port that names its controller must be in its list of ports, and in no other.")
          .fix("Leave out either the controller or the list of ports.")
          .source("nmstate: validate_controller_and_port_list_confliction")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: []}}
                  - {name: dummy1, type: dummy, controller: br1}
              """);

  static final Rule OVERBOOKED =
      Rule.refused("KVN-N111", "Port of two controllers")
          .why("An interface has one controller.")
          .fix("Take the port out of one of them.")
          .source("nmstate: check_overbook_ports")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1}]}}
                  - {name: br2, type: linux-bridge, bridge: {port: [{name: dummy1}]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule UNKNOWN_PORT =
      Rule.refused("KVN-N112", "Port or controller that is not there")
          .why("nmstate looks for it in this state and on the node.")
          .fix("Correct the name, or add the interface.")
          .source("nmstate: handle_changed_ports")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: eth7}]}}
              current:
                interfaces: []
              """);

  static final Rule PORT_TWICE =
      Rule.refused("KVN-N113", "Port that is listed twice")
          .why("A controller takes each port once.")
          .fix("Remove one of the two.")
          .source("nmstate: resolve_port_name_ref")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1}, {name: dummy1}]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule NESTING =
      Rule.refused("KVN-N114", "Ports and controllers in too many levels, or in a circle")
          .why(
              "nmstate sorts four levels by itself; more need the controllers listed before their ports.")
          .fix("List controllers first, or take a level out.")
          .source("nmstate: set_ifaces_up_priority")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: br2}]}}
                  - {name: br2, type: linux-bridge, bridge: {port: [{name: br1}]}}
              """);

  static final Rule IP_ON_PORT =
      Rule.refused("KVN-N115", "Addresses on a port")
          .why(
              "A port hands its packets to its controller, which has the addresses; only ports of a VRF keep theirs.")
          .fix("Give the addresses to the controller.")
          .source("nmstate: validate_can_have_ip")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1}]}}
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.1, prefix-length: 24}]}}
              """);

  static final Rule IP_FAMILY =
      Rule.refused("KVN-N116", "Address or prefix length of another family")
          .why("ipv4 has addresses of 32 bits and ipv6 of 128.")
          .fix("Move the address to the other section, or correct the prefix length.")
          .source("nmstate: InterfaceIpv4.sanitize, InterfaceIpv6.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: '2001:db8::1', prefix-length: 24}]}}
              """);

  static final Rule IP_OPTIONS =
      Rule.refused("KVN-N117", "Setting of IP that has nothing to act on")
          .why(
              "Tokens are for autoconf, waiting is for an address that will come, and a metric is a number of 32 bits.")
          .fix("Take the setting out, or enable what it is for.")
          .source("nmstate: ip.rs")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv6: {enabled: true, dhcp: true, autoconf: true, token: '2001:db8::1'}}
              """);

  static final Rule MTU =
      Rule.refused("KVN-N118", "MTU that the card does not carry")
          .why("The driver states a smallest and a largest MTU.")
          .fix("Choose an MTU between the two.")
          .source("nmstate: MergedInterface.validate_mtu")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth1, type: ethernet, mtu: 9000}
              current:
                interfaces:
                  - {name: eth1, type: ethernet, min-mtu: 68, max-mtu: 1500}
              """);

  static final Rule PORT_VLAN =
      Rule.refused("KVN-N119", "VLAN settings of a port that do not go together")
          .why(
              "A trunk lists VLANs and may have a native one; an access port has one tag and nothing else.")
          .fix("Choose trunk or access, and leave out what belongs to the other.")
          .source("nmstate: BridgePortVlanConfig.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1, vlan: {mode: trunk, tag: 5, trunk-tags: []}}]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule BRIDGE_OPTIONS =
      Rule.refused("KVN-N120", "Bridge option out of range")
          .why("The kernel takes no other values.")
          .fix("Choose a value within the range.")
          .source("nmstate: LinuxBridgeStpOptions.sanitize, validate_vlan_default_pvid")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {options: {stp: {enabled: false, hello-time: 11}}, port: []}}
              """);

  static final Rule BOND_MODE =
      Rule.refused("KVN-N121", "Bond without mode")
          .why("A new bond needs a mode.")
          .fix(
              "Set link-aggregation.mode, active-backup where the switch knows nothing of the bond.")
          .source("nmstate: validate_new_iface_with_no_mode")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {port: [eth1, eth2]}}
              current:
                interfaces:
                  - {name: eth1, type: ethernet}
                  - {name: eth2, type: ethernet}
              """);

  static final Rule BOND_PORTS =
      Rule.refused("KVN-N122", "Two lists of the ports of a bond that differ")
          .why("port and ports-config list the same ports, each with a queue of its own.")
          .fix("Leave port out, or list the same names in both.")
          .source("nmstate: validate_conflict_in_port_and_port_configs, check_overlap_queue_id")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: balance-rr, options: {miimon: 100}, port: [dummy1, dummy2], ports-config: [{name: dummy1}]}}
                  - {name: dummy1, type: dummy}
                  - {name: dummy2, type: dummy}
              """);

  static final Rule BOND_OPTIONS =
      Rule.refused("KVN-N123", "Bond options that exclude each other")
          .why("Some options belong to one mode, and some can not stand together.")
          .fix("Take one of them out, or change the mode.")
          .source("nmstate: BondOptions.validate_lacp_opts and its like")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: balance-rr, options: {miimon: 100, lacp_rate: fast}, port: [dummy1, dummy2]}}
                  - {name: dummy1, type: dummy}
                  - {name: dummy2, type: dummy}
              """);

  static final List<Rule> ALL =
      List.of(
          MTU_IPV6,
          NOT_RESOLVED,
          NOT_OF_THAT_TYPE,
          TYPE_CHANGED,
          CONTROLLER,
          OVERBOOKED,
          UNKNOWN_PORT,
          PORT_TWICE,
          NESTING,
          IP_ON_PORT,
          IP_FAMILY,
          IP_OPTIONS,
          MTU,
          PORT_VLAN,
          BRIDGE_OPTIONS,
          BOND_MODE,
          BOND_PORTS,
          BOND_OPTIONS);
}
