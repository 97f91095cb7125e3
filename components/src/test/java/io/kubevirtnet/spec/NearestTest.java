package io.kubevirtnet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("bridgeName", "uplink", "mtu");

  @Test
  void findsWhatAMisspeltNameMeans() {
    assertThat(Nearest.to("bridgeNam", KNOWN)).contains("bridgeName");
    assertThat(Nearest.to("BRIDGENAME", KNOWN)).contains("bridgeName");
    assertThat(Nearest.to("upLinks", KNOWN)).contains("uplink");
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(Nearest.to("gateway", KNOWN)).isEmpty();
  }
}
