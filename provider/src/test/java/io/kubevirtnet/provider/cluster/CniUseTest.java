package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CniUseTest {
  private final CniUse use = new CniUse(Set.of("br1"), Set.of("physnet"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"bridge\", \"bridge\": \"br1\"}",
        "{\"type\": \"cnv-bridge\", \"bridge\": \"br1\"}",
        "{\"type\": \"ovs\", \"bridge\": \"br1\"}",
        "{\"plugins\": [{\"type\": \"tuning\"}, {\"type\": \"bridge\", \"bridge\": \"br1\"}]}",
      })
  void findsTheBridge(String config) {
    assertThat(use.target(config)).contains("br1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"localnet\", \"name\": \"physnet\"}",
        "{\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"localnet\", \"name\": \"n\","
            + " \"physicalNetworkName\": \"physnet\"}",
      })
  void findsTheLocalnet(String config) {
    assertThat(use.target(config)).contains("physnet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"bridge\", \"bridge\": \"br2\"}",
        "{\"type\": \"macvlan\", \"master\": \"br1\"}",
        "{\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"layer2\", \"name\": \"physnet\"}",
        "{\"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"localnet\", \"name\": \"physnet\","
            + " \"physicalNetworkName\": \"other\"}",
        "no JSON",
        "",
      })
  void findsNothingElse(String config) {
    assertThat(use.target(config)).isEmpty();
  }

  @Test
  void aBridgeIsNoLocalnet() {
    assertThat(use.target("{\"type\": \"bridge\", \"bridge\": \"physnet\"}")).isEmpty();
  }
}
