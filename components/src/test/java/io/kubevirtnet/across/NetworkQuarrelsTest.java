package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two network definitions of one run do to each other. */
class NetworkQuarrelsTest {
  private static final String OVN = "{type: ovn-k8s-cni-overlay, name: net, topology: %s%s}";

  private final NetworkStage stage = new NetworkStage();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vlanID: 20",
        "physicalNetworkName: other",
        "role: primary",
        "allowPersistentIPs: true",
        "mtu: 1400",
        "subnets: 10.0.0.0/16",
        "subnets: 10.1.0.0/16, excludeSubnets: 10.1.1.0/24",
        "transport: evpn"
      })
  void takesOneOvnNetworkForAllDefinitionsOfItsName(String keys) {
    stage.definition("vms/a", OVN.formatted("localnet", ", mtu: 1500, subnets: 10.1.0.0/16"));

    var told =
        stage.definition(
            "db/a",
            OVN.formatted(
                "localnet",
                ", "
                    + (keys.startsWith("mtu") ? "" : "mtu: 1500, ")
                    + (keys.startsWith("subnets") ? "" : "subnets: 10.1.0.0/16, ")
                    + keys));

    assertThat(told.codes()).containsExactly("KVN-X037");
    assertThat(told.findings().get(0).upstream())
        .hasValueSatisfying(
            u ->
                assertThat(u.message())
                    .isEqualTo("NAD db/a CNI config does not match that of network net"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subnets: '10.1.0.0/16,fd00::/64'",
        "subnets: 'fd00::/64, 10.1.0.9/16', role: secondary",
        "subnets: '10.1.0.0/16,fd00::/64', vlanID: 5, allowPersistentIPs: false"
      })
  void letsDefinitionsSayTheSameInOtherWords(String keys) {
    stage.definition("vms/a", OVN.formatted("layer2", ", subnets: '10.1.0.0/16,fd00::/64'"));

    assertThat(stage.definition("db/a", OVN.formatted("layer2", ", " + keys)).codes()).isEmpty();
  }

  @Test
  void letsALayer3NetworkGrow() {
    stage.definition("vms/a", OVN.formatted("layer3", ", subnets: 10.1.0.0/16"));

    assertThat(
            stage
                .definition("db/a", OVN.formatted("layer3", ", subnets: '10.1.0.0/16,10.2.0.0/16'"))
                .codes())
        .isEmpty();
  }

  @Test
  void cannotTellAnMtuThatIsLeftToTheCluster() {
    stage.definition("vms/a", OVN.formatted("layer2", ", mtu: 1400"));

    var told = stage.definition("db/a", OVN.formatted("layer2", ""));

    assertThat(told.findings()).isEmpty();
    assertThat(told.notChecked()).singleElement().asString().contains("the same MTU");
  }

  @Test
  void toldOfTheFieldsThatDiffer() {
    stage.definition("vms/a", OVN.formatted("localnet", ", vlanID: 10"));

    assertThat(stage.definition("db/a", OVN.formatted("layer2", "")).findings())
        .extracting(Finding::what)
        .containsExactly("a and definition vms/a are the network net, and differ in topology.");
  }

  @Test
  void letsTheSameNetworkBeInSeveralNamespaces() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1}");

    assertThat(stage.definition("db/lan", "{type: bridge, bridge: br1, name: lan}").codes())
        .isEmpty();
  }

  @Test
  void tellsOfOneNameForTwoNetworks() {
    stage.definition("vms/lan", "{type: bridge, name: lan, bridge: br1}");

    assertThat(stage.definition("db/lan", "{type: bridge, name: lan, bridge: br2}").places())
        .containsExactly("KVN-X039 config.name");
  }

  @Test
  void warnsOfOneDirectoryForTwoAddressBooks() {
    stage.definition("pods/a", macvlan("n", "ens4", "{type: host-local, subnet: 10.1.0.0/24}"));

    assertThat(
            stage
                .definition(
                    "pods/b", macvlan("n", "ens5", "{type: host-local, subnet: 10.2.0.0/24}"))
                .codes())
        .containsExactly("KVN-X038");
    assertThat(
            stage
                .definition(
                    "pods/c",
                    macvlan("n", "ens6", "{type: host-local, dataDir: /d, subnet: 10.3.0.0/24}"))
                .codes())
        .containsExactly("KVN-X039");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: host-local, subnet: 10.1.0.0/24} | KVN-X041",
        "{type: host-local, ranges: [[{subnet: 10.0.0.0/8, rangeStart: 10.1.0.9, rangeEnd: 10.1.0.9}]]} | KVN-X041",
        "{type: host-local, subnet: 10.1.0.0/24, rangeStart: 10.1.0.100} |",
        "{type: static, addresses: [{address: 10.1.0.7/24}]} | KVN-X041",
        "{type: static, addresses: [{address: 10.1.0.70/24}]} |",
        "{type: whereabouts, range: 10.1.0.9-10.1.0.20/24, network_name: b} | KVN-X041",
        "{type: whereabouts, range: 10.1.0.0/24} |",
        "{type: whereabouts, range: 10.1.0.0/24, network_name: b, exclude: [10.1.0.0/26]} |",
        "{type: dhcp} |"
      })
  void warnsOfTwoAuthoritiesForOneNetwork(String ipam, String code) {
    stage.definition(
        "pods/a",
        macvlan("a", "ens4", "{type: whereabouts, range: 10.1.0.0/24, range_end: 10.1.0.50}"));

    var codes = stage.definition("pods/b", macvlan("b", "ens4", ipam)).codes();

    assertThat(String.join(" ", codes)).isEqualTo(code == null ? "" : code);
  }

  @Test
  void letsAnotherNetworkHaveTheSameAddresses() {
    var ipam = "{type: host-local, subnet: 10.1.0.0/24}";
    stage.definition("pods/a", macvlan("a", "ens4", ipam));

    assertThat(stage.definition("pods/b", macvlan("b", "ens5", ipam)).codes()).isEmpty();
  }

  private static String macvlan(String name, String master, String ipam) {
    return "{type: macvlan, name: %s, master: %s, ipam: %s}".formatted(name, master, ipam);
  }
}
