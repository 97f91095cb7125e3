package io.kubevirtnet.netris;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpText;
import java.util.Optional;

/** An address, or a range {@code first-last}. */
final class AddressText {
  private AddressText() {}

  static Optional<AddressRange> parse(String text) {
    return AddressRange.parse(text)
        .or(() -> IpText.address(text.strip()).map(a -> new AddressRange(a, a)));
  }

  /** One address as such. */
  static String shown(AddressRange range) {
    return range.first().equals(range.last()) ? range.first().toString() : range.toString();
  }
}
