package io.kubevirtnet.provider.netris;

import io.kubevirtnet.link.IpNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A V-Net as a server cluster lists it.
 *
 * @param gateways of IPv4, or their networks: releases differ
 * @param silent whether nothing is said of gateways, so that the V-Net itself has to be asked
 */
record ListedVnet(
    Optional<Integer> id,
    String name,
    Optional<Integer> vlan,
    Optional<String> vpc,
    Optional<Integer> vpcId,
    List<IpNetwork> gateways,
    boolean silent,
    boolean routed) {
  private static final int ROOM_FOR_MACHINES = 30;

  ListedVnet {
    gateways = List.copyOf(gateways);
  }

  static Optional<ListedVnet> of(Loose json) {
    return json.at("name").text().map(name -> of(name, json));
  }

  private static ListedVnet of(String name, Loose json) {
    var gateways = json.at("ipv4Gateways", "gateways");
    var vpc = json.at("vpc");
    return new ListedVnet(
        json.at("id").id(),
        name,
        json.at("vlan", "vlanID").id(),
        vpc.name(),
        vpc.at("id").id(),
        gateways.items().stream().flatMap(g -> network(g).stream()).toList(),
        !gateways.isSet(),
        isRouted(json));
  }

  /** Its ports are routed one by one: there is no segment. */
  static boolean isRouted(Loose json) {
    return json.at("l3vpn").flag()
        || json.at("type").text().filter(t -> t.equalsIgnoreCase("l3vpn")).isPresent();
  }

  /** IPv4 of a segment: text, or what has it as its prefix. */
  static Optional<IpNetwork> network(Loose gateway) {
    var text = gateway.node().isObject() ? gateway.at("prefix", "address") : gateway;
    return text.text()
        .flatMap(IpNetwork::parse)
        .filter(n -> n.address().isIPv4() && n.prefixLength() <= ROOM_FOR_MACHINES);
  }

  boolean mayHaveGateway() {
    return !routed && (silent || !gateways.isEmpty());
  }

  /** Name, or what comes after the server cluster's. */
  boolean isCalled(String wanted, String serverCluster) {
    return name.equals(wanted) || name.equals(serverCluster + "-" + wanted);
  }
}
