package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformReleaseTest {

  @ParameterizedTest
  @CsvSource({"4.10,V4_10", "v4.11.3,V4_11", "4.12.0-rc.1,V4_12", "v4.12,V4_12"})
  void readsAVersion(String version, PlatformRelease release) {
    var reading = PlatformRelease.parse(version);

    assertThat(reading.release()).contains(release);
    assertThat(reading.remark()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.13", "v4.100.0", "5.0"})
  void takesTheNewestForANewerOneAndSaysSo(String version) {
    var reading = PlatformRelease.parse(version);

    assertThat(reading.release()).contains(PlatformRelease.V4_12);
    assertThat(reading.remark())
        .startsWith("vCluster Platform ")
        .endsWith("those of 4.12 are taken.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.9", "v4.1.0", "3.20"})
  void refusesAnOlderOne(String version) {
    var reading = PlatformRelease.parse(version);

    assertThat(reading.release()).isEmpty();
    assertThat(reading.remark()).contains("4.10 is the oldest").endsWith(".");
  }

  @Test
  void refusesWhatIsNoVersion() {
    assertThat(PlatformRelease.parse("newest").remark())
        .isEqualTo("\"newest\" is no version of vCluster Platform, like 4.12 or v4.12.0.");
  }
}
