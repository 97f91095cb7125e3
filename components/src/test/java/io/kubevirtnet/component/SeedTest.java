package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.Placed;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree;
import org.junit.jupiter.api.Test;

/** The traps of the policies that the overview of OpenShift Virtualization prints. */
class SeedTest {
  private static final String BOTH =
      """
      type: kubevirtnet:BridgeNetwork
      name: br1
      properties: {policyName: br1-policy, uplink: {nic: ens4}, nodeSelector: {node-role.kubernetes.io/worker: ""}, ipv4: {mode: dhcp}, rollout: plain}
      ---
      type: kubevirtnet:BridgeNetwork
      name: br0-ovs
      properties: {kind: ovs-bridge, uplink: {nic: %s}, nodeSelector: {node-role.kubernetes.io/worker: ""}, ipv4: {mode: dhcp}, ovsOptions: {stp: true}, localnets: [br0-network], rollout: plain}
      """;

  @Test
  void hasOneCardUnderTwoBridges() {
    var stack = YamlStack.expand(BOTH.formatted("ens4"));

    assertThat(stack.codes()).containsExactly("KVN-X010");
    assertThat(stack.findings())
        .extracting(Finding::what)
        .containsExactly(
            "ens4 on nodes with node-role.kubernetes.io/worker is a port of br1 (BridgeNetwork"
                + " br1) already.");
  }

  @Test
  void hasAnAddressThatOpenVSwitchWouldDrop() {
    var expansion = YamlStack.expand(BOTH.formatted("ens5")).last();

    assertThat(expansion.findings()).isEmpty();
    assertThat(at(expansion, "0/type")).isEqualTo("ovs-bridge");
    assertThat(new Placed(INTERFACES + "0/ipv4").in(expansion)).isEmpty();
    assertThat(at(expansion, "1/type")).isEqualTo("ovs-interface");
    assertThat(at(expansion, "1/ipv4/dhcp")).isEqualTo(true);
  }

  private static final String INTERFACES = "children/0/spec/desiredState/interfaces/";

  private static Object at(Expansion expansion, String place) {
    return new Placed(INTERFACES + place).in(expansion).map(Tree::plain).orElseThrow();
  }
}
