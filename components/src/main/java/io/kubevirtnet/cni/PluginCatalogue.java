package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What the plugins of containernetworking/plugins refuse, and what can not work with them. */
final class PluginCatalogue {
  private PluginCatalogue() {}

  static String example(String config) {
    return """
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata: {name: lan, namespace: vms}
        spec:
          config: '{"cniVersion": "1.0.0", "name": "lan", %s}'
        """
        .formatted(config);
  }

  static final Rule VLAN =
      Rule.refused("KVN-A051", "Number that is not a VLAN id in a CNI config")
          .why("802.1Q has 1 to 4094; the plugins take 0 for none.")
          .fix("Choose the id that the switch carries, or leave it out for the untagged network.")
          .source("CNI plugins bridge and vlan; IEEE 802.1Q")
          .example(example("\"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": 4095"));

  static final Rule TRUNK =
      Rule.refused("KVN-A052", "Trunk that is no set of VLANs")
          .why("Each entry has an id, or minID and maxID together, between 1 and 4094.")
          .fix("Correct the entry.")
          .source("CNI plugin bridge: collectVlanTrunk")
          .example(
              example(
                  "\"type\": \"bridge\", \"bridge\": \"br1\", \"vlanTrunk\": [{\"minID\": 10}]"));

  static final Rule CONTRADICTION =
      Rule.refused("KVN-A053", "Keys that exclude each other")
          .why("The plugin refuses the two together.")
          .fix("Take one of them out.")
          .source("CNI plugins bridge and portmap")
          .example(
              example(
                  "\"type\": \"bridge\", \"bridge\": \"br1\", \"hairpinMode\": true, \"promiscMode\": true"));

  static final Rule ADDRESS =
      Rule.refused("KVN-A054", "Text that is no address in a CNI config")
          .why("Go takes addresses in their usual notation, without leading zeros and zones.")
          .fix("Correct the address.")
          .source("Go: net.ParseIP, net.ParseCIDR")
          .example(
              example(
                  "\"type\": \"ptp\", \"ipam\": {\"type\": \"static\", \"addresses\": [{\"address\": \"10.0.0.5\"}]}"));

  static final Rule RANGE =
      Rule.refused("KVN-A055", "Range that host-local can not give addresses from")
          .why(
              "A range is a network without host bits, /30 or larger, with its start and end inside; no two overlap, and a set has one family.")
          .fix("Correct the range.")
          .source("CNI plugin host-local: Range.Canonicalize, RangeSet.Canonicalize")
          .example(
              example(
                  "\"type\": \"ptp\", \"ipam\": {\"type\": \"host-local\", \"subnet\": \"10.0.0.5/24\"}"));

  static final Rule GATEWAY =
      Rule.warning("KVN-A056", "Gateway outside of the subnet")
          .why("The plugin takes it, and the pod can not reach it.")
          .fix("Choose an address of the subnet.")
          .source("CNI plugins host-local and static do not check it")
          .example(
              example(
                  "\"type\": \"ptp\", \"ipam\": {\"type\": \"host-local\", \"subnet\": \"10.0.0.0/24\", \"gateway\": \"10.0.1.1\"}"));

  static final Rule CHOICE =
      Rule.refused("KVN-A057", "Word that is none of the choices in a CNI config")
          .why("The plugin knows only the listed ones.")
          .fix("Choose one of them.")
          .source("CNI plugins macvlan, ipvlan, portmap, firewall, bridge, ptp")
          .example(example("\"type\": \"macvlan\", \"master\": \"eth1\", \"mode\": \"brdge\""));

  static final Rule LEFT_OUT =
      Rule.refused("KVN-A058", "Setting that the plugin can not do without")
          .why("The plugin has no default for it.")
          .fix("Set it.")
          .source("CNI plugins vlan, host-device, vrf, bandwidth, host-local, static")
          .example(example("\"type\": \"host-device\""));

  static final Rule MAC =
      Rule.refused("KVN-A059", "Hardware address that no interface can have in a CNI config")
          .why("An Ethernet interface has six octets, and no multicast address.")
          .fix("Correct the address, or leave it out.")
          .source("Go: net.ParseMAC; Linux: is_valid_ether_addr")
          .example(example("\"type\": \"macvlan\", \"master\": \"eth1\", \"mac\": \"02-00-00\""));

  static final Rule SYSCTL =
      Rule.refused("KVN-A060", "Sysctl outside of the network")
          .why("tuning only writes below /proc/sys/net, which each pod has for itself.")
          .fix("Take it out, or write a key that starts with net.")
          .source("CNI plugin tuning: getSysctlFilename")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "1.0.0", "name": "lan", "plugins": [{"type": "bridge", "bridge": "br1"}, {"type": "tuning", "sysctl": {"kernel.domainname": "a"}}]}'
              """);

  static final Rule NUMBER =
      Rule.refused("KVN-A061", "Number out of range in a CNI config")
          .why("The plugin can not use it.")
          .fix("Choose one in the range.")
          .source("CNI plugins bandwidth and portmap")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "1.0.0", "name": "lan", "plugins": [{"type": "bridge", "bridge": "br1"}, {"type": "portmap", "markMasqBit": 32, "capabilities": {"portMappings": true}}]}'
              """);

  static final Rule MTU =
      Rule.error("KVN-A062", "MTU out of range in a CNI config")
          .why("An MTU is 68 to 65535 bytes; 0 leaves it to the kernel.")
          .fix("Leave mtu out, or set what the network carries.")
          .source("RFC 791; Linux dev_validate_mtu")
          .example(example("\"type\": \"bridge\", \"bridge\": \"br1\", \"mtu\": 20"));

  static final Rule INTERFACE_NAME =
      Rule.error("KVN-A063", "Interface with an impossible name in a CNI config")
          .why("The kernel has no interface of such a name: 1 to 15 bytes without '/' and space.")
          .fix("Write the name that it has on the nodes.")
          .source("Linux IFNAMSIZ, dev_valid_name; the plugins do not check it")
          .example(example("\"type\": \"bridge\", \"bridge\": \"bridge-of-the-storage\""));

  static final Rule NO_EFFECT =
      Rule.warning("KVN-A064", "Setting of a CNI config without effect")
          .why("The plugin only looks at it together with another one.")
          .fix("Take it out.")
          .source("CNI plugins bridge, ptp, portmap, firewall, host-local")
          .example(example("\"type\": \"bridge\", \"bridge\": \"br1\", \"isGateway\": true"));

  static final Rule CLUSTER_BRIDGE =
      Rule.warning("KVN-A065", "Definition over a bridge that carries the cluster itself")
          .why(
              "Its ports hold the cluster's own traffic; a virtual machine on it can take a node off the network.")
          .fix("Name a bridge that is made for it.")
          .source("OVN-Kubernetes (br-ex, br-int); CNI plugin bridge: default cni0")
          .example(example("\"type\": \"bridge\", \"bridge\": \"br-ex\""));

  static final Rule ADDRESSES_OF_OLD =
      Rule.refused("KVN-A066", "More addresses than the CNI version has")
          .why("Results before 0.3.0 hold one IPv4 and one IPv6 address.")
          .fix("Write cniVersion 0.3.1 or 1.0.0.")
          .source("CNI plugins host-local and static; CNI specification 0.2.0")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "0.2.0", "name": "lan", "type": "ptp", "ipam": {"type": "static", "addresses": [{"address": "10.0.0.5/24"}, {"address": "10.0.0.6/24"}]}}'
              """);

  static final Rule DHCP_OPTION =
      Rule.refused("KVN-A067", "DHCP option that the plugin does not know")
          .why("Options are numbers from 0 to 255, or one of six names.")
          .fix("Write the number of the option.")
          .source("CNI plugin dhcp: parseOptionName")
          .example(
              example(
                  "\"type\": \"macvlan\", \"master\": \"eth1\", \"ipam\": {\"type\": \"dhcp\", \"request\": [{\"option\": \"ntp\"}]}"));

  static final Rule NO_RESULT =
      Rule.refused("KVN-A068", "CNI version that has no interfaces without addresses")
          .why("Results before 0.3.0 are nothing but addresses, so there is none to give back.")
          .fix("Write cniVersion 0.3.1 or 1.0.0.")
          .source("CNI: types/020 of libcni")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "0.2.0", "name": "lan", "type": "bridge", "bridge": "br1"}'
              """);

  static final Rule NO_ADDRESSES =
      Rule.refused("KVN-A069", "Chained plugin that needs addresses")
          .why("It makes routes for the addresses that plugins before it got.")
          .fix("Add ipam to a plugin before it.")
          .source("CNI plugin sbr: getIPCfgs")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "1.0.0", "name": "lan", "plugins": [{"type": "bridge", "bridge": "br1"}, {"type": "sbr"}]}'
              """);

  static final Rule DEFAULT_ROUTE =
      Rule.error("KVN-A071", "Default route that is added twice")
          .why("The kernel refuses the second one, so no pod gets an interface.")
          .fix("Take the route out, or isDefaultGateway.")
          .source("CNI plugin bridge: calcGateways; Linux: file exists")
          .example(
              example(
                  "\"type\": \"bridge\", \"bridge\": \"br1\", \"isDefaultGateway\": true, \"ipam\": {\"type\": \"host-local\", \"subnet\": \"10.0.0.0/24\", \"routes\": [{\"dst\": \"0.0.0.0/0\"}]}"));

  static final List<Rule> ALL =
      List.of(
          VLAN,
          TRUNK,
          CONTRADICTION,
          ADDRESS,
          RANGE,
          GATEWAY,
          CHOICE,
          LEFT_OUT,
          MAC,
          SYSCTL,
          NUMBER,
          MTU,
          INTERFACE_NAME,
          NO_EFFECT,
          CLUSTER_BRIDGE,
          ADDRESSES_OF_OLD,
          DHCP_OPTION,
          NO_RESULT,
          NO_ADDRESSES,
          DEFAULT_ROUTE);
}
