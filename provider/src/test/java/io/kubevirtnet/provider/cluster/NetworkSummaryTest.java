package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSummaryTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'type': 'bridge', 'bridge': 'br1', 'vlan': 7}    | bridge | br1 | 7 | ``",
        "{'type': 'bridge', 'bridge': 'br1', 'vlan': 0}    | bridge | br1 | `` | ``",
        "{'type': 'bridge', 'vlanTrunk': [{'id': 5}, {'minID': 8, 'maxID': 9}]}"
            + "                                            | bridge | `` | 5,8-9 | ``",
        "{'type': 'ovs', 'bridge': 'br1', 'trunk': [{'id': 5, 'minID': 8, 'maxID': 9}]}"
            + "                                            | ovs | br1 | 5,8-9 | ``",
        "{'type': 'macvlan', 'master': 'eth0', 'ipam': {'type': 'dhcp'}}"
            + "                                            | macvlan | eth0 | `` | dhcp",
        "{'type': 'vlan', 'master': 'eth0', 'vlanId': 12}  | vlan | eth0 | 12 | ``",
        "{'type': 'host-device', 'device': 'ens9'}         | host-device | ens9 | `` | ``",
        "{'name': 'n', 'type': 'ovn-k8s-cni-overlay', 'topology': 'localnet', 'vlanID': 3}"
            + "                                            | ovn-k8s-cni-overlay | n | 3 | ``",
        "{'name': 'n', 'type': 'ovn-k8s-cni-overlay', 'topology': 'layer2', 'subnets': '10.0.0.0/8'}"
            + "                                            | ovn-k8s-cni-overlay | `` | `` | 10.0.0.0/8",
        "{'plugins': [{'type': 'cnv-bridge', 'bridge': 'br1'}, {'type': 'tuning', 'mac': 'x'}]}"
            + "                                            | cnv-bridge, tuning | br1 | `` | ``",
        "{'plugins': []}                                   | `` | `` | `` | ``",
        "[]                                                | (unreadable) | `` | `` | ``",
        "``                                                | (as on the node) | `` | `` | ``",
      })
  void saysWhatANetworkIs(String config, String type, String bridge, String vlan, String ipam) {
    assertThat(NetworkSummary.of(config.replace('\'', '"')))
        .isEqualTo(new NetworkSummary(type, bridge, vlan, ipam));
  }
}
