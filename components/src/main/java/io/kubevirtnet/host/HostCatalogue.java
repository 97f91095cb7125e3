package io.kubevirtnet.host;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.nmstate.StateCatalogue;
import java.util.List;

/** What can be wrong with a host network. */
public final class HostCatalogue {
  private HostCatalogue() {}

  public static final Rule BRIDGE_NAME =
      Rule.refused("KVN-N001", "Bridge name that the kernel refuses")
          .why(
              "A bridge is an interface, and the kernel takes 1 to 15 bytes without '/' and space.")
          .fix("Set bridgeName to a shorter name.")
          .source("Linux IFNAMSIZ, dev_valid_name; nmstate does not check it")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {bridgeName: bridge-of-the-storage, uplink: {nic: ens4}, rollout: plain}
              """);

  public static final Rule RESERVED_BRIDGE =
      Rule.error("KVN-N002", "Bridge that belongs to somebody else")
          .why("Another controller makes this bridge and would fight over it.")
          .fix("Choose another bridgeName.")
          .source(
              "OVN-Kubernetes (br-ex, br-int), Netris (nbr-<VXLAN id>), Open vSwitch, CNI (cni0)")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {bridgeName: br-ex, uplink: {nic: ens4}, rollout: plain}
              """);

  public static final Rule NIC_NAME =
      Rule.refused("KVN-N003", "Network card with an impossible name")
          .why("The kernel has no interface of such a name: 1 to 15 bytes without '/' and space.")
          .fix("Write the name as `ip link` shows it on the nodes.")
          .source("Linux IFNAMSIZ, dev_valid_name")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: "ens 4"}, rollout: plain}
              """);

  public static final Rule UPLINK_IS_BRIDGE =
      Rule.refused("KVN-N004", "Bridge that is its own uplink")
          .why("A bridge can not be a port of itself.")
          .fix("Name the network card in uplink.nic, and something else in bridgeName.")
          .source("Linux bridge: ELOOP")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {bridgeName: ens4, uplink: {nic: ens4}, rollout: plain}
              """);

  public static final Rule MTU_RANGE =
      Rule.refused("KVN-N005", "MTU out of range")
          .why("An MTU is 68 to 65535 bytes.")
          .fix("Choose what the switch carries, usually 1500 or 9000.")
          .source("RFC 791; Linux dev_validate_mtu")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, mtu: 90000, rollout: plain}
              """);

  public static final Rule MTU_IPV6 = StateCatalogue.MTU_IPV6;

  public static final Rule MAX_UNAVAILABLE =
      Rule.error("KVN-N007", "maxUnavailable that means nothing")
          .why(
              "nmstate takes a number of 1 or more or a percentage of 1% to 100%, and silently works with 50% otherwise.")
          .fix("Write \"1\" for one node at a time.")
          .source("kubernetes-nmstate pkg/node: ScaledMaxUnavailableNodeCount")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, maxUnavailable: "half", rollout: plain}
              """);

  public static final Rule POLICY_NAME =
      Rule.refused("KVN-N008", "Policy name that the cluster refuses")
          .why(
              "It becomes the name of an object and the value of a label on each node's enactment: lower case letters, digits, '-' and '.', at most 63.")
          .fix("Set policyName.")
          .source("API server (RFC 1123 subdomain); nncp-validation-policy of kubernetes-nmstate")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {policyName: Br1_Policy, bridgeName: br1, uplink: {nic: ens4}, rollout: plain}
              """);

  public static final Rule NODE_SELECTOR =
      Rule.refused("KVN-N009", "Node selector that is no label")
          .why(
              "Keys are [prefix/]name and values at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.")
          .fix("Write the label as `kubectl get nodes --show-labels` prints it.")
          .source("nncp-validation-policy and CRD of kubernetes-nmstate")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, nodeSelector: {rack: "a b"}, rollout: plain}
              """);

  public static final Rule UPLINK_NOT_A_NIC =
      Rule.error("KVN-N010", "Uplink that can not be a port")
          .why("Loopback and the bridges of other controllers must not become ports of a bridge.")
          .fix("Name a network card that nothing else uses.")
          .source("Linux bridge: EINVAL for loopback, ELOOP for bridges")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: lo}, rollout: plain}
              """);

  public static final List<Rule> ALL =
      List.of(
          BRIDGE_NAME,
          RESERVED_BRIDGE,
          NIC_NAME,
          UPLINK_IS_BRIDGE,
          MTU_RANGE,
          MTU_IPV6,
          MAX_UNAVAILABLE,
          POLICY_NAME,
          NODE_SELECTOR,
          UPLINK_NOT_A_NIC);
}
