package io.kubevirtnet.nmstate;

import java.math.BigInteger;
import java.util.Optional;

/** A number inside a string, as Rust reads it, with its words for what is none. */
record WholeText(long value, Optional<String> problem) {
  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
  private static final BigInteger MAX_SIGNED = BigInteger.valueOf(Long.MAX_VALUE);

  static WholeText parse(String text, boolean signed) {
    return !signed && text.startsWith("0x")
        ? parse(text.substring(2), 16, false)
        : parse(text, 10, signed);
  }

  static WholeText parse(String text, int radix, boolean signed) {
    if (text.isEmpty()) {
      return problem("cannot parse integer from empty string");
    }
    boolean negative = signed && text.startsWith("-") && text.length() > 1;
    boolean plus = text.startsWith("+") && text.length() > 1;
    var digits = negative || plus ? text.substring(1) : text;
    if (!digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0)) {
      return problem("invalid digit found in string");
    }
    var value = new BigInteger(digits, radix);
    if (negative) {
      return value.compareTo(MAX_SIGNED.add(BigInteger.ONE)) > 0
          ? problem("number too small to fit in target type")
          : new WholeText(value.negate().longValue(), Optional.empty());
    }
    return value.compareTo(signed ? MAX_SIGNED : MAX_UNSIGNED) > 0
        ? problem("number too large to fit in target type")
        : new WholeText(value.min(MAX_SIGNED).longValue(), Optional.empty());
  }

  private static WholeText problem(String words) {
    return new WholeText(0, Optional.of(words));
  }
}
