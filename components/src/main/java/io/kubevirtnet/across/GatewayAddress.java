package io.kubevirtnet.across;

import io.kubevirtnet.link.IpNetwork;
import java.util.Optional;

/** The IPv4 address that the plugin bridge gives to a bridge which is a gateway. */
final class GatewayAddress {
  private GatewayAddress() {}

  /** With its prefix length; known for host-local, which takes the first one of the network. */
  static Optional<String> of(NetworkClaims network) {
    if (network.ipamType().filter("host-local"::equals).isEmpty()) {
      return Optional.empty();
    }
    for (var range : GivenAddresses.hostLocalRanges(network.ipam())) {
      var subnet = range.get("subnet").text().flatMap(IpNetwork::parse);
      if (subnet.isPresent() && subnet.get().address().isIPv4()) {
        var gateway =
            range
                .get("gateway")
                .text()
                .orElseGet(() -> subnet.get().first().increment(1).toString());
        return Optional.of(gateway + "/" + subnet.get().prefixLength());
      }
    }
    return Optional.empty();
  }
}
