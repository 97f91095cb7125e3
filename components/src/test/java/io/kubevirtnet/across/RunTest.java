package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
  private final Run run = new Run();

  @Test
  void findsAPortThatAnotherBridgeHasOnTheSameNodes() {
    assertThat(claim("east", bridge("br1", "ens4"), Map.of("rack", "a"))).isEmpty();
    assertThat(claim("east", bridge("br2", "ens4"), Map.of("rack", "a", "gpu", "yes")))
        .containsExactly("KVN-X010");
  }

  @Test
  void leavesOtherNodesAndOtherPortsAlone() {
    assertThat(claim("east", bridge("br1", "ens4"), Map.of("rack", "a"))).isEmpty();
    assertThat(claim("east", bridge("br1", "ens4"), Map.of("rack", "b"))).isEmpty();
    assertThat(claim("east", bridge("br2", "ens5"), Map.of("rack", "a"))).isEmpty();
  }

  @Test
  void leavesAnotherClusterAlone() {
    assertThat(claim("east", bridge("br1", "ens4"), Map.of())).isEmpty();
    assertThat(claim("west", bridge("br1", "ens4"), Map.of())).isEmpty();
  }

  @Test
  void findsEveryBridgeThatQuarrels() {
    claim("east", bridge("br1", "ens4"), Map.of("rack", "a"));
    claim("east", bridge("br2", "ens4"), Map.of("rack", "b"));

    assertThat(claim("east", bridge("br3", "ens4"), Map.of()))
        .containsExactly("KVN-X010", "KVN-X010");
  }

  @Test
  void findsThePortsOfBondsAndOfBondsInsideOpenVSwitch() {
    claim("east", "{name: bond0, type: bond, link-aggregation: {port: [ens4, ens5]}}", Map.of());

    assertThat(
            claim(
                "east",
                "{name: br2, type: ovs-bridge, bridge: {port: [{name: b, link-aggregation: {port:"
                    + " [{name: ens5}, {name: ens6}]}}]}}",
                Map.of()))
        .containsExactly("KVN-X010");
  }

  @Test
  void letsVlansStandOnTheSameInterface() {
    claim("east", bridge("br1", "bond0"), Map.of());

    assertThat(claim("east", vlan("bond0.10") + ", " + bridge("br2", "bond0.10"), Map.of()))
        .isEmpty();
    assertThat(claim("east", vlan("bond0.20") + ", " + bridge("br3", "bond0.20"), Map.of()))
        .isEmpty();
  }

  @Test
  void findsAnInterfaceThatTwoPoliciesMake() {
    claim("east", vlan("bond0.10"), Map.of());

    assertThat(claim("east", vlan("bond0.10"), Map.of())).containsExactly("KVN-X017");
  }

  @Test
  void findsAddressesOnAPortInEitherOrder() {
    var addressed = "{name: ens4, type: ethernet, ipv4: {enabled: true, dhcp: true}}";
    claim("east", bridge("br1", "ens4"), Map.of());
    claim("west", addressed, Map.of());

    assertThat(claim("east", addressed, Map.of())).containsExactly("KVN-X018");
    assertThat(claim("west", bridge("br1", "ens4"), Map.of())).containsExactly("KVN-X018");
  }

  @Test
  void leavesAddressesToThePortsOfAVrf() {
    claim("east", "{name: vrf1, type: vrf, vrf: {port: [ens4]}}", Map.of());

    assertThat(claim("east", "{name: ens4, ipv4: {enabled: true}}", Map.of())).isEmpty();
  }

  @Test
  void claimsNothingForWhatACaptureFillsIn() {
    claim("east", bridge("br1", "'{{ capture.nic.interfaces.0.name }}'"), Map.of());

    assertThat(claim("east", bridge("br2", "'{{ capture.nic.interfaces.0.name }}'"), Map.of()))
        .isEmpty();
  }

  @Test
  void claimsNothingForWhatIsTakenAway() {
    claim(
        "east",
        "{name: br1, type: linux-bridge, state: absent, bridge: {port: [{name: ens4}]}}",
        Map.of());

    assertThat(claim("east", bridge("br1", "ens4"), Map.of())).isEmpty();
  }

  @Test
  void saysWhatItCouldNotCompare() {
    var report = new Report();
    var labels = new LinkedHashMap<String, Value<String>>();
    labels.put("rack", new Value.Unknown<>(PropertyPath.ROOT, Marks.NONE));

    run.policy(new Claimant("BridgeNetwork br1", "east"), policy("", labels), report);

    assertThat(report.notChecked()).hasSize(1);
  }

  private List<String> claim(String cluster, String interfaces, Map<String, String> labels) {
    var report = new Report();
    var values = new LinkedHashMap<String, Value<String>>();
    labels.forEach((key, value) -> values.put(key, known(value)));
    run.policy(new Claimant("a policy", cluster), policy(interfaces, values), report);
    return report.findings().stream().map(Finding::code).toList();
  }

  private static String bridge(String name, String port) {
    return "{name: %s, type: linux-bridge, state: up, bridge: {port: [{name: %s}]}}"
        .formatted(name, port);
  }

  private static String vlan(String name) {
    return "{name: %s, type: vlan, state: up, vlan: {base-iface: bond0}}".formatted(name);
  }

  private static HostPolicy policy(String interfaces, Map<String, Value<String>> labels) {
    return new HostPolicy(
        known("p"),
        known(labels),
        new Value.Absent<>(PropertyPath.ROOT),
        YamlStack.expand("").read("{interfaces: [" + interfaces + "]}"),
        known("1"));
  }

  private static <T> Value<T> known(T value) {
    return Value.known(PropertyPath.ROOT, value);
  }
}
