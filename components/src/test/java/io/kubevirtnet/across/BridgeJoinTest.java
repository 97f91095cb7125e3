package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.YamlStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What attachments may ask of bridges with each kind of VLAN filter. */
class BridgeJoinTest {
  @Test
  void carriesWhatEveryGroupCarries() {
    var groups =
        "nodeGroups: [{name: a, nodeSelector: {rack: a}, uplink: {nic: ens4, vlan: {trunk: ['100-200']}}},"
            + " {name: b, nodeSelector: {rack: b}, uplink: {nic: ens5, vlan: {trunk: ['150-300']}}}]";

    assertThat(attach(groups, "vlan: 150")).isEmpty();
    assertThat(attach(groups, "vlan: 149")).containsExactly("KVN-X013");
    assertThat(attach(groups, "vlan: 201")).containsExactly("KVN-X013");
  }

  @Test
  void reachesAnAccessPortInItsVlanOnly() {
    var access = "uplink: {nic: ens4, vlan: {mode: access, access: 100}}";

    assertThat(attach(access, "vlan: 100")).isEmpty();
    assertThat(attach(access, "vlan: 101")).containsExactly("KVN-X013");
    assertThat(attach(access, "mtu: 1400")).containsExactly("KVN-X021");
  }

  @Test
  void reachesTheNativeVlanByItsNumber() {
    var trunk = "uplink: {nic: ens4, vlan: {trunk: ['200'], nativeVlan: 100}}";

    assertThat(attach(trunk, "vlan: 100")).isEmpty();
    assertThat(attach(trunk, "vlan: 200")).isEmpty();
    assertThat(attach(trunk, "mtu: 1400")).containsExactly("KVN-X021");
  }

  @Test
  void leavesTheNetworkWithoutTagsWhereTheBridgeHasIt() {
    var moved =
        "uplink: {nic: ens4, vlan: {mode: access, access: 5}}, options: {vlanDefaultPvid: 5}";

    assertThat(attach(moved, "mtu: 1400")).isEmpty();
  }

  @Test
  void takesNoVlanWithoutAFilter() {
    var open = "uplink: {nic: ens4, vlan: {mode: none}}";

    assertThat(attach(open, "mtu: 1400")).isEmpty();
    assertThat(what(open, "vlan: 100"))
        .containsExactly("br1 does not carry VLAN 100 (it carries none: it has no VLAN filter).");
  }

  @Test
  void asksTheSmallestMtuOfTheGroups() {
    var groups =
        "mtu: 9000, nodeGroups: [{name: a, nodeSelector: {rack: a}, uplink: {nic: ens4}},"
            + " {name: b, nodeSelector: {rack: b}, uplink: {nic: ens5}, mtu: 1500}]";

    assertThat(attach(groups, "mtu: 1500")).isEmpty();
    assertThat(attach(groups, "mtu: 9000")).containsExactly("KVN-X012");
  }

  @Test
  void tellsWhicheverOfTheTwoComesLater() {
    var bridge =
        """
        type: kubevirtnet:BridgeNetwork
        name: br1
        properties: {uplink: {nic: ens4}, mtu: 1500, rollout: plain}
        """;
    var attachment =
        """
        type: kubevirtnet:NetworkAttachment
        name: lan
        properties: {namespaces: [vms, db], linuxBridge: {bridgeName: br1, mtu: 9000}}
        """;

    assertThat(YamlStack.expand(bridge + "---\n" + attachment).resource("lan").findings())
        .singleElement()
        .satisfies(f -> assertThat(f.line()).startsWith("KVN-X012 linuxBridge.mtu: 9000"));
    assertThat(YamlStack.expand(attachment + "---\n" + bridge).resource("br1").findings())
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.what())
                    .isEqualTo(
                        "NetworkAttachment lan does not fit: 9000 is above the 1500 of br1."));
  }

  @Test
  void carriesItsLocalnetsOnly() {
    assertThat(localnet("corp")).isEmpty();
    assertThat(localnet("other")).containsExactly("KVN-X035");
  }

  private static List<String> localnet(String name) {
    return YamlStack.expand(
            """
            type: kubevirtnet:BridgeNetwork
            name: br0
            properties: {kind: ovs-bridge, uplink: {nic: ens5}, localnets: [corp], rollout: plain}
            ---
            type: kubevirtnet:NetworkAttachment
            name: lan
            properties: {namespace: vms, ovnLocalnet: {bridge: "${br0.bridge}", localnet: %s, vlan: 42}}
            """
                .formatted(name))
        .codes();
  }

  private static List<String> attach(String bridge, String attachment) {
    return stack(bridge, attachment).codes();
  }

  private static List<String> what(String bridge, String attachment) {
    return stack(bridge, attachment).findings().stream().map(Finding::what).toList();
  }

  private static YamlStack stack(String bridge, String attachment) {
    return YamlStack.expand(
        """
        type: kubevirtnet:BridgeNetwork
        name: br1
        properties: {%s, rollout: plain}
        ---
        type: kubevirtnet:NetworkAttachment
        name: lan
        properties: {namespace: vms, linuxBridge: {bridge: "${br1.bridge}", %s}}
        """
            .formatted(bridge, attachment));
  }
}
