package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterConfigurationTest {

  @Test
  void isAsKubeVirtComes() {
    var config = ClusterConfiguration.of(KubeVirtRelease.V1_9);

    assertThat(config.defaultInterface()).isEqualTo("bridge");
    assertThat(config.permitBridge()).isTrue();
    assertThat(config.plugins()).isEmpty();
    assertThat(config.isLiveUpdate()).isTrue();
    assertThat(config.workloadUpdateMethods()).isEmpty();
    assertThat(config.dynamicNetworks()).isEmpty();
  }

  @Test
  void readsAKubeVirtObject() throws IOException {
    var config =
        read(
            """
            spec:
              workloadUpdateStrategy: {workloadUpdateMethods: [LiveMigrate]}
              configuration:
                vmRolloutStrategy: Stage
                developerConfiguration: {featureGates: [PortRangesSpec], disabledFeatureGates: [PasstBinding]}
                network:
                  defaultNetworkInterface: masquerade
                  permitBridgeInterfaceOnPodNetwork: false
                  binding:
                    passt: {migration: {}, computeResourceOverhead: {requests: {memory: 250Mi}}}
                    macvtap: {domainAttachmentType: tap}
            """);

    assertThat(config.defaultInterface()).isEqualTo("masquerade");
    assertThat(config.permitBridge()).isFalse();
    assertThat(config.isOn("PortRangesSpec")).isTrue();
    assertThat(config.isOn("PasstBinding")).isFalse();
    assertThat(config.isLiveUpdate()).isFalse();
    assertThat(config.workloadUpdateMethods()).contains(List.of("LiveMigrate"));
    assertThat(config.plugins())
        .contains(
            Map.of(
                "passt", new RegisteredPlugin(true, Optional.of("250Mi")),
                "macvtap", new RegisteredPlugin(false, Optional.empty())));
  }

  @Test
  void ignoresAnObjectWithADefaultInterfaceThatIsNone() throws IOException {
    var config =
        read(
            """
            spec: {configuration: {network: {defaultNetworkInterface: none, permitBridgeInterfaceOnPodNetwork: false}}}
            """);

    assertThat(config).isEqualTo(ClusterConfiguration.of(KubeVirtRelease.V1_9));
  }

  @Test
  void isOpenWhereTheObjectIs() {
    var gates = Tree.of("featureGates", new Unknown(Marks.NONE));
    var object =
        Tree.of("spec", Tree.of("configuration", Tree.of("developerConfiguration", gates)));

    assertThat(ClusterConfiguration.of(KubeVirtRelease.V1_9, object).open()).isTrue();
  }

  @Test
  void switchesBetaOnSinceOneNine() {
    var older = ClusterConfiguration.of(KubeVirtRelease.V1_8);
    var newer = ClusterConfiguration.of(KubeVirtRelease.V1_9);

    assertThat(older.isOn("PasstBinding")).isFalse();
    assertThat(older.withGates(Set.of("PasstBinding"), Set.of()).isOn("PasstBinding")).isTrue();
    assertThat(newer.isOn("PasstBinding")).isTrue();
    assertThat(newer.isOn("PortRangesSpec")).isFalse();
    assertThat(newer.withGates(Set.of(), Set.of("LiveUpdateNADRef")).isOn("LiveUpdateNADRef"))
        .isTrue();
    assertThat(newer.withGates(Set.of("Macvtap"), Set.of()).isOn("NoSuchGate")).isFalse();
  }

  private static ClusterConfiguration read(String yaml) throws IOException {
    return ClusterConfiguration.of(
        KubeVirtRelease.V1_9, (Fields) Tree.of((Object) YamlStack.YAML.readValue(yaml, Map.class)));
  }
}
