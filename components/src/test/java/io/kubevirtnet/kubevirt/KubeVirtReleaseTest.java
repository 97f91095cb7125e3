package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeVirtReleaseTest {

  @ParameterizedTest
  @CsvSource({"1.8,V1_8", "v1.8.4,V1_8", "1.9,V1_9", "v1.9.0,V1_9", "1.9.0-rc.1,V1_9"})
  void readsAVersion(String version, KubeVirtRelease release) {
    var reading = KubeVirtRelease.parse(version);

    assertThat(reading.release()).contains(release);
    assertThat(reading.remark()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "v1.11.3", "2.0"})
  void takesTheNewestForANewerOneAndSaysSo(String version) {
    var reading = KubeVirtRelease.parse(version);

    assertThat(reading.release()).contains(KubeVirtRelease.V1_9);
    assertThat(reading.remark()).contains("newer").endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.7", "v0.59.2", "1.0"})
  void refusesAnOlderOne(String version) {
    var reading = KubeVirtRelease.parse(version);

    assertThat(reading.release()).isEmpty();
    assertThat(reading.remark()).contains("1.8 is the oldest").endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v", "1", "one", "1.x", "-1.9", "1.999999999999", "1..9"})
  void refusesWhatIsNoVersion(String version) {
    var reading = KubeVirtRelease.parse(version);

    assertThat(reading.release()).isEmpty();
    assertThat(reading.remark()).contains("no version");
  }

  @Test
  void knowsItsOrder() {
    assertThat(KubeVirtRelease.newest()).isEqualTo(KubeVirtRelease.V1_9);
    assertThat(KubeVirtRelease.V1_8.isAtLeast(KubeVirtRelease.V1_9)).isFalse();
  }
}
