package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What a definition can do to virtual machines that pods do not mind. */
final class VirtualMachineCatalogue {
  private VirtualMachineCatalogue() {}

  private static String example(String raw) {
    return """
        type: kubevirtnet:NetworkAttachment
        name: lan
        properties:
          namespace: vms
          raw: {%s}
        """
        .formatted(raw);
  }

  private static String chain(String plugins) {
    return example("plugins: [" + plugins + "]");
  }

  static final Rule NO_BINDING =
      Rule.error("KVN-A150", "Plugin that no virtual machine gets on with")
          .why(
              "KubeVirt's bridge moves the address of the interface to the machine, and then nothing passes that the plugin has made.")
          .fix("Take a bridge, ovs or an OVN network, or sriov for a device of its own.")
          .source("KubeVirt user guide: invalid CNIs for secondary networks")
          .example(example("type: macvlan, master: eth1"));

  static final Rule POD_ADDRESS =
      Rule.warning("KVN-A151", "Address for the pod instead of the machine")
          .why(
              "KubeVirt hides the pod's IPv4 address from the network and offers it to the machine by DHCP; where the machine moves, or has another address, two of them are in use.")
          .fix("Take ipam out, and give addresses on the network or in the machine.")
          .source("KubeVirt: netpod discovery; OpenShift Virtualization documentation")
          .example(example("type: bridge, bridge: br1, ipam: {type: dhcp}"));

  static final Rule IPAM =
      Rule.warning("KVN-A152", "Address management for virtual machines")
          .why(
              "The address belongs to the pod and is lost with it; KubeVirt hands on IPv4 only, and needs a route with a gateway for that.")
          .fix("Take ipam out, or use the subnets of an OVN network, which machines keep.")
          .source("KubeVirt: netpod discovery; OpenShift Virtualization documentation")
          .example(
              example("type: bridge, bridge: br1, ipam: {type: whereabouts, range: 10.1.0.0/24}"));

  static final Rule MAC =
      Rule.warning("KVN-A153", "MAC address that nobody sets")
          .why(
              "The plugin does not take the address that a machine asks for; the plugin tuning after it would set it.")
          .fix("Add {type: tuning, capabilities: {mac: true}} behind it in a list of plugins.")
          .source("KubeVirt user guide: MAC address")
          .example(example("type: flannel, delegate: {isDefaultGateway: false}"));

  static final Rule UNTUNED =
      Rule.warning("KVN-A154", "Network that takes no tuning")
          .why("It sets up its interfaces by itself, and undoes or refuses a changed address.")
          .fix("Take tuning out, and let the machine have the address that it gets.")
          .source("KubeVirt user guide: MAC address")
          .example(chain("{type: openshift-sdn}, {type: tuning, capabilities: {mac: true}}"));

  static final Rule LINK =
      Rule.info("KVN-A155", "Pod that is on the network beside its machine")
          .why("Until KubeVirt takes the link over, the pod itself answers on it.")
          .fix("Set disableContainerInterface to true; KubeVirt raises the link when it is ready.")
          .source("containernetworking/plugins 1.4.1; OpenShift Virtualization documentation")
          .example(example("type: bridge, bridge: br1"));

  static final Rule BANDWIDTH =
      Rule.warning("KVN-A156", "Limit on an interface that a machine does not use")
          .why("bandwidth shapes the pod's end of a veth pair, which KubeVirt takes apart.")
          .fix("Take bandwidth out, and limit the traffic on the bridge or in the machine.")
          .source("containernetworking/plugins: bandwidth; KubeVirt: netpod")
          .example(
              chain(
                  "{type: bridge, bridge: br1, disableContainerInterface: true}, {type: bandwidth, ingressRate: 1000000, ingressBurst: 1000000}"));

  static final Rule LAYER3 =
      Rule.warning("KVN-A157", "Network whose addresses can not move")
          .why("A machine that migrates to another node would need another address there.")
          .fix("Take layer2, or localnet for a network of the site.")
          .source("ovn-kubernetes: multi-homing; KubeVirt: live migration")
          .example(
              example(
                  "type: ovn-k8s-cni-overlay, topology: layer3, subnets: 10.1.0.0/16, netAttachDefName: vms/lan"));

  static final List<Rule> ALL =
      List.of(NO_BINDING, POD_ADDRESS, IPAM, MAC, UNTUNED, LINK, BANDWIDTH, LAYER3);
}
