package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void leavesMachinesFreeToReachAllNamespacesAsMultusDoes() {
    assertThat(read("{}").isolation()).isEqualTo(Isolation.OFF);
    assertThat(read("{namespaceIsolation: false}").isolation()).isEqualTo(Isolation.OFF);
  }

  @Test
  void isolatesNamespacesAllButThoseOfMultus() {
    assertThat(read("{namespaceIsolation: true}").isolation())
        .isEqualTo(new Isolation(true, List.of("default")));
    assertThat(read("{namespaceIsolation: true, globalNamespaces: [net]}").isolation())
        .isEqualTo(new Isolation(true, List.of("net")));
    assertThat(read("{namespaceIsolation: true, globalNamespaces: []}").isolation())
        .isEqualTo(new Isolation(true, List.of()));
  }

  @Test
  void refusesOtherTypes() {
    assertThat(read("{namespaceIsolation: 'yes', globalNamespaces: net}").findings())
        .extracting(Finding::path)
        .extracting(Object::toString)
        .containsExactly("namespaceIsolation", "globalNamespaces");
  }

  private static Settings read(String config) {
    return Settings.read((Fields) YamlStack.value(config));
  }
}
