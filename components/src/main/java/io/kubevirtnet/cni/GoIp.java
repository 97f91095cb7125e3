package io.kubevirtnet.cni;

import java.util.Optional;

/**
 * An IP address as Go's package net reads and prints it: no leading zeros in IPv4, no zone, and an
 * IPv4 address that is written as an IPv6 one is an IPv4 address.
 *
 * @param high the first 64 bits, none in IPv4
 * @param low the last 64 bits; IPv4 has 32
 * @param mapped IPv4 that was written as IPv6
 */
record GoIp(long high, long low, boolean isV4, boolean mapped) implements Comparable<GoIp> {
  private static final int GROUPS = 8;
  private static final long V4 = 0xffffffffL;

  static Optional<GoIp> parse(String text) {
    return text.indexOf(':') >= 0 ? v6(text) : v4(text, 0, false);
  }

  int bits() {
    return isV4 ? 32 : 128;
  }

  GoIp masked(int length) {
    if (isV4) {
      return new GoIp(0, length == 0 ? 0 : low & (V4 << (32 - length)) & V4, true, mapped);
    }
    return new GoIp(
        length >= 64 ? high : high & prefix(length),
        length <= 64 ? 0 : low & prefix(length - 64),
        false,
        false);
  }

  /** The last address of its network of that length. */
  GoIp last(int length) {
    if (isV4) {
      return new GoIp(0, masked(length).low | (length == 32 ? 0 : V4 >>> length), true, mapped);
    }
    return new GoIp(
        length >= 64 ? high : high | ~prefix(length),
        length <= 64 ? -1L : low | ~prefix(length - 64),
        false,
        false);
  }

  private static long prefix(int length) {
    return length == 0 ? 0 : -1L << (64 - length);
  }

  GoIp next() {
    return isV4
        ? new GoIp(0, low + 1 & V4, true, mapped)
        : new GoIp(low == -1L ? high + 1 : high, low + 1, false, false);
  }

  GoIp previous() {
    return isV4
        ? new GoIp(0, low - 1 & V4, true, mapped)
        : new GoIp(low == 0 ? high - 1 : high, low - 1, false, false);
  }

  /** Of one family. */
  @Override
  public int compareTo(GoIp other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  boolean isSameFamily(GoIp other) {
    return isV4 == other.isV4;
  }

  boolean isSame(GoIp other) {
    return isV4 == other.isV4 && compareTo(other) == 0;
  }

  @Override
  public String toString() {
    if (isV4) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && group(end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(i > 0 && i != start + length ? ":" : "").append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private int group(int i) {
    long half = i < 4 ? high : low;
    return (int) (half >>> 16 * (3 - i % 4) & 0xffff);
  }

  private static Optional<GoIp> v4(String text, int from, boolean mapped) {
    long value = 0;
    int fields = 0;
    int digits = 0;
    int field = 0;
    for (int i = from; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c >= '0' && c <= '9' && (digits == 0 || field != 0) && field < 26) {
        field = field * 10 + c - '0';
        digits++;
      } else if (c == '.' && digits > 0 && field < 256 && fields < 4) {
        value = value << 8 | field;
        fields++;
        digits = 0;
        field = 0;
      } else {
        return Optional.empty();
      }
    }
    return fields == 4 ? Optional.of(new GoIp(0, value, true, mapped)) : Optional.empty();
  }

  private static Optional<GoIp> v6(String text) {
    var groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int i = 0;
    if (text.startsWith("::")) {
      gap = 0;
      i = 2;
    }
    while (i < text.length()) {
      int start = i;
      int value = 0;
      while (i < text.length()
          && Character.digit(text.charAt(i), 16) >= 0
          && text.charAt(i) < 128
          && i - start < 5) {
        value = value << 4 | Character.digit(text.charAt(i), 16);
        i++;
      }
      if (i < text.length() && text.charAt(i) == '.') {
        var v4 = v4(text, start, false);
        if (v4.isEmpty() || count > GROUPS - 2 || gap < 0 && count != GROUPS - 2) {
          return Optional.empty();
        }
        groups[count++] = (int) (v4.get().low >>> 16);
        groups[count++] = (int) (v4.get().low & 0xffff);
        break;
      }
      if (i == start || i - start > 4 || count == GROUPS) {
        return Optional.empty();
      }
      groups[count++] = value;
      if (i == text.length()) {
        break;
      }
      if (text.charAt(i) != ':' || i + 1 == text.length()) {
        return Optional.empty();
      }
      i++;
      if (text.charAt(i) == ':') {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = count;
        i++;
      }
    }
    return gap < 0 == (count == GROUPS)
        ? Optional.of(filled(groups, count, gap))
        : Optional.empty();
  }

  /** The groups, with zeros in the gap. */
  private static GoIp filled(int[] groups, int count, int gap) {
    int missing = GROUPS - count;
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      int group = missing == 0 || i < gap ? groups[i] : i < gap + missing ? 0 : groups[i - missing];
      if (i < 4) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return high == 0 && low >>> 32 == 0xffff
        ? new GoIp(0, low & V4, true, true)
        : new GoIp(high, low, false, false);
  }
}
