package io.kubevirtnet.provider.netris;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import java.util.List;
import java.util.Optional;

/** A V-Net as it says itself. */
record VirtualNet(
    String name,
    Optional<Integer> vlan,
    Optional<Integer> vxlan,
    Optional<String> vpc,
    Optional<Integer> vpcId,
    List<Gateway> gateways) {

  VirtualNet {
    gateways = List.copyOf(gateways);
  }

  /**
   * A gateway of IPv4.
   *
   * @param dhcp what is given out there
   * @param silent whether something is given out, and nobody says what
   */
  record Gateway(
      IpNetwork network, Optional<Integer> vlan, Optional<AddressRange> dhcp, boolean silent) {

    static Optional<Gateway> of(Loose json) {
      return ListedVnet.network(json).map(network -> of(network, json));
    }

    private static Gateway of(IpNetwork network, Loose json) {
      var dhcp = json.at("dhcp");
      var range =
          address(dhcp.at("start"))
              .flatMap(s -> address(dhcp.at("end")).map(e -> s + "-" + e))
              .flatMap(AddressRange::parse);
      boolean off = json.at("dhcpEnabled").isFalse();
      return new Gateway(
          network,
          json.at("vlan").id(),
          off ? Optional.empty() : range,
          json.at("dhcpEnabled").flag() && range.isEmpty());
    }

    private static Optional<String> address(Loose text) {
      return text.text().map(t -> t.split("/", 2)[0]).filter(t -> IpText.address(t).isPresent());
    }

    /** A network is no address that a machine could send to. */
    boolean isAddress() {
      return network.hasHostBits() && !network.address().equals(network.last());
    }
  }

  /** What the V-Net says, and what it leaves out as its server cluster has it. */
  static VirtualNet of(ListedVnet listed, Loose json) {
    var vpc = json.at("vpc");
    boolean told = json.at("gateways", "ipv4Gateways").isSet();
    return new VirtualNet(
        listed.name(),
        json.at("vlan", "vlanID").id().or(listed::vlan),
        json.at("vxlanID", "vxlanId", "vxlan").id(),
        vpc.name().or(listed::vpc),
        vpc.at("id").id().or(listed::vpcId),
        ListedVnet.isRouted(json)
            ? List.of()
            : told
                ? json.at("gateways", "ipv4Gateways").items().stream()
                    .flatMap(g -> Gateway.of(g).stream())
                    .toList()
                : listed.gateways().stream()
                    .map(n -> new Gateway(n, Optional.empty(), Optional.empty(), false))
                    .toList());
  }

  Optional<Gateway> gateway() {
    return gateways.stream().filter(Gateway::isAddress).findFirst();
  }
}
