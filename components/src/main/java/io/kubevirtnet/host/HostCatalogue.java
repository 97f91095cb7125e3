package io.kubevirtnet.host;

import io.kubevirtnet.finding.Rule;
import java.util.List;
import java.util.stream.Stream;

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

  static final Rule GROUPS =
      Rule.refused("KVN-N017", "Groups of nodes that make no sense")
          .why(
              "Each group has a name and a selector of its own, and together they are all nodes of the bridge.")
          .fix("Name at least one group, each once, and leave nodeSelector out next to nodeGroups.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties:
                uplink: {nic: ens4}
                nodeSelector: {rack: a}
                nodeGroups: [{name: a, nodeSelector: {rack: a}}]
                rollout: plain
              """);

  static final Rule GROUPS_OVERLAP =
      Rule.error("KVN-N018", "Node that could be in two groups")
          .why("It would get the bridge twice, from two policies that undo each other.")
          .fix("Give both selectors the same label with different values.")
          .source("OpenShift console: NodesOverlapAlert; nmstate: bridge.port replaces")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties:
                uplink: {nic: ens4}
                nodeGroups: [{name: a, nodeSelector: {rack: a}}, {name: gpu, nodeSelector: {gpu: "yes"}}]
                rollout: plain
              """);

  static final Rule CAPTURE_NAME =
      Rule.refused("KVN-N026", "Capture with an impossible name")
          .why(
              "Names have letters, digits, '-' and '_'; with from-uplink, uplink, uplink-routes and bridge-routes are taken.")
          .fix("Choose another name, in the templates, too.")
          .source("nmstate: NMPolicy path syntax")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, capture: {default.gw: 'routes.running.destination=="0.0.0.0/0"'}, rollout: plain}
              """);

  static final Rule EXTRA_INTERFACE =
      Rule.refused("KVN-N027", "Further interface that is none")
          .why("An entry has a name, and what this resource makes can not be said a second time.")
          .fix("Give it a name of its own, or use the inputs of this resource.")
          .source("nmstate: Interface")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, interfaces: [{type: dummy}], rollout: plain}
              """);

  static final Rule PROBE_HOST =
      Rule.refused("KVN-N030", "Name that no DNS server knows")
          .why("After each change nodes look it up, and roll the change back when they can not.")
          .fix("Name a host that the nodes' own DNS servers know.")
          .source("RFC 1123; kubernetes-nmstate pkg/probe")
          .example(
              """
              type: kubevirtnet:NMState
              properties: {probeDnsHost: "https://example.com"}
              """);

  private static final List<Rule> OWN =
      List.of(
          BRIDGE_NAME,
          RESERVED_BRIDGE,
          NIC_NAME,
          UPLINK_IS_BRIDGE,
          MTU_RANGE,
          MAX_UNAVAILABLE,
          POLICY_NAME,
          NODE_SELECTOR,
          UPLINK_NOT_A_NIC,
          GROUPS,
          GROUPS_OVERLAP,
          CAPTURE_NAME,
          EXTRA_INTERFACE,
          PROBE_HOST);

  public static final List<Rule> ALL =
      Stream.of(OWN, PortCatalogue.ALL, AddressCatalogue.ALL).flatMap(List::stream).toList();
}
