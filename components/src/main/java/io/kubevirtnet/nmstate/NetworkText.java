package io.kubevirtnet.nmstate;

import java.util.Optional;

/** A network as nmstate reads it, with its words for what is none. */
record NetworkText(Optional<String> network, String problem) {

  static NetworkText parse(String text) {
    var parts = text.split("/", -1);
    if (parts.length > 2) {
      return refused(
          "Invalid IP network string: '"
              + text
              + "', expecting 'ip/prefix' or 'ip' format, for example: 192.0.2.0/24 or"
              + " 2001:db8:1::/64 or 192.0.2.1");
    }
    var address = IpLiteral.parse(parts[0]);
    if (parts.length == 1) {
      return address
          .map(a -> new NetworkText(Optional.of(a + "/" + a.bits()), ""))
          .orElseGet(() -> refused("Invalid IP network '" + text + "': invalid IP address syntax"));
    }
    var length = WholeText.parse(parts[1], 10, false);
    if (length.problem().isPresent()) {
      return refused(
          "Invalid IP network prefix length '"
              + parts[1]
              + "' in '"
              + text
              + "': "
              + length.problem().get());
    }
    if (address.isEmpty()) {
      return refused("Invalid IP address : invalid IP address syntax");
    }
    int bits = address.get().bits();
    if (length.value() > bits) {
      return refused(
          "Invalid IPv"
              + (bits == 32 ? 4 : 6)
              + " network prefix length '"
              + parts[1]
              + "' in '"
              + text
              + "', should be smaller than "
              + bits
              + "'");
    }
    return new NetworkText(
        Optional.of(address.get().network((int) length.value()) + "/" + length.value()), "");
  }

  private static NetworkText refused(String words) {
    return new NetworkText(Optional.empty(), words);
  }
}
