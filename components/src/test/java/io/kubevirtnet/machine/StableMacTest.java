package io.kubevirtnet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.link.MacAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableMacTest {

  /** Guests know these addresses, so no release may give another one. */
  @ParameterizedTest
  @CsvSource({
    "vms, web, lan, 02:59:0f:71:2f:bb",
    "vms, web, default, 02:f8:b2:e6:82:4b",
    "vms, it, lan, 02:27:e9:b9:6d:ac",
    "a, b, c, 02:d7:6a:7b:72:66"
  })
  void isTheSameForEver(String namespace, String machine, String network, String mac) {
    assertThat(StableMac.of(namespace, machine, network)).isEqualTo(mac);
  }

  @Test
  void isUnicastAndAnotherOneForEachMachine() {
    var macs =
        IntStream.range(0, 2000).mapToObj(i -> StableMac.of("vms", "web-" + i, "lan")).toList();

    assertThat(macs).doesNotHaveDuplicates().allMatch(m -> MacAddress.problem(m).isEmpty());
  }
}
