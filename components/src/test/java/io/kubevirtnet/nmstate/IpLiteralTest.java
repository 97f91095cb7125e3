package io.kubevirtnet.nmstate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "::, ::",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "::192.0.2.1, ::c000:201",
    "fe80::1, fe80::1"
  })
  void printsAddressesInOneWay(String text, String printed) {
    assertThat(IpLiteral.parse(text).orElseThrow()).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "192.0.2", "192.0.2.01", "192.0.2.256", "192.0.2.1.1", "1:2:3:4:5:6:7", "1::2::3",
        ":::", "1:2:3:4:5:6:7:8:9", "fe80::1%eth1", "12345::", "g::", ":1", "1:2:3:4:5:6:7:"
      })
  void refusesEverythingElse(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }
}
