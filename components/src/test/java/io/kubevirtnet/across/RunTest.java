package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.BridgePolicy;
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
    assertThat(claim("east", bridge("br1", "ens4", Map.of("rack", "a")))).isEmpty();
    assertThat(claim("east", bridge("br2", "ens4", Map.of("rack", "a", "gpu", "yes"))))
        .containsExactly("KVN-X010");
  }

  @Test
  void leavesOtherNodesAndOtherPortsAlone() {
    assertThat(claim("east", bridge("br1", "ens4", Map.of("rack", "a")))).isEmpty();
    assertThat(claim("east", bridge("br1", "ens4", Map.of("rack", "b")))).isEmpty();
    assertThat(claim("east", bridge("br2", "ens5", Map.of("rack", "a")))).isEmpty();
  }

  @Test
  void leavesAnotherClusterAlone() {
    assertThat(claim("east", bridge("br1", "ens4", Map.of()))).isEmpty();
    assertThat(claim("west", bridge("br1", "ens4", Map.of()))).isEmpty();
  }

  @Test
  void findsEveryBridgeThatQuarrels() {
    claim("east", bridge("br1", "ens4", Map.of("rack", "a")));
    claim("east", bridge("br2", "ens4", Map.of("rack", "b")));

    assertThat(claim("east", bridge("br3", "ens4", Map.of())))
        .containsExactly("KVN-X010", "KVN-X010");
  }

  @Test
  void saysWhatItCouldNotCompare() {
    var report = new Report();
    var labels = new LinkedHashMap<String, Value<String>>();
    labels.put("rack", new Value.Unknown<>(PropertyPath.ROOT, Marks.NONE));

    run.bridge(new Claimant("BridgeNetwork br1", "east"), policy("br1", "ens4", labels), report);

    assertThat(report.notChecked()).hasSize(1);
  }

  private List<String> claim(String cluster, BridgePolicy policy) {
    var report = new Report();
    run.bridge(
        new Claimant("BridgeNetwork " + policy.bridgeName().shown(), cluster), policy, report);
    return report.findings().stream().map(Finding::code).toList();
  }

  private static BridgePolicy bridge(String name, String nic, Map<String, String> labels) {
    var values = new LinkedHashMap<String, Value<String>>();
    labels.forEach((key, value) -> values.put(key, known(value)));
    return policy(name, nic, values);
  }

  private static BridgePolicy policy(String name, String nic, Map<String, Value<String>> labels) {
    return new BridgePolicy(
        known(name),
        known(name),
        known(nic),
        known(labels),
        known(IpMode.None),
        known(IpMode.None),
        new Value.Absent<>(PropertyPath.ROOT),
        known("1"));
  }

  private static <T> Value<T> known(T value) {
    return Value.known(PropertyPath.ROOT, value);
  }
}
