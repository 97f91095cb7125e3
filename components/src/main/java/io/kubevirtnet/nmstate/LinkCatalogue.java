package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What nmstate refuses about Open vSwitch, VLANs, cards and the less common types. */
final class LinkCatalogue {
  private LinkCatalogue() {}

  static final Rule OVS =
      Rule.refused("KVN-N124", "Setting that Open vSwitch has no place for")
          .why(
              "A bridge of Open vSwitch is a row in its database: addresses belong to its internal interface.")
          .fix("Move the setting to the ovs-interface of that name.")
          .source("nmstate: OvsBridgeInterface.sanitize, OvsInterface.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: ovs-bridge, mac-address: '02:00:00:00:00:01', bridge: {port: [{name: br1}]}}
                  - {name: br1, type: ovs-interface}
              """);

  static final Rule VLAN =
      Rule.refused("KVN-N125", "VLAN without an interface below, or with impossible priorities")
          .why("A VLAN stands on an interface; its priorities are 0 to 7.")
          .fix("Set vlan.base-iface.")
          .source("nmstate: VlanInterface.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth1.5, type: vlan, vlan: {id: 5}}
              current:
                interfaces: []
              """);

  static final Rule VRF_TABLE =
      Rule.refused("KVN-N126", "VRF without routing table")
          .why("A VRF is a routing table of its own.")
          .fix("Set vrf.route-table-id to a number that no other VRF has.")
          .source("nmstate: VrfInterface.merge_table_id")
          .example(
              """
              desired:
                interfaces:
                  - {name: vrf1, type: vrf, vrf: {port: []}}
              current:
                interfaces: []
              """);

  static final Rule NO_CARD =
      Rule.refused("KVN-N127", "Network card that is not there")
          .why("nmstate makes no cards; a veth is made together with its other end.")
          .fix("Correct the name, or add veth.peer.")
          .source("nmstate: process_veth_peer_changes")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth7, type: ethernet}
              current:
                interfaces: []
              """);

  static final Rule VETH =
      Rule.refused("KVN-N128", "Other end of a veth pair that can not be exchanged")
          .why("The old other end is not nmstate's to remove.")
          .fix("Remove the pair before.")
          .source("nmstate: validate_change_veth_ignored_peer")
          .example(
              """
              desired:
                interfaces:
                  - {name: veth1, type: veth, veth: {peer: veth3}}
              current:
                interfaces:
                  - {name: veth1, type: veth}
              """);

  static final Rule SR_IOV =
      Rule.refused("KVN-N129", "Virtual function that the card does not have")
          .why("A card has a fixed number of them, and a name for each.")
          .fix("Lower total-vfs, or correct the name.")
          .source("nmstate: sriov.rs")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth1, type: ethernet, ethernet: {sr-iov: {total-vfs: 100}}}
              current:
                interfaces:
                  - {name: eth1, type: ethernet, ethernet: {sr-iov: {max-vfs: 64}}}
              """);

  static final Rule PARENT_ABSENT =
      Rule.refused("KVN-N130", "Interface whose base goes away")
          .why("What stands on an interface goes with it.")
          .fix("Keep the base, or make both absent.")
          .source("nmstate: mark_orphan_interface_as_absent")
          .example(
              """
              desired:
                interfaces:
                  - {name: bond0, type: bond, state: absent}
                  - {name: bond0.5, type: vlan, vlan: {base-iface: bond0, id: 5}}
              """);

  static final Rule COPY_MAC =
      Rule.refused("KVN-N131", "MAC address copied from nowhere")
          .why("The interface that it comes from must be there and have one.")
          .fix("Name an interface of the node in copy-mac-from.")
          .source("nmstate: apply_copy_mac_from")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: linux-bridge, copy-mac-from: eth7, bridge: {port: []}}
              current:
                interfaces: []
              """);

  static final Rule ALTERNATIVE_NAME =
      Rule.refused("KVN-N132", "Name that another interface has")
          .why("Alternative names and names share one space.")
          .fix("Choose another alternative name.")
          .source("nmstate: validate_alt_names")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, alt-names: [{name: dummy1}]}
              """);

  static final Rule SPECIAL =
      Rule.refused("KVN-N133", "Settings of a special interface that exclude each other")
          .why("The kernel has no such combination.")
          .fix("Take one of the settings out.")
          .source("nmstate: sanitize of the type")
          .example(
              """
              desired:
                interfaces:
                  - {name: mv1, type: mac-vlan, mac-vlan: {base-iface: dummy1, mode: bridge, promiscuous: false}}
                  - {name: dummy1, type: dummy}
              """);

  static final Rule DISPATCH =
      Rule.refused("KVN-N134", "Script where none can be")
          .why("Scripts belong to interfaces that NetworkManager activates in the kernel.")
          .fix("Take dispatch out.")
          .source("nmstate: BaseInterface.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: br1, type: ovs-bridge, dispatch: {post-activation: echo}, bridge: {port: [{name: br1}]}}
                  - {name: br1, type: ovs-interface}
              """);

  static final Rule ETHTOOL =
      Rule.refused("KVN-N135", "Feature that NetworkManager can not set")
          .why("NetworkManager knows a fixed list of the features of a card.")
          .fix("Take it out; `ethtool -k` lists features, not all of which NetworkManager sets.")
          .source("NetworkManager: NMSettingEthtool; nmstate: gen_ethtool_setting")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ethtool: {feature: {warp-drive: true}}}
              """);

  static final List<Rule> ALL =
      List.of(
          OVS,
          VLAN,
          VRF_TABLE,
          NO_CARD,
          VETH,
          SR_IOV,
          PARENT_ABSENT,
          COPY_MAC,
          ALTERNATIVE_NAME,
          SPECIAL,
          DISPATCH,
          ETHTOOL);
}
