package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a machine is told about the networks that it names. */
class UseTest {
  private static final String LAN = "{type: bridge, name: lan, bridge: br1}";
  private static final String BRIDGE =
      "{interfaces: [{name: br1, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]}";

  private final NetworkStage stage = new NetworkStage();

  @Test
  void findsADefinitionOfItsOwnNamespaceAndAnyOtherByItsFullName() {
    stage.definition("vms/lan", LAN);
    stage.run.definitionsAreComplete();

    assertThat(stage.machine("vms", "lan")).returns(true, t -> t.findings().isEmpty());
    assertThat(stage.machine("db", "vms/lan")).returns(true, t -> t.findings().isEmpty());
  }

  @Test
  void missesABareNameOfAnotherNamespace() {
    stage.definition("default/lan", LAN);
    stage.run.definitionsAreComplete();

    var told = stage.machine("vms", "lan");

    assertThat(told.places()).containsExactly("KVN-X042 networkName");
    assertThat(told.findings().get(0).fix()).startsWith("Did you mean default/lan?");
  }

  @Test
  void missesAMisspeltName() {
    stage.definition("vms/corporate", LAN);
    stage.run.definitionsAreComplete();

    assertThat(stage.machine("vms", "corprate").findings().get(0).fix())
        .startsWith("Did you mean vms/corporate?");
  }

  @Test
  void cannotTellWhetherTheClusterHasIt() {
    stage.definition("other/net", LAN);
    stage.run.definitionsAreComplete();

    assertThat(stage.machine("vms", "lan").notChecked())
        .containsExactly("networkName: attachment vms/lan is not managed here");
  }

  @Test
  void missesNothingWhileOthersMayCome() {
    stage.definition("default/lan", LAN);

    assertThat(stage.machine("vms", "lan").findings()).isEmpty();
  }

  @Test
  void reachesOtherNamespacesOnlyWithoutIsolation() {
    stage.definition("net/lan", LAN);
    assertThat(stage.machine("vms", "net/lan").codes()).isEmpty();

    stage.isolated("default");
    assertThat(stage.machine("vms", "net/lan").codes()).containsExactly("KVN-X043");
    assertThat(stage.machine("net", "net/lan").codes()).isEmpty();
    assertThat(stage.machine("net", "lan").codes()).isEmpty();

    stage.isolated("default", "net");
    assertThat(stage.machine("vms", "net/lan").codes()).isEmpty();
  }

  @Test
  void namesTheNamespaceOfADefaultNetwork() {
    assertThat(stage.machine("vms", "lan", true, Map.of()).findings().get(0))
        .returns("KVN-X044", f -> f.code())
        .returns("Write vms/lan.", f -> f.fix());
  }

  @Test
  void takesNoDefaultNetworkWithoutAddresses() {
    stage.definition("vms/l2", LAN);
    stage.definition(
        "vms/l3",
        "{type: bridge, name: l3, bridge: br1, ipam: {type: whereabouts, range: 10.0.0.0/24}}");
    stage.definition(
        "vms/ovn",
        "{type: ovn-k8s-cni-overlay, name: ovn, topology: layer2, subnets: 10.5.0.0/16}");

    assertThat(stage.machine("vms", "vms/l2", true, Map.of()).codes()).containsExactly("KVN-X046");
    assertThat(stage.machine("vms", "vms/l3", true, Map.of()).codes()).isEmpty();
    assertThat(stage.machine("vms", "vms/ovn", true, Map.of()).codes()).isEmpty();
  }

  @Test
  void landsOnlyWhereItsBridgeIs() {
    stage.policy(BRIDGE, Map.of("rack", "a", "node-role.kubernetes.io/worker", ""));
    stage.definition("vms/lan", LAN);

    assertThat(stage.machine("vms", "lan").codes()).containsExactly("KVN-X034");
    assertThat(stage.machine("vms", "lan", false, Map.of("rack", "b")).codes())
        .containsExactly("KVN-X034");
    assertThat(stage.machine("vms", "lan", false, Map.of("rack", "a")).codes()).isEmpty();
  }

  @Test
  void landsOnAnyWorkerWhereAllHaveTheBridge() {
    stage.policy(BRIDGE, Map.of("node-role.kubernetes.io/worker", ""));
    stage.definition("vms/lan", LAN);

    assertThat(stage.machine("vms", "lan").codes()).isEmpty();
  }

  @Test
  void followsTheMarkerOfTheBridge() {
    stage.policy(BRIDGE, Map.of("rack", "a"));
    stage.definition(
        "east",
        "vms/lan",
        Map.of("k8s.v1.cni.cncf.io/resourceName", "bridge.network.kubevirt.io/br1"),
        LAN);

    assertThat(stage.machine("vms", "lan").codes()).isEmpty();
  }
}
