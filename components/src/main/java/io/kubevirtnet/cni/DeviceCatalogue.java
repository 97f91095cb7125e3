package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What the plugins for bridges, devices and overlays refuse that come from elsewhere. */
final class DeviceCatalogue {
  private DeviceCatalogue() {}

  private static String annotated(String resource, String config) {
    return """
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata:
          name: lan
          namespace: vms
          annotations: {k8s.v1.cni.cncf.io/resourceName: %s}
        spec:
          config: '{"cniVersion": "0.3.1", "name": "lan", %s}'
        """
        .formatted(resource, config);
  }

  private static String sriov(String more) {
    return annotated("intel.com/vfs", "\"type\": \"sriov\", " + more);
  }

  static final Rule DEVICE_MISSING =
      Rule.refused("KVN-A100", "Device plugin that nobody names")
          .why(
              "Multus gets the device for each pod from the resource that the annotation k8s.v1.cni.cncf.io/resourceName names.")
          .fix("Set resourceName to the resource that the device plugin offers on the nodes.")
          .source("sriov-cni, ib-sriov-cni, macvtap-cni; Multus delegateAddDeviceID")
          .example(PluginCatalogue.example("\"type\": \"sriov\", \"vlan\": 100"));

  static final Rule DEVICE_PINNED =
      Rule.warning("KVN-A101", "One device for everybody")
          .why("A device that is written down can be in one pod of one node only.")
          .fix("Take deviceID out, and set resourceName to what the device plugin offers.")
          .source("sriov-network-device-plugin; this project")
          .example(PluginCatalogue.example("\"type\": \"sriov\", \"deviceID\": \"0000:af:06.0\""));

  static final Rule RESOURCE_NAME =
      Rule.error("KVN-A102", "Resource that no device plugin can offer")
          .why(
              "Pods ask for it as an extended resource, whose name is a domain, '/' and a name, as in bridge.network.kubevirt.io/br1.")
          .fix("Write the name that kubectl describe node shows under Allocatable.")
          .source("API server: extended resources")
          .example(annotated("vfs", "\"type\": \"sriov\", \"vlan\": 100"));

  static final Rule OVS_TRUNK =
      Rule.refused("KVN-A103", "Trunk that Open vSwitch can not have")
          .why("Each entry has an id, or minID and maxID above 0 together.")
          .fix("Correct the entry.")
          .source("ovs-cni: splitVlanIds")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"ovs\", \"bridge\": \"br1\", \"trunk\": [{\"minID\": 20, \"maxID\": 10}]"));

  static final Rule OVS_BRIDGE =
      Rule.refused("KVN-A104", "No bridge to plug into")
          .why("The plugin makes no bridge, and finds one by itself only from a device.")
          .fix("Set bridge to an OVS bridge that the nodes have.")
          .source("ovs-cni: getBridgeName")
          .example(PluginCatalogue.example("\"type\": \"ovs\", \"vlan\": 100"));

  static final Rule OVS_RANGE =
      Rule.error("KVN-A105", "Number that Open vSwitch can not keep")
          .why("The plugin does not look at it, but the database refuses the port for each pod.")
          .fix("Choose a VLAN id from 1 to 4094, or a port number from 1 to 65279.")
          .source("Open vSwitch: vswitch.ovsschema; IEEE 802.1Q")
          .example(
              PluginCatalogue.example("\"type\": \"ovs\", \"bridge\": \"br1\", \"vlan\": 5000"));

  static final Rule TRUNK_WINS =
      Rule.error("KVN-A106", "Access VLAN that a trunk replaces")
          .why("With a trunk the plugin leaves the VLAN out without a word.")
          .fix("Keep vlan for one network, or trunk for a guest that tags by itself.")
          .source("ovs-cni: CmdAdd")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"ovs\", \"bridge\": \"br1\", \"vlan\": 100, \"trunk\": [{\"id\": 200}]"));

  static final Rule SRIOV_VLAN =
      Rule.refused("KVN-A107", "VLAN that a virtual function can not have")
          .why(
              "A virtual function takes 0 to 4094, a priority from 0 to 7 and 802.1q or 802.1ad; the last two need a VLAN.")
          .fix("Correct the value, or add the VLAN.")
          .source("sriov-cni: LoadConf")
          .example(sriov("\"vlan\": 4095"));

  static final Rule LINK_STATE =
      Rule.refused("KVN-A108", "Link state that is none")
          .why("A virtual function follows its port, or is held up or down.")
          .fix("Write auto, enable or disable, or leave it out.")
          .source("sriov-cni and ib-sriov-cni: LoadConf")
          .example(sriov("\"link_state\": \"up\""));

  static final Rule NEITHER_ON_NOR_OFF =
      Rule.error("KVN-A109", "Switch that is neither on nor off")
          .why("The plugin takes every text but \"on\" for off, without a word.")
          .fix("Write \"on\" or \"off\".")
          .source("sriov-cni: ApplyVFConfig")
          .example(sriov("\"trust\": \"true\""));

  static final Rule TX_RATE =
      Rule.error("KVN-A110", "Rate that a virtual function can not keep")
          .why("Drivers refuse a minimum above the maximum, and what is below 0.")
          .fix("Correct the two rates, in Mbit/s; 0 is no limit.")
          .source("Linux: ndo_set_vf_rate")
          .example(sriov("\"min_tx_rate\": 200, \"max_tx_rate\": 100"));

  static final Rule NO_DHCP =
      Rule.refused("KVN-A111", "DHCP over InfiniBand")
          .why("The dhcp plugin asks with an Ethernet address, which these ports do not have.")
          .fix("Take another ipam, or none.")
          .source("ib-sriov-cni: runIPAMPlugin")
          .example(
              annotated(
                  "mellanox.com/ib", "\"type\": \"ib-sriov\", \"ipam\": {\"type\": \"dhcp\"}"));

  static final Rule BOND =
      Rule.refused("KVN-A112", "Bond that the plugin does not make")
          .why("The plugin knows the modes and options of the kernel, by their exact names.")
          .fix("Correct the value.")
          .source("bond-cni: loadConfigFile")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"bond\", \"mode\": \"active-standby\", \"miimon\": \"100\", \"links\": [{\"name\": \"net1\"}, {\"name\": \"net2\"}]"));

  static final Rule BOND_LINKS =
      Rule.refused("KVN-A113", "Bond of less than two links")
          .why("The links of a bond are named one by one; it needs two or more.")
          .fix("Add links, each with its name.")
          .source("bond-cni: getLinkObjectsFromConfig")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"bond\", \"mode\": \"active-backup\", \"miimon\": \"100\", \"links\": [{\"name\": \"net1\"}]"));

  static final Rule SOCKET =
      Rule.refused("KVN-A114", "Kube-OVN without its socket")
          .why("The plugin asks the daemon of its node for everything, over a socket.")
          .fix("Set server_socket to /run/openvswitch/kube-ovn-daemon.sock.")
          .source("kube-ovn: loadNetConf")
          .example(
              PluginCatalogue.example("\"type\": \"kube-ovn\", \"provider\": \"lan.vms.ovn\""));

  static final Rule PROVIDER =
      Rule.error("KVN-A115", "Kube-OVN provider of another definition")
          .why(
              "Kube-OVN finds the subnet by the provider: name and namespace of the definition, and .ovn where Kube-OVN makes the interface.")
          .fix("Set provider to the one of this definition.")
          .source("kube-ovn: getPodAttachmentNet")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"kube-ovn\", \"server_socket\": \"/run/openvswitch/kube-ovn-daemon.sock\", \"provider\": \"lan.vms\""));

  static final Rule DELEGATE =
      Rule.refused("KVN-A116", "What flannel sets by itself")
          .why("Flannel calls the plugin in delegate with a name and addresses of its own.")
          .fix("Take it out.")
          .source("flannel cni-plugin: cmdAdd")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"flannel\", \"delegate\": {\"name\": \"other\"}"));

  static final Rule NO_EFFECT =
      Rule.warning("KVN-A117", "Key without effect here")
          .why("The plugin reads it, and does nothing with it.")
          .fix("Take it out.")
          .source("the plugins")
          .example(
              PluginCatalogue.example(
                  "\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"layer2\", \"netAttachDefName\": \"vms/lan\", \"vlanID\": 42"));

  static final List<Rule> ALL =
      List.of(
          DEVICE_MISSING,
          DEVICE_PINNED,
          RESOURCE_NAME,
          OVS_TRUNK,
          OVS_BRIDGE,
          OVS_RANGE,
          TRUNK_WINS,
          SRIOV_VLAN,
          LINK_STATE,
          NEITHER_ON_NOR_OFF,
          TX_RATE,
          NO_DHCP,
          BOND,
          BOND_LINKS,
          SOCKET,
          PROVIDER,
          DELEGATE,
          NO_EFFECT);
}
