package io.kubevirtnet.cni;

import java.util.Optional;

/** An address with the length of its network, {@code 10.0.0.5/24}, as Go's net.ParseCIDR has it. */
record GoNetwork(GoIp ip, int length) {

  static Optional<GoNetwork> parse(String text) {
    int slash = text.indexOf('/');
    var length = slash < 0 ? -1 : length(text, slash + 1);
    return length < 0
        ? Optional.empty()
        : GoIp.parse(text.substring(0, slash))
            .filter(ip -> length <= (ip.mapped() ? 128 : ip.bits()))
            .map(ip -> new GoNetwork(ip, length));
  }

  private static int length(String text, int from) {
    int length = from < text.length() ? 0 : -1;
    for (int i = from; i < text.length() && length >= 0; i++) {
      char c = text.charAt(i);
      length = c >= '0' && c <= '9' && length < 1000 ? length * 10 + c - '0' : -1;
    }
    return length;
  }

  /** Bits of its mask: those of IPv6 also where an IPv4 address is written as one of IPv6. */
  int maskBits() {
    return ip.isV4() && !ip.mapped() ? 32 : 128;
  }

  boolean contains(GoIp other) {
    return other.isV4() == ip.isV4() && other.masked(length).isSame(ip.masked(length));
  }

  @Override
  public String toString() {
    return ip + "/" + (ip.mapped() ? Math.max(0, length - 96) : length);
  }
}
