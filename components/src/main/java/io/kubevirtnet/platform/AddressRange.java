package io.kubevirtnet.platform;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Consecutive addresses of one family, both ends included: {@code 10.0.0.5-10.0.0.9}. */
public record AddressRange(IPAddress first, IPAddress last) {

  static Optional<AddressRange> parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    var first = IpText.address(text.substring(0, dash).strip());
    var last = IpText.address(text.substring(dash + 1).strip());
    return first
        .flatMap(f -> last.map(l -> new AddressRange(f, l)))
        .filter(r -> r.first.isIPv4() == r.last.isIPv4() && r.first.compareTo(r.last) <= 0);
  }

  /** All addresses that a node type gives out, when they are known. */
  public static Optional<List<AddressRange>> pool(GuestAddressesSpec spec) {
    if (spec.ranges().isAbsent()) {
      return spec.cidr()
          .known()
          .flatMap(IpNetwork::parse)
          .map(n -> List.of(new AddressRange(n.first(), n.last())));
    }
    return spec.ranges()
        .known()
        .filter(ranges -> ranges.stream().noneMatch(Value::isUnknown))
        .map(
            ranges ->
                ranges.stream()
                    .flatMap(r -> r.known().flatMap(AddressRange::parse).stream())
                    .toList());
  }

  boolean isInside(IpNetwork network) {
    return network.contains(first) && network.contains(last);
  }

  boolean contains(IPAddress address) {
    return address.isIPv4() == first.isIPv4()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  public boolean overlaps(AddressRange other) {
    return contains(other.first) || other.contains(first);
  }

  BigInteger size() {
    return last.getValue().subtract(first.getValue()).add(BigInteger.ONE);
  }
}
