package io.kubevirtnet.nmstate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An address as nmstate reads and prints it: no leading zeros in IPv4, no zone in IPv6, the longest
 * run of zeros shortened.
 *
 * @param bits 32 or 128
 */
record IpLiteral(BigInteger value, int bits) {
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;

  static Optional<IpLiteral> parse(String text) {
    return parseV4(text).or(() -> parseV6(text));
  }

  static Optional<IpLiteral> parseV4(String text) {
    return octets(text)
        .map(o -> new IpLiteral(BigInteger.valueOf((long) o.get(0) << 16 | o.get(1)), 32));
  }

  static Optional<IpLiteral> parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::") || text.contains(":::")) {
      return Optional.empty();
    }
    if (gap < 0) {
      return groups(text, true).filter(g -> g.size() == GROUPS).map(IpLiteral::ofGroups);
    }
    var head = groups(text.substring(0, gap), false);
    var tail = groups(text.substring(gap + 2), true);
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    int missing = GROUPS - head.get().size() - tail.get().size();
    if (missing < 1) {
      return Optional.empty();
    }
    var all = new ArrayList<>(head.get());
    IntStream.range(0, missing).forEach(i -> all.add(0));
    all.addAll(tail.get());
    return Optional.of(ofGroups(all));
  }

  boolean isV6() {
    return bits == 128;
  }

  /** fe80::/10. */
  boolean isLinkLocal() {
    return isV6() && value.shiftRight(118).intValue() == 0x3fa;
  }

  /** The network of that length that it lies in. */
  IpLiteral network(int length) {
    int host = bits - Math.min(length, bits);
    return new IpLiteral(value.shiftRight(host).shiftLeft(host), bits);
  }

  int firstOctet() {
    return value.shiftRight(bits - 8).intValue();
  }

  boolean startsWithZeros(int length) {
    return value.bitLength() <= bits - length;
  }

  private static IpLiteral ofGroups(List<Integer> groups) {
    var value = BigInteger.ZERO;
    for (int group : groups) {
      value = value.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return new IpLiteral(value, 128);
  }

  /** An IPv4 address as two groups of 16 bits. */
  private static Optional<List<Integer>> octets(String text) {
    var parts = text.split("\\.", -1);
    boolean valid =
        parts.length == 4
            && Arrays.stream(parts)
                .allMatch(p -> OCTET.matcher(p).matches() && Integer.parseInt(p) < 256);
    if (!valid) {
      return Optional.empty();
    }
    var o = Arrays.stream(parts).map(Integer::parseInt).toList();
    return Optional.of(List.of(o.get(0) << 8 | o.get(1), o.get(2) << 8 | o.get(3)));
  }

  private static Optional<List<Integer>> groups(String text, boolean end) {
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    var parts = text.split(":", -1);
    var groups = new ArrayList<Integer>();
    for (int i = 0; i < parts.length; i++) {
      var octets =
          end && i == parts.length - 1 ? octets(parts[i]) : Optional.<List<Integer>>empty();
      if (octets.isPresent()) {
        groups.addAll(octets.get());
      } else if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  @Override
  public String toString() {
    if (!isV6()) {
      return IntStream.of(24, 16, 8, 0)
          .mapToObj(s -> Integer.toString(value.shiftRight(s).intValue() & 0xff))
          .collect(Collectors.joining("."));
    }
    if (value.shiftRight(32).equals(BigInteger.valueOf(0xffff))) {
      return "::ffff:" + new IpLiteral(value.and(BigInteger.valueOf(0xffffffffL)), 32);
    }
    var groups =
        IntStream.range(0, GROUPS)
            .map(i -> value.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff)
            .boxed()
            .toList();
    return shortened(groups);
  }

  private static String shortened(List<Integer> groups) {
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = i;
      while (run < GROUPS && groups.get(run) == 0) {
        run++;
      }
      if (run - i > length) {
        start = i;
        length = run - i;
      }
    }
    return length < 2
        ? hex(groups)
        : hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, GROUPS));
  }

  private static String hex(List<Integer> groups) {
    return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
  }
}
