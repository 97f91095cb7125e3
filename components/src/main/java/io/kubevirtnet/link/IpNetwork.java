package io.kubevirtnet.link;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;

/** An address with a prefix length, as it was written: {@code 10.100.0.0/24}. */
public record IpNetwork(IPAddress address, int prefixLength) {

  public static Optional<IpNetwork> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int prefixLength = Integer.parseInt(text.substring(slash + 1));
    return IpText.address(text.substring(0, slash))
        .filter(a -> prefixLength <= a.getBitCount())
        .map(a -> new IpNetwork(a, prefixLength));
  }

  public boolean hasHostBits() {
    return !address.equals(first());
  }

  public IpNetwork withoutHostBits() {
    return new IpNetwork(first(), prefixLength);
  }

  public boolean contains(IPAddress other) {
    return block().contains(other);
  }

  public IPAddress first() {
    return block().getLower().withoutPrefixLength();
  }

  public IPAddress last() {
    return block().getUpper().withoutPrefixLength();
  }

  /**
   * Addresses that no machine can have: the network's own and, of IPv4, the one for all. Networks
   * of two addresses have none.
   */
  public List<IPAddress> reserved() {
    if (prefixLength >= address.getBitCount() - 1) {
      return List.of();
    }
    return address.isIPv4() ? List.of(first(), last()) : List.of(first());
  }

  private IPAddress block() {
    return address.toPrefixBlock(prefixLength);
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
