package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What nmstate takes and the kernel refuses, or nobody can have meant. */
final class AdviceCatalogue {
  private AdviceCatalogue() {}

  static final Rule NAME =
      Rule.error("KVN-N200", "Interface name that the kernel refuses")
          .why(
              "The kernel takes 1 to 15 bytes without slash, colon and space; nmstate does not look.")
          .fix("Choose a shorter name of letters, digits, dots and hyphens.")
          .source("Linux IFNAMSIZ, dev_valid_name")
          .example(
              """
              desired:
                interfaces:
                  - {name: bridge-of-storage, type: dummy}
              """);

  static final Rule VLAN_ID =
      Rule.error("KVN-N201", "VLAN id out of range")
          .why("802.1Q has 1 to 4094; nmstate takes any number of 16 bits.")
          .fix("Choose the id that the switch carries.")
          .source("IEEE 802.1Q")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy}
                  - {name: dummy1.0, type: vlan, vlan: {base-iface: dummy1, id: 4095}}
              """);

  static final Rule VLAN_TAG =
      Rule.error("KVN-N202", "VLAN of a port out of range")
          .why("802.1Q has 1 to 4094, and a range goes up.")
          .fix("Correct the tag or the range.")
          .source("IEEE 802.1Q; Linux bridge: EINVAL")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1, vlan: {mode: trunk, trunk-tags: [{id-range: {min: 300, max: 200}}]}}]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule BASE_MISSING =
      Rule.error("KVN-N203", "Interface that stands on nothing")
          .why(
              "nmstate does not look whether the base is there; NetworkManager then waits for it in vain.")
          .fix("Correct base-iface, or add the interface to the state.")
          .source("NetworkManager: parent of the device")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth7.5, type: vlan, vlan: {base-iface: eth7, id: 5}}
              current:
                interfaces:
                  - {name: eth1, type: ethernet}
              """);

  static final Rule OVS_PORT =
      Rule.error("KVN-N204", "Port of an OVS bridge that is nowhere else")
          .why(
              "nmstate silently makes an internal interface of a name that it does not know, so that a typo gives a bridge without uplink.")
          .fix("Correct the name, or add an ovs-interface of that name to the state.")
          .source("nmstate: handle_changed_ports")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: ovs-bridge, bridge: {port: [{name: ens44}]}}
              current:
                interfaces:
                  - {name: ens4, type: ethernet}
              """);

  static final Rule OVS_DROPPED =
      Rule.warning("KVN-N205", "Setting of an OVS bridge that has no effect")
          .why("nmstate drops addresses and MTU of an OVS bridge without a word.")
          .fix("Give them to an ovs-interface that is a port of the bridge.")
          .source("nmstate: OvsBridgeInterface.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: br0-ovs, type: ovs-bridge, ipv4: {enabled: true, dhcp: true}, bridge: {port: [{name: br0-ovs}]}}
                  - {name: br0-ovs, type: ovs-interface}
              """);

  static final Rule CHILD_MTU =
      Rule.warning("KVN-N207", "MTU larger than that of the interface below")
          .why(
              "The larger packets do not fit through; the kernel may lower the value, and nmstate then rolls back.")
          .fix("Raise the MTU of the interface below, or lower this one.")
          .source("Linux: vlan_dev_change_mtu, br_mtu")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, mtu: 1500}
                  - {name: dummy1.5, type: vlan, mtu: 9000, vlan: {base-iface: dummy1, id: 5}}
              """);

  static final Rule PRIMARY =
      Rule.error("KVN-N208", "Primary of a bond that is no port of it")
          .why("The kernel refuses it; nmstate does not look.")
          .fix("Name one of the ports.")
          .source("Linux bonding: primary")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: active-backup, options: {miimon: 100, primary: dummy3}, port: [dummy1, dummy2]}}
                  - {name: dummy1, type: dummy}
                  - {name: dummy2, type: dummy}
              """);

  static final Rule BOND_SIZE =
      Rule.warning("KVN-N209", "Bond of fewer than two ports")
          .why("It adds nothing but its overhead, and Open vSwitch takes no such bond.")
          .fix("Add a port, or use the interface itself.")
          .source("OpenShift console: at least 2 ports; ovs-vsctl add-bond")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: balance-rr, options: {miimon: 100}, port: [dummy1]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule SAME_VLAN =
      Rule.error("KVN-N215", "Two interfaces for one VLAN")
          .why("An interface carries each VLAN id once; the kernel refuses the second.")
          .fix("Use the one that there is.")
          .source("Linux 8021q: EEXIST")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy}
                  - {name: dummy1.5, type: vlan, vlan: {base-iface: dummy1, id: 5}}
                  - {name: storage, type: vlan, vlan: {base-iface: dummy1, id: 5}}
              """);

  static final Rule STP_TIMES =
      Rule.warning("KVN-N216", "Spanning tree times that do not fit together")
          .why("802.1D asks for 2 x (forward delay - 1) >= max age >= 2 x (hello time + 1).")
          .fix("Leave them out: 15, 20 and 2 seconds fit.")
          .source("IEEE 802.1D-2004, 17.14")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {options: {stp: {enabled: true, forward-delay: 5, max-age: 20, hello-time: 2}}, port: []}}
              """);

  static final Rule ACCESS_UNTAGGED =
      Rule.warning("KVN-N217", "Access port without VLAN")
          .why("nmstate takes it and leaves the port in the default VLAN of the bridge.")
          .fix("Set tag, or leave vlan out.")
          .source("nmstate: BridgePortVlanConfig")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, bridge: {port: [{name: dummy1, vlan: {mode: access}}]}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule SAME_ENTRY =
      Rule.error("KVN-N218", "Two entries for one interface")
          .why("nmstate takes the last one and forgets the others.")
          .fix("Merge them into one.")
          .source("nmstate: Interfaces.push")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, mtu: 1500}
                  - {name: dummy1, type: dummy, mtu: 9000}
              """);

  static final Rule OVS_STP =
      Rule.warning("KVN-N219", "No that nmstate reads as yes")
          .why("For the spanning tree of an OVS bridge nmstate takes every word in quotes for yes.")
          .fix("Write stp: false without quotes, or stp: {enabled: false}.")
          .source("nmstate: ovs_stp_deserializer")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: ovs-bridge, bridge: {options: {stp: 'no'}, port: [{name: br1}]}}
                  - {name: br1, type: ovs-interface}
              """);

  static final Rule VXLAN_ID =
      Rule.error("KVN-N221", "VXLAN id out of range")
          .why("A VXLAN network identifier has 24 bits.")
          .fix("Choose an id of at most 16777215.")
          .source("RFC 7348")
          .example(
              """
              desired:
                interfaces:
                  - {name: vx1, type: vxlan, vxlan: {id: 16777216, remote: 192.0.2.1}}
              """);

  static final Rule UNKNOWN_TYPE =
      Rule.warning("KVN-N222", "Type of interface that nmstate does not know")
          .why("nmstate then looks the name up on the node and takes the type that it has there.")
          .fix("Correct the type; words are joined by hyphens.")
          .source("nmstate: InterfaceType")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux_bridge}
              """);

  static final Rule NO_MONITORING =
      Rule.warning("KVN-N223", "Bond that watches nothing")
          .why("With miimon and arp_interval both 0 the bond never notices that a port is dead.")
          .fix("Set miimon to 100.")
          .source("Linux bonding: miimon")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, link-aggregation: {mode: active-backup, options: {miimon: 0}, port: [dummy1, dummy2]}}
                  - {name: dummy1, type: dummy}
                  - {name: dummy2, type: dummy}
              """);

  static final List<Rule> ALL =
      List.of(
          NAME,
          VLAN_ID,
          VLAN_TAG,
          BASE_MISSING,
          OVS_PORT,
          OVS_DROPPED,
          CHILD_MTU,
          PRIMARY,
          BOND_SIZE,
          SAME_VLAN,
          STP_TIMES,
          ACCESS_UNTAGGED,
          SAME_ENTRY,
          OVS_STP,
          VXLAN_ID,
          UNKNOWN_TYPE,
          NO_MONITORING);
}
