package io.kubevirtnet.e2e.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulumiOnPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"v3.206.0", "v3.259.0", "3.300.1", "v3.259.0-dev.0"})
  void takesAReleaseThatSendsItsEventsOverGrpc(String version) {
    assertThat(PulumiOnPath.isSupported(version)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3.205.0", "v2.300.0", "v4.0.0", ""})
  void refusesOtherReleases(String version) {
    assertThat(PulumiOnPath.isSupported(version)).isFalse();
  }
}
