package io.kubevirtnet.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final String NODE =
      """
      interfaces:
      - name: ens4
        type: ethernet
        state: up
        mac-address: "52:54:00:00:00:0%1$d"
        permanent-mac-address: "52:54:00:00:00:0%1$d"
        mtu: 1500
        max-mtu: 9702
        ipv4: {enabled: true, dhcp: true, address: [{ip: 192.0.2.%1$d, prefix-length: 24, valid-life-time: 3000sec}]}
        ipv6: {enabled: true, dhcp: false, autoconf: false, address: [{ip: "fe80::%1$d", prefix-length: 64}]}
      - {name: ens9, type: ethernet, state: up, mtu: 150%1$d}
      """;
  private static final Fields BRIDGE =
      yaml(
          """
          interfaces:
          - {name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}
          """);

  private static Fields yaml(String text) {
    return (Fields) YamlStack.value(text);
  }

  private static NetworkState node(int i) {
    return new NetworkState(yaml(NODE.formatted(i)));
  }

  @Test
  void isTheSameForNodesThatAreAlike() {
    assertThat(Baseline.of(node(1), BRIDGE)).isEqualTo(Baseline.of(node(2), BRIDGE));
  }

  @Test
  void keepsOnlyWhatThePolicyTouches() {
    assertThat(Baseline.of(node(1), BRIDGE).state().interfaces())
        .extracting(i -> i.name().orElse(""))
        .containsExactly("ens4");
  }

  @Test
  void keepsAMacAddressThatThePolicyChanges() {
    var mac = yaml("interfaces: [{name: ens4, type: ethernet, mac-address: '02:00:00:00:00:01'}]");

    assertThat(Baseline.of(node(1), mac).state().find("ens4").flatMap(i -> i.text("mac-address")))
        .contains("52:54:00:00:00:01");
  }

  @Test
  void recognisesAStateThatShowsThePolicyAlready() {
    var state = node(1);

    assertThat(Baseline.showsOwn(state, BRIDGE)).isFalse();
    assertThat(Baseline.showsOwn(Effect.apply(state, BRIDGE), BRIDGE)).isTrue();
  }

  @Test
  void capturesTheNetworkCardsThatMustBeThere() {
    var captures =
        BaselineCaptures.of(
            yaml(
                """
                interfaces:
                - {name: br1, type: linux-bridge, state: up, bridge: {port: [{name: v5}]}}
                - {name: v5, type: vlan, state: up, vlan: {base-iface: bond0, id: 5}}
                - {name: bond0, type: bond, state: up, link-aggregation: {mode: 802.3ad, port: [ens4, ens5]}}
                - {name: ens5, type: ethernet, state: up, mtu: 9000}
                """));

    assertThat(captures.captures())
        .isEqualTo(
            Map.of("base0", "interfaces.name==\"ens4\"", "base1", "interfaces.name==\"ens5\""));
    assertThat(Parts.objects(captures.revert(), "interfaces"))
        .extracting(f -> Parts.text(f, "name").orElse("") + " " + Parts.text(f, "state").orElse(""))
        .containsExactly(
            "br1 absent",
            "v5 absent",
            "bond0 absent",
            "ens4 {{ capture.base0.interfaces.0.state }}",
            "ens5 {{ capture.base1.interfaces.0.state }}");
    assertThat(Parts.objects(captures.revert(), "interfaces").get(4).get("mtu")).isPresent();
    assertThat(captures.leftBehind()).hasSize(1);
  }

  @Test
  void tellsWhatNoDesiredStateCanUndo() {
    var node = new NetworkState(yaml("interfaces: [{name: ens4, type: ethernet, state: ignore}]"));

    assertThat(Revert.of(BRIDGE, node).leftBehind())
        .isEqualTo(
            List.of(
                "ens4 was not managed by NetworkManager before, and stays managed with its former"
                    + " values."));
  }

  @Test
  void asksForTheFormerValuesTogetherWithANewPolicy() {
    var old = yaml("interfaces: [{name: ens4, type: ethernet, state: up, mtu: 9000}]");
    var newer = yaml("interfaces: [{name: ens4, type: ethernet, state: up, description: x}]");

    var together = Revert.shrink(old, newer, node(1)).with(newer);

    assertThat(new NetworkState(together).find("ens4").orElseThrow().fields().plain())
        .isEqualTo(
            Map.of(
                "name",
                "ens4",
                "type",
                "ethernet",
                "state",
                "up",
                "mtu",
                1500,
                "description",
                "x"));
  }
}
