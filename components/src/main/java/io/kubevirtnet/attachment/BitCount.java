package io.kubevirtnet.attachment;

import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** A number of bits as Kubernetes writes quantities, {@code 100M}. */
final class BitCount {
  /** Beyond it a number in JSON is no exact one any more. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

  private BitCount() {}

  /** The number itself; left open for what is no number of bits, which a rule refuses. */
  static Value<Number> of(Value<String> text) {
    return text.known().isPresent() && text.known().flatMap(BitCount::parse).isEmpty()
        ? new Value.Unknown<>(text.path(), text.marks())
        : text.map(t -> number(parse(t).orElse(0L)));
  }

  private static Number number(long bits) {
    return bits <= Integer.MAX_VALUE ? (Number) (int) bits : (Number) bits;
  }

  static Optional<Long> parse(String text) {
    return Quantity.parse(text)
        .filter(q -> q.signum() >= 0 && q.compareTo(MOST) <= 0)
        .filter(q -> q.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::longValue);
  }
}
