package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkState;
import java.util.Map;

/** Nodes and policies that the stories are about. */
final class Hosts {
  static final String BR1 =
      """
      policyName: br1
      nodeSelector: {rack: a}
      desiredState:
        interfaces:
        - {name: br1, type: linux-bridge, state: up, ipv4: {enabled: false}, bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}}
      """;

  /** The same bridge, and another one over another card. */
  static final String BR1_AND_BR2 =
      """
      policyName: br1
      nodeSelector: {rack: a}
      desiredState:
        interfaces:
        - {name: br1, type: linux-bridge, state: up, ipv4: {enabled: false}, bridge: {options: {stp: {enabled: false}}, port: [{name: ens4}]}}
        - {name: br2, type: linux-bridge, state: up, ipv4: {enabled: false}, bridge: {options: {stp: {enabled: false}}, port: [{name: ens5}]}}
      """;

  private Hosts() {}

  /** A node as most are: reached over ens3, with two more cards that take what they are given. */
  static NetworkState plain() {
    return node("{enabled: true, dhcp: true}");
  }

  /** A node whose ens4 has an address of its own. */
  static NetworkState fixed(int number) {
    return node(
        "{enabled: true, dhcp: false, address: [{ip: 192.0.2.%d, prefix-length: 24}]}"
            .formatted(number));
  }

  private static NetworkState node(String ens4) {
    return new NetworkState(
        Story.tree(
            """
            interfaces:
            - {name: ens3, type: ethernet, state: up, mtu: 1500, ipv4: {enabled: true, dhcp: true}, ipv6: {enabled: false}}
            - {name: ens4, type: ethernet, state: up, mtu: 1500, ipv4: %s, ipv6: {enabled: false}}
            - {name: ens5, type: ethernet, state: up, mtu: 1500, ipv4: {enabled: true, dhcp: true}, ipv6: {enabled: false}}
            routes:
              running: [{destination: 0.0.0.0/0, next-hop-interface: ens3, next-hop-address: 198.51.100.1, table-id: 254}]
              config: []
            dns-resolver: {config: {}, running: {server: [198.51.100.1]}}
            """
                .formatted(ens4)));
  }

  static FakeCluster rack() {
    return new FakeCluster()
        .node("w1", Map.of("rack", "a"), plain())
        .node("w2", Map.of("rack", "a"), plain())
        .node("w3", Map.of("rack", "b"), plain());
  }

  static FakeCluster rackOfFixed() {
    return new FakeCluster()
        .node("w1", Map.of("rack", "a"), fixed(1))
        .node("w2", Map.of("rack", "a"), fixed(2))
        .node("w3", Map.of("rack", "b"), fixed(3));
  }
}
