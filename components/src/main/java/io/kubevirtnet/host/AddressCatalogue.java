package io.kubevirtnet.host;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the addresses of a bridge. */
final class AddressCatalogue {
  private AddressCatalogue() {}

  static final Rule MODE =
      Rule.refused("KVN-N022", "Address setting of another mode")
          .why(
              "addresses go with static, the options of DHCP with dhcp, and from-uplink with an uplink of the bridge itself.")
          .fix("Set mode, or remove the setting.")
          .source("nmstate: InterfaceIpv4, InterfaceIpv6")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, ipv4: {mode: static}, rollout: plain}
              """);

  static final Rule ADDRESS =
      Rule.refused("KVN-N023", "Text that is no address with a prefix length")
          .why("The prefix length says which addresses are on the same link.")
          .fix("Write both, such as \"10.0.0.7/24\".")
          .source("nmstate: InterfaceIpAddr")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, ipv4: {mode: static, addresses: [10.0.0.7]}, nodeSelector: {kubernetes.io/hostname: node1}, rollout: plain}
              """);

  static final Rule ONE_FOR_MANY =
      Rule.warning("KVN-N024", "One address for several nodes")
          .why(
              "Every node of a policy gets the same, and two nodes with one address disturb each other.")
          .fix(
              "Select one node by kubernetes.io/hostname, make a node group per node, or use dhcp or from-uplink.")
          .source("kubernetes-nmstate: one desired state per policy")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, ipv4: {mode: static, addresses: [10.0.0.7/24]}, rollout: plain}
              """);

  static final Rule SOURCE =
      Rule.error("KVN-N025", "Addresses of an interface that keeps them")
          .why(
              "The bridge would have the same addresses as an interface that does not become a port here.")
          .fix(
              "Name the card, a port of the bond or the VLAN interface of the uplink, or leave addressFrom out.")
          .source("two interfaces with one address")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4, addressFrom: ens5}, ipv4: {mode: from-uplink}, rollout: plain}
              """);

  static final Rule ROUTES =
      Rule.refused("KVN-N028", "Routes that can not be kept")
          .why(
              "keepRoutes fills the list of routes from each node, together with the addresses of from-uplink.")
          .fix("Set mode from-uplink and leave routes out, or remove keepRoutes.")
          .source("nmstate: a template stands for a whole list")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4, keepRoutes: true}, ipv4: {mode: dhcp}, rollout: plain}
              """);

  static final List<Rule> ALL = List.of(MODE, ADDRESS, ONE_FOR_MANY, SOURCE, ROUTES);
}
