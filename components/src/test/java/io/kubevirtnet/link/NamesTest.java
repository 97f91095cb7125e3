package io.kubevirtnet.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"br1", "ens5f0np0", "fifteen-bytes-x", "bond0.100", "Ünïcödé"})
  void takesInterfaceNamesThatTheKernelTakes(String name) {
    assertThat(InterfaceName.problem(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a/b", "a b", "a:b", "sixteen-bytes-xx", "Ünïcödé-Ünïcödé", "a\tb"})
  void refusesInterfaceNamesThatTheKernelRefuses(String name) {
    assertThat(InterfaceName.problem(name)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"VMs,vms", "Br1_Policy,br1-policy", "--,net", "a..b,a-b", "0lan,lan"})
  void proposesALabelThatIsOne(String name, String label) {
    assertThat(KubernetesName.labelLike(name)).isEqualTo(label);
    assertThat(KubernetesName.isLabel(label)).isTrue();
  }

  @Test
  void limitsNamesAsTheApiServerDoes() {
    assertThat(KubernetesName.isLabel("a".repeat(63))).isTrue();
    assertThat(KubernetesName.isLabel("a".repeat(64))).isFalse();
    assertThat(KubernetesName.isSubdomain("a.".repeat(126) + "a")).isTrue();
    assertThat(KubernetesName.isSubdomain("a.".repeat(126) + "aa")).isFalse();
    assertThat(KubernetesName.isLabelKey("node-role.kubernetes.io/worker")).isTrue();
    assertThat(KubernetesName.isLabelKey("a/b/c")).isFalse();
    assertThat(KubernetesName.isLabelValue("")).isTrue();
    assertThat(KubernetesName.isLabelValue("-a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.100.0.0/24", "2001:db8::/64", "10.0.0.4/30"})
  void readsNetworksWithoutHostBits(String text) {
    assertThat(IpNetwork.parse(text))
        .hasValueSatisfying(n -> assertThat(n.hasHostBits()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({"10.100.0.5/24,10.100.0.0/24", "2001:db8::1/64,2001:db8::/64"})
  void showsTheNetworkOfAnAddress(String text, String network) {
    assertThat(IpNetwork.parse(text).orElseThrow().hasHostBits()).isTrue();
    assertThat(IpNetwork.parse(text).orElseThrow().withoutHostBits()).hasToString(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.100.0.0", "10.100.0.0/33", "10.100.0/24", "*/24", "10.0.0.1-5/24", "", "/24"})
  void refusesWhatIsNoNetwork(String text) {
    assertThat(IpNetwork.parse(text)).isEmpty();
  }
}
