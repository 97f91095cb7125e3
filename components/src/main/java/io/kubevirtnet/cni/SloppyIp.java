package io.kubevirtnet.cni;

import java.util.Optional;

/** IP addresses as Kubernetes reads them: the octets of IPv4 may have leading zeros. */
final class SloppyIp {
  private SloppyIp() {}

  static Optional<GoIp> address(String text) {
    return GoIp.parse(withoutLeadingZeros(text));
  }

  static Optional<GoNetwork> network(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : GoNetwork.parse(withoutLeadingZeros(text.substring(0, slash)) + text.substring(slash));
  }

  private static String withoutLeadingZeros(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int start = text.lastIndexOf(':') + 1;
    var plain = new StringBuilder(text.substring(0, start));
    for (int i = start; i < text.length(); i++) {
      boolean first = i == start || text.charAt(i - 1) == '.';
      while (first && text.charAt(i) == '0' && i + 1 < text.length() && isDigit(text, i + 1)) {
        i++;
      }
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
