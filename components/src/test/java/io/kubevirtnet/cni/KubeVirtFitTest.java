package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.cni.KubeVirtFit.Binding;
import io.kubevirtnet.cni.KubeVirtFit.Mac;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubeVirtFitTest {
  @Test
  void connectsBridgesByBridgeAndDevicesByThemselves() {
    assertThat(fit("bridge").fits(Binding.BRIDGE)).isTrue();
    assertThat(fit("ovn-k8s-cni-overlay").fits(Binding.BRIDGE)).isTrue();
    assertThat(fit("sriov").bindings()).containsExactly(Binding.SRIOV);
    assertThat(fit("macvtap").bindings()).containsExactly(Binding.PLUGIN);
    assertThat(fit("macvlan").bindings()).isEmpty();
  }

  @Test
  void knowsWhoSetsTheMacAddress() {
    assertThat(Stream.of("bridge", "cnv-bridge", "ovs").map(t -> fit(t).mac()))
        .containsOnly(Mac.NATIVE);
    assertThat(Stream.of("flannel", "ptp").map(t -> fit(t).mac())).containsOnly(Mac.WITH_TUNING);
    assertThat(fit("sriov").mac()).isEqualTo(Mac.NOT_NEEDED);
  }

  @Test
  void saysNothingOfAPluginThatNobodyKnows() {
    assertThat(KubeVirtFit.of("bridges")).isEmpty();
  }

  private static KubeVirtFit fit(String type) {
    return KubeVirtFit.of(type).orElseThrow();
  }
}
