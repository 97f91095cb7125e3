package io.kubevirtnet.host;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the uplink and the ports of a bridge. */
final class PortCatalogue {
  private PortCatalogue() {}

  static final Rule INTERFACE_NAME =
      Rule.refused("KVN-N011", "Interface name that the kernel refuses")
          .why("The kernel takes names of 1 to 15 bytes without '/' and space.")
          .fix("Choose a shorter name.")
          .source("Linux IFNAMSIZ, dev_valid_name; nmstate does not check it")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties:
                uplink: {bond: {name: bond-of-the-storage, mode: active-backup, ports: [ens4, ens5]}}
                rollout: plain
              """);

  static final Rule UPLINK_CHOICE =
      Rule.refused("KVN-N012", "Uplink said twice or not at all")
          .why("An uplink is over one network card or over one bond.")
          .fix("Set nic or bond; leave uplink out for a bridge without one.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {vlanId: 100, vlanName: lan}, rollout: plain}
              """);

  static final Rule BOND_PORTS =
      Rule.error("KVN-N013", "Bond of fewer than two ports")
          .why("A bond of one port protects from nothing.")
          .fix("Name a second network card in ports, or set nic instead of the bond.")
          .source("OpenShift console: uplinkSettingsValid; Open vSwitch wants two, too")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {bond: {mode: active-backup, ports: [ens4]}}, rollout: plain}
              """);

  static final Rule MAC_ADDRESS =
      Rule.refused("KVN-N014", "MAC address that no interface can have")
          .why("It is six octets with colons, not a multicast one, and comes from one place.")
          .fix("Write it as `ip link` shows it, or leave it out.")
          .source("Linux is_valid_ether_addr; schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, macAddress: 02-00-00-00-00-01, nodeSelector: {kubernetes.io/hostname: node1}, rollout: plain}
              """);

  static final Rule VLAN_NAME =
      Rule.refused("KVN-N015", "VLAN interface without a usable name")
          .why(
              "Its name is the interface's, a dot and the id, unless vlanName says another one; the kernel takes 15 bytes.")
          .fix("Set vlanName next to vlanId.")
          .source("Linux IFNAMSIZ")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: enp134s0f0np0, vlanId: 300}, rollout: plain}
              """);

  static final Rule SRIOV =
      Rule.refused("KVN-N016", "Virtual function that there is not")
          .why("Functions are of a network card, are counted from 0 and have one setting each.")
          .fix("Correct id or totalVfs; set sriov only next to nic.")
          .source("Linux sriov_numvfs")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4, sriov: {totalVfs: 2, vfs: [{id: 2}]}}, rollout: plain}
              """);

  static final Rule OTHER_KIND =
      Rule.refused("KVN-N019", "Setting of the other kind of bridge")
          .why("A Linux bridge and a bridge of Open vSwitch have different options and ports.")
          .fix("Set kind, or remove the setting.")
          .source("nmstate: LinuxBridgeOptions, OvsBridgeOptions")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, localnets: [physnet], rollout: plain}
              """);

  static final Rule VLAN_TAGS =
      Rule.refused("KVN-N020", "Text that names no VLANs")
          .why("An entry of a trunk is one id or a range of them.")
          .fix("Write an id such as \"101\", or a range such as \"200-500\".")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4, vlan: {trunk: ["100,101"]}}, rollout: plain}
              """);

  static final Rule VLAN_MODE =
      Rule.refused("KVN-N021", "VLAN setting of another mode")
          .why(
              "access goes with mode access, trunk and nativeVlan with mode trunk, and none of them with none.")
          .fix("Set mode, or remove the setting.")
          .source("nmstate: BridgePortVlanConfig")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4, vlan: {mode: access}}, rollout: plain}
              """);

  static final Rule BOND_MODE =
      Rule.warning("KVN-N029", "Bond mode that does not work under a bridge")
          .why(
              "It balances by rewriting MAC addresses, and the machines behind the bridge lose frames.")
          .fix("Choose active-backup, balance-xor or 802.3ad.")
          .source("Linux bonding.rst; Red Hat: bonding modes supported with a bridge")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {bond: {mode: balance-alb, ports: [ens4, ens5]}}, rollout: plain}
              """);

  static final Rule NAME_TWICE =
      Rule.refused("KVN-N031", "Two interfaces of one name")
          .why("A node has one interface of a name.")
          .fix("Rename one of the two.")
          .source("Linux: EEXIST")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties:
                uplink: {nic: ens4, vlanId: 100, vlanName: ens4}
                rollout: plain
              """);

  static final List<Rule> ALL =
      List.of(
          INTERFACE_NAME,
          UPLINK_CHOICE,
          BOND_PORTS,
          MAC_ADDRESS,
          VLAN_NAME,
          SRIOV,
          OTHER_KIND,
          VLAN_TAGS,
          VLAN_MODE,
          BOND_MODE,
          NAME_TWICE);
}
