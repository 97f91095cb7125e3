package io.kubevirtnet.netris;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import java.util.Optional;

/** The gateway of a V-Net with its prefix length, and the subnet that follows from it. */
final class VnetGateway {
  /** From here on a subnet has no address of its own and none for all. */
  private static final int POINT_TO_POINT = 31;

  private final IpNetwork network;

  private VnetGateway(IpNetwork network) {
    this.network = network;
  }

  /** What is wrong with a text, in words that follow it; nothing for a gateway. */
  static Optional<String> problem(String text) {
    var network = IpNetwork.parse(text);
    if (network.isEmpty()) {
      return Optional.of("is not an address with the length of a prefix");
    }
    var gateway = new VnetGateway(network.get());
    if (!network.get().address().isIPv4()) {
      return Optional.of("is not IPv4");
    }
    if (network.get().prefixLength() > POINT_TO_POINT) {
      return Optional.of("leaves no address for machines");
    }
    if (network.get().reserved().contains(network.get().address())) {
      return Optional.of(
          network.get().hasHostBits()
              ? "is the broadcast address of its subnet"
              : "is a network, without the host part of an address");
    }
    return Optional.empty();
  }

  /** Nothing for what is no gateway. */
  static Optional<VnetGateway> parse(String text) {
    return problem(text).isPresent()
        ? Optional.empty()
        : IpNetwork.parse(text).map(VnetGateway::new);
  }

  static VnetGateway of(IpNetwork network) {
    return new VnetGateway(network);
  }

  IpNetwork network() {
    return network;
  }

  IPAddress address() {
    return network.address();
  }

  IpNetwork subnet() {
    return network.withoutHostBits();
  }

  boolean contains(AddressRange range) {
    return range.first().isIPv4() && range.isInside(network);
  }

  /** {@code 192.168.48.0/21 (192.168.48.1 to 192.168.55.254)}. */
  String shownSubnet() {
    var hosts = hosts();
    return subnet() + " (" + hosts.first() + " to " + hosts.last() + ")";
  }

  /** All that machines and the gateway can have. */
  AddressRange hosts() {
    return network.reserved().isEmpty()
        ? AddressRange.of(network)
        : new AddressRange(network.first().increment(1), network.last().increment(-1));
  }
}
