package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "fe80:0:0:0:0:0:0:1, fe80::1",
    "::ffff:10.0.0.1, 10.0.0.1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0"
  })
  void readsAndPrintsAddressesAsGoDoes(String text, String printed) {
    assertThat(GoIp.parse(text)).map(GoIp::toString).hasValue(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.1.",
        "10..0.1",
        "1.2.3.4.5",
        ":",
        ":1",
        "1:",
        ":::",
        "1::2::3",
        "12345::",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "fe80::1%eth0",
        "::10.0.0.256",
        "1:2:3:4:5:6:7:1.2.3.4",
        "g::",
        "10.0.0.1/24",
        "٣::"
      })
  void readsNothingElse(String text) {
    assertThat(GoIp.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5/24, 10.0.0.0, 10.0.0.255",
    "10.0.0.5/32, 10.0.0.5, 10.0.0.5",
    "10.0.0.5/0, 0.0.0.0, 255.255.255.255",
    "2001:db8::5/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8::5/120, 2001:db8::, 2001:db8::ff",
    "2001:db8::5/128, 2001:db8::5, 2001:db8::5",
    "2001:db8::/024, 2001:d00::, 2001:dff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void knowsWhereANetworkStartsAndEnds(String text, String first, String last) {
    var network = GoNetwork.parse(text).orElseThrow();

    assertThat(network.ip().masked(network.length())).hasToString(first);
    assertThat(network.ip().last(network.length())).hasToString(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+4", "::/129", "/24"})
  void readsNoNetworkWithoutALengthThatFits(String text) {
    assertThat(GoNetwork.parse(text)).isEmpty();
  }

  @Test
  void stepsOverTheHalvesOfAnAddress() {
    var last = GoIp.parse("2001:db8::ffff:ffff:ffff:ffff").orElseThrow();

    assertThat(last.next()).hasToString("2001:db8:0:1::");
    assertThat(last.next().previous()).isEqualTo(last);
  }
}
