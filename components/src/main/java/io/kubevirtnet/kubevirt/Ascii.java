package io.kubevirtnet.kubevirt;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.IpText;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Texts as Go's own readers and KubeVirt's patterns take them, without a pattern. */
final class Ascii {
  static final int MAC_OCTETS = 6;
  private static final int PORT_NAME = 15;
  private static final int IPV4_OCTETS = 4;

  private Ascii() {}

  static boolean isLetter(char c) {
    return isLower(c) || c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /**
   * 6, 8 or 20: with colons or hyphens between octets, or points between groups of four digits. 0
   * when Go does not take it.
   *
   * @param bare digits with nothing between them count too, as they do since Go 1.26
   */
  static int octets(String mac, boolean bare) {
    int length = mac.length();
    if (length < 2 * MAC_OCTETS) {
      return 0;
    }
    boolean points = mac.charAt(4) == '.';
    char between = points ? '.' : mac.charAt(2);
    int each = points ? 4 : between == ':' || between == '-' ? 2 : length;
    if (each == length ? !bare || length % 2 != 0 : (length + 1) % (each + 1) != 0) {
      return 0;
    }
    for (int i = 0; i < length; i++) {
      char c = mac.charAt(i);
      if (i % (each + 1) == each ? c != between : !isHex(c)) {
        return 0;
      }
    }
    int octets = each == length ? length / 2 : (length + 1) / (each + 1) * each / 2;
    return octets == MAC_OCTETS || octets == 8 || octets == 20 ? octets : 0;
  }

  /** {@code 0000:81:01.0}; nothing more than that can be said of it here. */
  static boolean isPciAddress(String address) {
    if (address.length() != 12) {
      return false;
    }
    for (int i = 0; i < 11; i++) {
      char c = address.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == ':';
            case 10 -> c == '.';
            default -> isHex(c);
          };
      if (!fits) {
        return false;
      }
    }
    return address.charAt(11) >= '0' && address.charAt(11) <= '7';
  }

  /**
   * IANA service name: lower case letters, digits and single hyphens inside, one letter at least.
   */
  static boolean isPortName(String name) {
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hyphen = c == '-' && i > 0 && i < name.length() - 1 && name.charAt(i - 1) != '-';
      if (!isLower(c) && !isDigit(c) && !hyphen) {
        return false;
      }
      letter |= isLower(c);
    }
    return letter && name.length() <= PORT_NAME;
  }

  /** Labels with points between them; how long they may be is another question. */
  static boolean isSubdomain(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.') {
        if (!isLabel(name, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  static boolean isLabel(String name) {
    return isLabel(name, 0, name.length());
  }

  private static boolean isLabel(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      boolean hyphen = c == '-' && i > from && i < to - 1;
      if (!isLower(c) && !isDigit(c) && !hyphen) {
        return false;
      }
    }
    return to > from;
  }

  /** Go's length of a text. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Any address that Go reads, after KubeVirt took leading zeros away. */
  static boolean isIp(String address) {
    return isIpv4(address) || isIpv6(address);
  }

  /** Go counts an IPv4 address that is mapped into IPv6 as one. */
  static boolean isIpv4OrMapped(String address) {
    return isIpv4(address)
        || isIpv6(address)
            && IpText.address(address).filter(a -> a.toIPv6().isIPv4Mapped()).isPresent();
  }

  /** An address as KubeVirt writes it after it has read it; another text as it is. */
  static String canonical(String address) {
    if (isIpv4(address)) {
      var octets = new StringJoiner(".");
      for (var octet : address.split("\\.")) {
        octets.add(Integer.toString(Integer.parseInt(octet)));
      }
      return octets.toString();
    }
    if (!isIpv6(address)) {
      return address;
    }
    var ip = IpText.address(address).orElseThrow().toIPv6();
    return ip.isIPv4Mapped()
        ? ip.getEmbeddedIPv4Address().toCanonicalString()
        : ip.toCanonicalString();
  }

  private static boolean isIpv6(String address) {
    return address.indexOf(':') >= 0
        && address.indexOf('%') < 0
        && IpText.address(address).filter(IPAddress::isIPv6).isPresent();
  }

  /** Four numbers; KubeVirt takes leading zeros away before it looks. */
  private static boolean isIpv4(String address) {
    int octets = 0;
    int value = -1;
    for (int i = 0; i <= address.length(); i++) {
      char c = i < address.length() ? address.charAt(i) : '.';
      if (c == '.') {
        if (value < 0) {
          return false;
        }
        octets++;
        value = -1;
      } else if (isDigit(c)) {
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > 255) {
          return false;
        }
      } else {
        return false;
      }
    }
    return octets == IPV4_OCTETS;
  }
}
