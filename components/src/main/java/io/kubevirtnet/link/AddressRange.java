package io.kubevirtnet.link;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Consecutive addresses of one family, both ends included: {@code 10.0.0.5-10.0.0.9}. */
public record AddressRange(IPAddress first, IPAddress last) {

  public static Optional<AddressRange> parse(String text) {
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

  /** Those that can be read of a list; nothing while one of them is not known. */
  public static Optional<List<AddressRange>> all(Value<List<Value<String>>> texts) {
    return texts
        .known()
        .filter(list -> list.stream().noneMatch(Value::isUnknown))
        .map(
            list ->
                list.stream()
                    .flatMap(t -> t.known().flatMap(AddressRange::parse).stream())
                    .toList());
  }

  /** All addresses of a network, those that no machine can have as well. */
  public static AddressRange of(IpNetwork network) {
    return new AddressRange(network.first(), network.last());
  }

  public boolean isInside(IpNetwork network) {
    return network.contains(first) && network.contains(last);
  }

  public boolean contains(IPAddress address) {
    return address.isIPv4() == first.isIPv4()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  public boolean overlaps(AddressRange other) {
    return contains(other.first) || other.contains(first);
  }

  public BigInteger size() {
    return last.getValue().subtract(first.getValue()).add(BigInteger.ONE);
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
