package io.kubevirtnet.netris;

import static io.kubevirtnet.netris.NetrisStory.DOCUMENTED;
import static io.kubevirtnet.netris.NetrisStory.pinned;
import static io.kubevirtnet.netris.NetrisStory.pinnedAndRead;
import static io.kubevirtnet.netris.NetrisStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetrisAddressRulesTest {
  private static final String DHCP = DOCUMENTED + ", dhcpRanges: [192.168.50.1-192.168.51.254]";

  private static String ranges(String ranges) {
    return "addresses: {nameservers: [192.168.48.2], ranges: [" + ranges + "]}";
  }

  private static String kubeVip(String kubeVip) {
    return "kubeVip: {vcluster: tenant-a, namespace: tenant-a, " + kubeVip + "}";
  }

  @Test
  void hasNothingAgainstRangesThatAreFree() {
    assertThat(
            pinned(DHCP + ", usedAddresses: [192.168.55.254]")
                .with(ranges("192.168.48.10-192.168.49.254, 192.168.52.1-192.168.52.99"))
                .with(kubeVip("address: 192.168.55.253"))
                .findings())
        .isEmpty();
  }

  @Test
  void wantsRangesOfTheSubnet() {
    assertThat(
            pinned(DOCUMENTED)
                .with(
                    ranges(
                        "192.168.49.9, 192.168.67.1-192.168.67.9, \"fd00::1-fd00::9\","
                            + " 192.168.47.250-192.168.48.9"))
                .lines())
        .extracting(l -> l.substring(0, l.indexOf(" Write")))
        .containsExactly(
            "KVN-T030 addresses.ranges[0]: \"192.168.49.9\" is not first-last with first not above"
                + " last.",
            "KVN-T030 addresses.ranges[1]: \"192.168.67.1-192.168.67.9\" is not inside"
                + " 192.168.48.0/21 (192.168.48.1 to 192.168.55.254).",
            "KVN-T030 addresses.ranges[2]: \"fd00::1-fd00::9\" is not inside 192.168.48.0/21"
                + " (192.168.48.1 to 192.168.55.254).",
            "KVN-T030 addresses.ranges[3]: \"192.168.47.250-192.168.48.9\" is not inside"
                + " 192.168.48.0/21 (192.168.48.1 to 192.168.55.254).");
  }

  @Test
  void namesWhatIsTakenAndWhatIsFree() {
    assertThat(
            pinned(DHCP + ", usedAddresses: [192.168.49.7]")
                .with(ranges("192.168.48.0-192.168.50.9, 192.168.55.200-192.168.55.255"))
                .lines())
        .containsExactly(
            "KVN-T031 addresses.ranges[0]: \"192.168.48.0-192.168.50.9\" has 192.168.48.0, the"
                + " network itself; 192.168.49.7, which is used. Free of it:"
                + " 192.168.48.1-192.168.49.6, 192.168.49.8-192.168.50.0.",
            "KVN-T032 addresses.ranges[0]: \"192.168.48.0-192.168.50.9\" meets"
                + " 192.168.50.1-192.168.51.254, which Netris gives out by DHCP. Free of it:"
                + " 192.168.48.1-192.168.49.6, 192.168.49.8-192.168.50.0.",
            "KVN-T031 addresses.ranges[1]: \"192.168.55.200-192.168.55.255\" has the gateway"
                + " 192.168.55.254; 192.168.55.255, the broadcast address. Free of it:"
                + " 192.168.55.200-192.168.55.253.");
  }

  @Test
  void countsAnAddressOnceInTwoRanges() {
    assertThat(
            pinned(DOCUMENTED)
                .with(ranges("192.168.48.1-192.168.48.9, 192.168.48.9-192.168.48.12"))
                .lines())
        .containsExactly(
            "KVN-T031 addresses.ranges[1]: \"192.168.48.9-192.168.48.12\" shares addresses with"
                + " another range. Keep to what is free.");
  }

  @Test
  void wantsRangesWhereNetrisGivesOutAddressesOfTheSubnet() {
    assertThat(
            pinned(DHCP + ", usedAddresses: [192.168.55.254]")
                .with("addresses: {nameservers: [192.168.48.2]}")
                .lines())
        .containsExactly(
            "KVN-T032 addresses.ranges: Without ranges machines get addresses of the whole subnet,"
                + " also 192.168.50.1-192.168.51.254, which Netris gives out by DHCP. Set ranges"
                + " to 192.168.48.1-192.168.50.0, 192.168.51.255-192.168.55.253.");
    assertThat(
            pinned(DOCUMENTED + ", usedAddresses: [192.168.55.254]")
                .with("addresses: {nameservers: [192.168.48.2]}")
                .lines())
        .isEmpty();
  }

  @Test
  void goesByWhatTheControllerKnowsBesidesPinnedFacts() {
    var machines = ranges("192.168.50.1-192.168.50.9");

    assertThat(pinnedAndRead(DOCUMENTED, DHCP).with(machines).lines())
        .singleElement()
        .asString()
        .startsWith("KVN-T032 addresses.ranges[0]: ");
    assertThat(read(DHCP).with(machines).lines())
        .singleElement()
        .asString()
        .startsWith("KVN-T032 addresses.ranges[0]: ");
  }

  @Test
  void wantsAnAddressForKubeVipThatIsFree() {
    var network =
        pinned(DHCP + ", usedAddresses: [192.168.49.7]").with(ranges("192.168.48.1-192.168.48.99"));

    assertThat(network.with(kubeVip("address: 192.168.67.253")).lines())
        .containsExactly(
            "KVN-T033 kubeVip.address: \"192.168.67.253\" is not inside 192.168.48.0/21"
                + " (192.168.48.1 to 192.168.55.254). Choose one that is free, for example"
                + " 192.168.55.253.");
    assertThat(network.with(kubeVip("address: 192.168.51.1")).lines())
        .singleElement()
        .asString()
        .contains("is not free: 192.168.50.1-192.168.51.254, which Netris gives out by DHCP.");
    assertThat(network.with(kubeVip("address: 192.168.49.7")).lines())
        .singleElement()
        .asString()
        .contains("192.168.49.7, which is used. Choose another; where Netris has it reserved");
    assertThat(network.with(kubeVip("address: 192.168.48.99")).lines())
        .singleElement()
        .asString()
        .contains("is in addresses.ranges, which machines get. Keep it out of addresses.ranges");
    assertThat(network.with(kubeVip("address: 192.168.55.254")).lines())
        .singleElement()
        .asString()
        .contains("is not free: the gateway 192.168.55.254.");
    assertThat(network.with(kubeVip("address: vip.example.com")).lines())
        .singleElement()
        .asString()
        .contains("is not an address.");
  }

  @Test
  void keepsTheAddressOfKubeVipOutOfTheWholeSubnet() {
    assertThat(
            pinned(DOCUMENTED)
                .with("addresses: {nameservers: [192.168.48.2]}")
                .with(kubeVip("address: 192.168.52.1"))
                .lines())
        .containsExactly(
            "KVN-T033 kubeVip.address: \"192.168.52.1\" is in the whole subnet, which addresses"
                + " without ranges gives to machines. Set addresses.ranges without it:"
                + " 192.168.48.1-192.168.52.0, 192.168.52.2-192.168.55.253.");
  }

  @Test
  void wantsFreeRangesForThePlatformToo() {
    var network = pinned(DHCP).with(ranges("192.168.48.1-192.168.48.99"));

    assertThat(
            network
                .with(
                    kubeVip(
                        "connector: netris, ranges: [192.168.52.1-192.168.52.9,"
                            + " 192.168.48.90-192.168.48.110, 192.168.51.250-192.168.52.3,"
                            + " 192.168.67.1-192.168.67.9, 192.168.52.7]"))
                .lines())
        .extracting(l -> l.substring(0, l.indexOf(" Write")))
        .containsExactly(
            "KVN-T034 kubeVip.ranges[1]: \"192.168.48.90-192.168.48.110\" is in addresses.ranges,"
                + " which machines get.",
            "KVN-T034 kubeVip.ranges[2]: \"192.168.51.250-192.168.52.3\" meets"
                + " 192.168.50.1-192.168.51.254, which Netris gives out by DHCP.",
            "KVN-T034 kubeVip.ranges[3]: \"192.168.67.1-192.168.67.9\" is not inside"
                + " 192.168.48.0/21 (192.168.48.1 to 192.168.55.254).",
            "KVN-T034 kubeVip.ranges[4]: \"192.168.52.7\" is not first-last with first not above"
                + " last.");
    assertThat(network.with(kubeVip("connector: netris")).lines())
        .singleElement()
        .asString()
        .startsWith("KVN-T035 kubeVip.ranges: It may be one of 192.168.50.1-");
    assertThat(pinned(DOCUMENTED).with(kubeVip("connector: netris")).lines()).isEmpty();
  }

  @Test
  void judgesNothingBeforeTheFactsAreKnown() {
    var expansion =
        NetrisStory.unknown()
            .with(ranges("192.168.67.1-192.168.67.9"))
            .with(kubeVip("address: 10.1.1.1"))
            .expansion();

    assertThat(expansion.findings()).isEmpty();
    assertThat(expansion.notChecked())
        .extracting(Object::toString)
        .contains(
            "addresses.ranges: whether they are free is known after apply",
            "kubeVip.address: whether it is free is known after apply");
  }

  @Test
  void proposesOnlyWhatIsFreeAndAllOfIt() {
    var random = new Random(8);
    for (int round = 0; round < 200; round++) {
      var taken =
          IntStream.range(0, random.nextInt(6))
              .mapToObj(i -> 1 + random.nextInt(250))
              .map(a -> "10.0.0." + a + "-10.0.0." + Math.min(254, a + random.nextInt(20)))
              .collect(Collectors.joining(", "));
      var inputs =
          FactsChangeStory.inputs(
              "vnet: a-b, gateway: 10.0.0.254/24, vlan: 3, dhcpRanges: [" + taken + "]");
      var gateway = VnetGateway.of(IpNetwork.parse("10.0.0.254/24").orElseThrow());
      var all = TakenAddresses.of(inputs, gateway);

      List<AddressRange> free = all.free(gateway.hosts());

      for (int host = 0; host < 256; host++) {
        var address = new IPAddressString("10.0.0." + host).getAddress();
        var one = new AddressRange(address, address);
        assertThat(free.stream().anyMatch(f -> f.contains(address)))
            .as("%s beside %s", address, taken)
            .isEqualTo(all.in(one).isEmpty());
      }
    }
  }
}
