package io.kubevirtnet.netriscontroller;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv4 address with prefix length: {@code 192.168.55.254/21}. */
record Cidr(long address, int length) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  static Optional<Cidr> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(matcher.group(i));
      if (octet > 255) {
        return Optional.empty();
      }
      address = address << 8 | octet;
    }
    int length = Integer.parseInt(matcher.group(5));
    return length > 32 ? Optional.empty() : Optional.of(new Cidr(address, length));
  }

  static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  Cidr network() {
    return new Cidr(address & ~(size() - 1), length);
  }

  long last() {
    return network().address + size() - 1;
  }

  long size() {
    return 1L << (32 - length);
  }

  boolean overlaps(Cidr other) {
    return network().address <= other.last() && other.network().address <= last();
  }

  /** {@code 192.168.55.254}. */
  String host() {
    return text(address);
  }

  static String text(long address) {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  @Override
  public String toString() {
    return host() + "/" + length;
  }
}
