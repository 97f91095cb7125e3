package io.kubevirtnet.netris;

import static io.kubevirtnet.netris.NetrisStory.DOCUMENTED;
import static io.kubevirtnet.netris.NetrisStory.pinned;
import static io.kubevirtnet.netris.NetrisStory.pinnedAndRead;
import static io.kubevirtnet.netris.NetrisStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsRulesTest {

  @Test
  void hasNothingAgainstTheFactsOfTheDocuments() {
    assertThat(
            pinned(
                    DOCUMENTED
                        + ", dhcpRanges: [192.168.50.1-192.168.51.254], usedAddresses:"
                        + " [192.168.55.254, 192.168.48.7]")
                .findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.55.254,is not an address with the length of a prefix",
    "192.168.48.0/21,'is a network, without the host part of an address'",
    "192.168.55.255/21,is the broadcast address of its subnet",
    "fd00::1/64,is not IPv4",
    "192.168.55.254/32,leaves no address for machines",
    "192.168.55.254/33,is not an address with the length of a prefix"
  })
  void refusesWhatIsNoGateway(String gateway, String problem) {
    assertThat(pinned(DOCUMENTED.replace("192.168.55.254/21", "\"" + gateway + "\"")).lines())
        .containsExactly(
            "KVN-T020 facts.gateway: \""
                + gateway
                + "\" "
                + problem
                + ". Write it as the V-Net has it, for example 192.168.55.254/21.");
  }

  @Test
  void takesAGatewayOfAPointToPointSubnet() {
    assertThat(pinned(DOCUMENTED.replace("192.168.55.254/21", "10.0.0.0/31")).lines()).isEmpty();
  }

  @Test
  void saysNothingOfWhatFollowsFromAnIdThatCanNotBe() {
    assertThat(pinned(DOCUMENTED.replace("vlan: 3", "vlan: 4095")).findings())
        .extracting(Finding::code)
        .containsExactly("KVN-T021");
    assertThat(pinned(DOCUMENTED.replace("vxlan: 14", "vxlan: 0")).findings())
        .extracting(Finding::code)
        .containsExactly("KVN-T022");
  }

  @Test
  void wantsRangesAndAddressesThatItCanReadInsideOfTheSubnet() {
    assertThat(
            pinned(
                    DOCUMENTED
                        + ", dhcpRanges: [192.168.50.9, 192.168.50.9-192.168.50.1,"
                        + " 192.168.55.1-192.168.56.1], usedAddresses: [gateway, \"fd00::1\"]")
                .lines())
        .extracting(l -> l.substring(0, l.indexOf(" Write")))
        .containsExactly(
            "KVN-T023 facts.dhcpRanges[0]: \"192.168.50.9\" is not first-last with first not above"
                + " last.",
            "KVN-T023 facts.dhcpRanges[1]: \"192.168.50.9-192.168.50.1\" is not first-last with"
                + " first not above last.",
            "KVN-T023 facts.dhcpRanges[2]: \"192.168.55.1-192.168.56.1\" is not inside"
                + " 192.168.48.0/21 (192.168.48.1 to 192.168.55.254).",
            "KVN-T023 facts.usedAddresses[0]: \"gateway\" is not an address.",
            "KVN-T023 facts.usedAddresses[1]: \"fd00::1\" is not inside 192.168.48.0/21"
                + " (192.168.48.1 to 192.168.55.254).");
  }

  @Test
  void saysWhatIsWrongInNetrisAtTheServerCluster() {
    assertThat(read(DOCUMENTED.replace("vlan: 3", "vlan: 0")).lines())
        .containsExactly(
            "KVN-T021 serverCluster: 0 is not a VLAN id. Correct it in Netris, or pin the right one"
                + " with facts.");
  }

  @Test
  void showsNoSecret() {
    var lines =
        pinned(
                "vnet: tenant-a-nodes, vlan: 3, vxlan: 14, gateway: \"${secret:10.9.8.7/24}\","
                    + " usedAddresses: [\"${secret:10.9.7.1}\"]")
            .with("addresses: {nameservers: [10.1.1.1], ranges: [10.9.8.1-10.9.8.9]}")
            .lines();

    assertThat(lines)
        .containsExactly(
            "KVN-T023 facts.usedAddresses[0]: \"[secret]\" is not inside [secret]. Write it as"
                + " first-last, or as one address, inside the subnet of the gateway.",
            "KVN-T031 addresses.ranges[0]: \"10.9.8.1-10.9.8.9\" has the gateway [secret]. Keep to"
                + " what is free.");
  }

  @Test
  void hasNothingAgainstPinnedFactsThatHold() {
    assertThat(pinnedAndRead(DOCUMENTED, DOCUMENTED + ", site: ams, usedAddresses: [192.168.48.7]"))
        .extracting(NetrisStory::findings)
        .isEqualTo(java.util.List.of());
  }

  @Test
  void saysWhatFollowsWhenAPinnedFactIsCorrected() {
    assertThat(
            pinnedAndRead(
                    DOCUMENTED, "vnet: tenant-a-mgmt, gateway: 10.1.0.1/24, vlan: 5, vxlan: 20")
                .lines())
        .containsExactly(
            "KVN-T050 facts.vnet: tenant-a-nodes is pinned, and the controller says tenant-a-mgmt."
                + " Pin tenant-a-mgmt. Then: The V-Net tenant-a-nodes becomes tenant-a-mgmt:"
                + " machines on one of them do not reach those on the other.",
            "KVN-T050 facts.gateway: 192.168.55.254/21 is pinned, and the controller says"
                + " 10.1.0.1/24. Pin 10.1.0.1/24. Then: The subnet 192.168.48.0/21 becomes"
                + " 10.1.0.0/24: machines that there are keep addresses of the old one; new ones"
                + " get new ones.",
            "KVN-T050 facts.vlan: 3 is pinned, and the controller says 5. Pin 5. Then: VLAN 3"
                + " becomes 5, and the old tag leads nowhere. The bridge br-3 becomes br-5."
                + " Machines that run stay on br-3 until they are restarted or migrated. A managed"
                + " policy takes br-3 off the nodes, and is refused while something uses it"
                + " (KVN-N304).",
            "KVN-T050 facts.vxlan: 14 is pinned, and the controller says 20. Pin 20. Then: VXLAN 14"
                + " becomes 20, which is in the fabric only.");
  }

  @Test
  void tellsWhatComesAndGoesFromWhatIsWrong() {
    assertThat(
            pinnedAndRead(
                    DOCUMENTED
                        + ", vpc: a, usedAddresses: [192.168.48.7, 192.168.48.8], servers: [{name:"
                        + " srv-1, shared: true}, {name: srv-2, shared: true}]",
                    DOCUMENTED
                        + ", vpc: b, usedAddresses: [192.168.48.8, 192.168.48.9], servers: [{name:"
                        + " srv-1, shared: true}, {name: srv-3, shared: true}]")
                .lines())
        .extracting(l -> l.replace(" Pin them anew; kubevirtnet netris facts prints them.", ""))
        .containsExactly(
            "KVN-T051 facts.vpc: a is pinned, and the controller says b.",
            "KVN-T051 facts.usedAddresses: The controller says also 192.168.48.9, and no longer"
                + " 192.168.48.7.",
            "KVN-T052 facts.servers: srv-2 is no member any more. Machines on it lose the network."
                + " Move machines off it, or put it back in Netris.",
            "KVN-T051 facts.servers: srv-3 is a member now.");
  }

  @Test
  void doesNotCompareWhatOneOfThemDoesNotSay() {
    var expansion =
        pinnedAndRead(
                DOCUMENTED + ", site: ams",
                "vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3")
            .expansion();

    assertThat(expansion.findings()).isEmpty();
    assertThat(expansion.notChecked())
        .extracting(Object::toString)
        .contains("facts.vxlan: the controller does not say it");
  }

  @Test
  void writesAGatewayInOneWay() {
    assertThat(
            pinnedAndRead(
                    DOCUMENTED.replace("192.168.55.254/21", "\"192.168.55.254/21\""),
                    DOCUMENTED.replace("192.168.55.254/21", "192.168.55.254/21"))
                .lines())
        .isEmpty();
  }
}
