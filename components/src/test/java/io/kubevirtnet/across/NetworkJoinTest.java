package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a network definition finds on the nodes, as far as policies of the same run tell. */
class NetworkJoinTest {
  private static final String BRIDGE =
      "{interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}";
  private static final String OVS =
      "{interfaces: [{name: br1, type: ovs-bridge, state: up, bridge: {port: [{name: ens4}]}}],"
          + " ovn: {bridge-mappings: [{localnet: corp, bridge: br1, state: present}]}}";

  private final NetworkStage stage = new NetworkStage();

  @Test
  void fitsTheBridgeThatAPolicyMakes() {
    stage.policy(BRIDGE);

    var told = stage.definition("vms/lan", "{type: bridge, bridge: br1, vlan: 100}");

    assertThat(told.findings()).isEmpty();
    assertThat(told.notChecked()).isEmpty();
  }

  @Test
  void saysThatABridgeIsMadeElsewhere() {
    var told = stage.definition("vms/lan", "{type: bridge, bridge: br1}");

    assertThat(told.findings()).isEmpty();
    assertThat(told.notChecked()).containsExactly("config.bridge: bridge br1 is not managed here");
  }

  @Test
  void missesABridgeWhenNoOtherPolicyComes() {
    stage.policy(BRIDGE);
    assertThat(stage.definition("vms/early", "{type: bridge, bridge: br2}").codes()).isEmpty();
    stage.run.policiesAreComplete();

    var told = stage.definition("vms/lan", "{type: bridge, bridge: br11}");

    assertThat(told.places()).containsExactly("KVN-X030 config.bridge");
    assertThat(told.findings().get(0).fix()).startsWith("Did you mean br1?");
  }

  @Test
  void missesNoBridgeOfTheClusterItself() {
    stage.policy(BRIDGE);
    stage.run.policiesAreComplete();

    assertThat(stage.definition("vms/lan", "{type: bridge, bridge: br-ex}").codes()).isEmpty();
  }

  @Test
  void takesTheBridgeThatThePluginTakesByItself() {
    stage.policy(BRIDGE.replace("br1", "cni0"));

    assertThat(stage.definition("vms/lan", "{type: bridge, vlan: 1}").codes())
        .containsExactly("KVN-X013");
  }

  @ParameterizedTest
  @CsvSource({
    "bridge, linux-bridge, ",
    "cnv-bridge, linux-bridge, ",
    "ovs, ovs-bridge, ",
    "bridge, ovs-bridge, KVN-X020",
    "ovs, linux-bridge, KVN-X020"
  })
  void wantsABridgeOfItsKind(String plugin, String kind, String code) {
    stage.policy(BRIDGE.replace("linux-bridge", kind));

    var codes = stage.definition("vms/lan", "{type: " + plugin + ", bridge: br1}").codes();

    assertThat(String.join(" ", codes)).isEqualTo(code == null ? "" : code);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 100, ",
    "'', 1, KVN-X013",
    "'vlan: {}', 100, KVN-X013",
    "'vlan: {mode: trunk, trunk-tags: [{id: 10}, {id-range: {min: 20, max: 30}}]}', 25, ",
    "'vlan: {mode: trunk, trunk-tags: [{id: 10}, {id-range: {min: 20, max: 30}}]}', 31, KVN-X013",
    "'vlan: {mode: access, tag: 7}', 7, ",
    "'vlan: {mode: access, tag: 7}', 8, KVN-X013",
    "'vlan: {mode: access, tag: 7}', 0, KVN-X021",
    "'vlan: {mode: access, tag: 1}', 0, ",
    "'vlan: {mode: trunk, enable-native: true, tag: 5, trunk-tags: [{id: 10}]}', 5, ",
    "'vlan: {mode: trunk, enable-native: true, tag: 5, trunk-tags: [{id: 10}]}', 0, KVN-X021"
  })
  void asksForVlansThatThePortCarries(String filter, int vlan, String code) {
    stage.policy(BRIDGE.replace("{name: ens4}", "{name: ens4, " + filter + "}"));

    var codes =
        stage.definition("vms/lan", "{type: bridge, bridge: br1, vlan: " + vlan + "}").codes();

    assertThat(String.join(" ", codes)).isEqualTo(code == null ? "" : code);
  }

  @Test
  void namesTheVlansOfATrunkThatAreMissing() {
    stage.policy(BRIDGE.replace("{name: ens4}", "{name: ens4, vlan: {mode: access, tag: 12}}"));

    var told =
        stage.definition(
            "vms/lan",
            "{type: bridge, bridge: br1, vlanTrunk: [{minID: 10, maxID: 14}, {id: 20}]}");

    assertThat(told.findings())
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.what())
                    .isEqualTo("br1 does not carry VLAN 10-11, 13-14, 20 (it carries 12)."));
  }

  @Test
  void leavesVlansInsideABridgeThatLeadsNowhere() {
    stage.policy("{interfaces: [{name: br1, type: linux-bridge, state: up}]}");

    assertThat(stage.definition("vms/lan", "{type: bridge, bridge: br1, vlan: 1}").codes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1500, 1500, ", "1500, 1501, KVN-X012", "9000, 1500, "})
  void asksForNoLargerFramesThanTheBridgeAndItsPortsTake(int limit, int mtu, String code) {
    stage.policy(
        "{interfaces: [{name: ens4, type: ethernet, state: up, mtu: %d}, %s]}"
            .formatted(
                limit,
                "{name: br1, type: linux-bridge, state: up, mtu: 9000, bridge: {port: [{name: ens4}]}}"));

    var codes =
        stage.definition("vms/lan", "{type: bridge, bridge: br1, mtu: " + mtu + "}").codes();

    assertThat(String.join(" ", codes)).isEqualTo(code == null ? "" : code);
  }

  @Test
  void looksIntoTheFirstPluginOfAList() {
    stage.policy(BRIDGE);

    var told =
        stage.definition(
            "vms/lan", "{plugins: [{type: bridge, bridge: br1, vlan: 1}, {type: tuning}]}");

    assertThat(told.places()).containsExactly("KVN-X013 config.plugins[0].vlan");
  }

  @Test
  void warnsOfTwoTags() {
    stage.policy(
        "{interfaces: [{name: ens4.300, type: vlan, state: up, vlan: {base-iface: ens4, id: 300}},"
            + " {name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4.300}]}}]}");

    assertThat(stage.definition("vms/a", "{type: bridge, bridge: br1, vlan: 100}").codes())
        .containsExactly("KVN-X032");
    assertThat(stage.definition("vms/b", "{type: bridge, bridge: br1}").codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'isGateway: true', KVN-X033",
    "'isDefaultGateway: true', KVN-X033",
    "'isGateway: true, forceAddress: true', KVN-X033",
    "'isGateway: true, vlan: 5', ",
    "'isGateway: false', "
  })
  void putsNoGatewayOnAnAddressOfTheNode(String keys, String code) {
    addressed("192.0.2.7");

    var codes =
        stage
            .definition(
                "pods/lan",
                "{type: bridge, bridge: br1, %s, ipam: {type: whereabouts, range: 10.0.0.0/24}}"
                    .formatted(keys))
            .codes();

    assertThat(String.join(" ", codes)).isEqualTo(code == null ? "" : code);
  }

  @Test
  void letsTheGatewayHaveTheVeryAddressOfTheNode() {
    addressed("192.0.2.1");

    assertThat(
            stage
                .definition(
                    "pods/lan",
                    "{type: bridge, bridge: br1, isGateway: true, ipam: {type: host-local, subnet: 192.0.2.0/24}}")
                .codes())
        .isEmpty();
  }

  private void addressed(String ip) {
    stage.policy(
        ("{interfaces: [{name: br1, type: linux-bridge, state: up, ipv4: {enabled: true, address:"
                + " [{ip: %s, prefix-length: 24}]}, bridge: {port: [{name: ens4}]}}]}")
            .formatted(ip),
        Map.of("kubernetes.io/hostname", "w1"));
  }

  @Test
  void findsTheBridgeOfALocalnet() {
    stage.policy(OVS);

    assertThat(
            stage
                .definition(
                    "vms/a",
                    "{type: ovn-k8s-cni-overlay, topology: localnet, name: a, physicalNetworkName: corp, vlanID: 5}")
                .codes())
        .isEmpty();
    assertThat(
            stage
                .definition(
                    "vms/corp", "{type: ovn-k8s-cni-overlay, topology: localnet, vlanID: 5}")
                .codes())
        .isEmpty();
  }

  @Test
  void asksTheBridgeOfALocalnetForItsVlan() {
    stage.policy(OVS.replace("{name: ens4}", "{name: ens4, vlan: {mode: access, tag: 7}}"));

    assertThat(
            stage
                .definition(
                    "vms/corp", "{type: ovn-k8s-cni-overlay, topology: localnet, vlanID: 5}")
                .places())
        .containsExactly("KVN-X013 config.vlanID");
  }

  @Test
  void missesALocalnetWhenNoOtherPolicyComes() {
    stage.policy(OVS);
    stage.run.policiesAreComplete();

    assertThat(
            stage
                .definition("vms/ovn", "{type: ovn-k8s-cni-overlay, topology: localnet, name: ovn}")
                .places())
        .containsExactly("KVN-X036 config.name");
    assertThat(
            stage
                .definition("vms/l2", "{type: ovn-k8s-cni-overlay, topology: layer2, name: l2}")
                .codes())
        .isEmpty();
  }

  @Test
  void wantsTheMarkerOfItsBridge() {
    var key = "k8s.v1.cni.cncf.io/resourceName";

    assertThat(marked(Map.of(key, "bridge.network.kubevirt.io/br1"))).isEmpty();
    assertThat(marked(Map.of(key, "example.com/other"))).isEmpty();
    assertThat(marked(Map.of(key, "bridge.network.kubevirt.io/br2"))).isEqualTo("KVN-X031");
  }

  private String marked(Map<String, String> annotations) {
    return String.join(
        " ",
        new NetworkStage()
            .definition("east", "vms/lan", annotations, "{type: bridge, bridge: br1}")
            .codes());
  }

  @Test
  void warnsOfAddressesFromABookPerNodeWhereTheBridgeJoinsTheNodes() {
    var config = "{type: bridge, bridge: br1, ipam: {type: host-local, subnet: 10.1.0.0/24}}";
    stage.policy(BRIDGE);
    assertThat(stage.definition("pods/lan", config).places())
        .containsExactly("KVN-X040 config.ipam.type");

    var one = new NetworkStage();
    one.policy(BRIDGE, Map.of("kubernetes.io/hostname", "w1"));
    assertThat(one.definition("pods/lan", config).codes()).isEmpty();

    var apart = new NetworkStage();
    apart.policy("{interfaces: [{name: br1, type: linux-bridge, state: up}]}");
    assertThat(apart.definition("pods/lan", config).codes()).isEmpty();
  }

  @Test
  void tellsThePolicyThatComesLater() {
    stage.definition("vms/lan", "{type: bridge, bridge: br1, vlan: 1}");

    var told = stage.policy(BRIDGE);

    assertThat(told.codes()).containsExactly("KVN-X013");
    assertThat(told.findings().get(0).what())
        .isEqualTo(
            "definition vms/lan does not fit: br1 does not carry VLAN 1 (it carries 2-4094).");
  }

  @Test
  void findsTheSameOnAllPoliciesOfABridgeOnce() {
    stage.policy(BRIDGE, Map.of("rack", "a"));
    stage.policy(BRIDGE, Map.of("rack", "b"));

    assertThat(stage.definition("vms/lan", "{type: bridge, bridge: br1, vlan: 1}").codes())
        .containsExactly("KVN-X013");
  }

  @Test
  void leavesAnotherClusterAlone() {
    stage.policy(BRIDGE);

    assertThat(
            stage
                .definition("west", "vms/lan", Map.of(), "{type: bridge, bridge: br1, vlan: 1}")
                .codes())
        .isEmpty();
  }

  @Test
  void saysNothingOfWhatIsNotKnownYet() {
    stage.policy(BRIDGE);

    var vlan = stage.definition("vms/a", "{type: bridge, bridge: br1, vlan: '${unknown}'}");
    assertThat(vlan.findings()).isEmpty();
    assertThat(vlan.notChecked()).containsExactly("config.vlan: known after apply");
    assertThat(
            stage.definition("vms/b", "{type: bridge, bridge: '${unknown}', vlan: 1}").findings())
        .isEmpty();
    assertThat(stage.definition("vms/c", "'${unknown}'").findings()).isEmpty();
  }

  @Test
  void printsNothingSecret() {
    stage.policy(BRIDGE);
    stage.run.policiesAreComplete();

    var told = stage.definition("vms/a", "{type: bridge, bridge: '${secret:hidden7}'}");

    assertThat(told.codes()).containsExactly("KVN-X030");
    assertThat(told.toString()).doesNotContain("hidden7");
  }
}
