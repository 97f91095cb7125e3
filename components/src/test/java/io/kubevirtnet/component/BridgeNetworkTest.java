package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.Placed;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the golden pairs do not show: what is unknown, where addresses come from, and groups. */
class BridgeNetworkTest {
  private static final String STATE = "children/0/spec/desiredState/";
  private static final String GROUPS =
      "nodeGroups: [{name: a, nodeSelector: {rack: a}, uplink: {nic: ens4}},"
          + " {name: b, nodeSelector: {rack: b}, uplink: {nic: %s}}]";

  @Test
  void makesOnePolicyPerGroupOfNodes() {
    var expansion = expand(GROUPS.formatted("ens5"));

    assertThat(expansion.children()).extracting(Child::name).containsExactly("br1-a", "br1-b");
    assertThat(plain(expansion, "children/1/metadata/name")).isEqualTo("br1-b");
    assertThat(plain(expansion, "children/1/spec/nodeSelector/rack")).isEqualTo("b");
  }

  @Test
  void letsTheCardOfAGroupBeKnownLater() {
    var expansion = expand(GROUPS.formatted("\"${unknown}\""));

    assertThat(expansion.errors()).isEmpty();
    assertThat(expansion.children()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodeGroups: \"${unknown}\"",
        "nodeGroups: [\"${unknown}\"]",
        "nodeGroups: [{name: \"${unknown}\", nodeSelector: {rack: a}}]",
        "kind: \"${unknown}\""
      })
  void mustKnowInAPreviewWhatPoliciesThereAre(String inputs) {
    assertThat(expand(inputs).errors()).extracting(Finding::code).containsOnly("KVN-X005");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uplink: \"${unknown}\"",
        "uplink: {bond: \"${unknown}\"}",
        "interfaces: \"${unknown}\""
      })
  void leavesInterfacesOpenWhileTheirNumberIs(String inputs) {
    assertThat(at(expand(inputs), STATE + "interfaces")).isInstanceOf(Unknown.class);
  }

  @Test
  void leavesPortsOpenWhileTheirNumberIs() {
    assertThat(at(expand("ports: \"${unknown}\""), STATE + "interfaces/0/bridge/port"))
        .isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {nic: ens4}                                                       | ens4
          {nic: ens4, vlanId: 30}                                           | ens4.30
          {nic: ens4, vlanId: 30, vlanName: lan}                            | lan
          {bond: {mode: active-backup, ports: [ens4, ens5]}}                | ens4
          {bond: {mode: active-backup, ports: [ens4, ens5]}, addressFrom: bond0} | bond0
          {bond: {mode: active-backup, ports: [ens4, ens5]}, vlanId: 30}    | bond0.30
          """)
  void takesAddressesFromWhatBecomesAPort(String uplink, String source) {
    var expansion = expand("ipv4: {mode: from-uplink}, uplink: " + uplink);

    assertThat(plain(expansion, "children/0/spec/capture/uplink"))
        .isEqualTo("interfaces.name==\"" + source + "\"");
    assertThat(expansion.notChecked())
        .anySatisfy(n -> assertThat(n.why()).contains("static routes over " + source));
  }

  @Test
  void capturesNothingThatItDoesNotNeed() {
    var without = expand("uplink: {nic: ens4}, ipv4: {mode: dhcp}");

    assertThat(new Placed("children/0/spec/capture").in(without)).isEmpty();
  }

  @Test
  void keepsWhereEachNameWasWritten() {
    var expansion = expand(GROUPS.formatted("ens5"));
    var port =
        (Scalar) at(expansion, "children/1/spec/desiredState/interfaces/0/bridge/port/0/name");

    assertThat(port.written()).map(PropertyPath::text).contains("nodeGroups[1].uplink.nic");
  }

  @Test
  void warnsOfOneAddressForManyNodesOnly() {
    var fixed = "uplink: {nic: ens4}, ipv4: {mode: static, addresses: [10.0.0.7/24]}";

    assertThat(expand(fixed).findings()).extracting(Finding::code).containsExactly("KVN-N024");
    assertThat(expand(fixed + ", nodeSelector: {kubernetes.io/hostname: node1}").findings())
        .isEmpty();
  }

  @Test
  void saysOnceWhatAllGroupsShare() {
    var expansion = expand(GROUPS.formatted("ens5") + ", bridgeName: br-ex, maxUnavailable: half");

    assertThat(expansion.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("KVN-N002", "KVN-N007");
  }

  private static Expansion expand(String inputs) {
    return YamlStack.expand(
            "type: kubevirtnet:BridgeNetwork\nname: br1\nproperties: {rollout: plain, %s}\n"
                .formatted(inputs))
        .last();
  }

  private static Tree at(Expansion expansion, String place) {
    return new Placed(place).in(expansion).orElseThrow();
  }

  private static Object plain(Expansion expansion, String place) {
    return at(expansion, place).plain();
  }
}
