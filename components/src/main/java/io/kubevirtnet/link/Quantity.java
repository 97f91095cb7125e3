package io.kubevirtnet.link;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Kubernetes quantity, such as {@code 500m}, {@code 4Gi} or {@code 1e3}. */
public final class Quantity {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))(?:([eE][+-]?\\d{1,3})|([A-Za-z]{1,2}))?");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.valueOf(1, 9)),
          Map.entry("u", BigDecimal.valueOf(1, 6)),
          Map.entry("m", BigDecimal.valueOf(1, 3)),
          Map.entry("k", BigDecimal.valueOf(1_000L)),
          Map.entry("M", BigDecimal.valueOf(1_000_000L)),
          Map.entry("G", BigDecimal.valueOf(1_000_000_000L)),
          Map.entry("T", BigDecimal.valueOf(1_000_000_000_000L)),
          Map.entry("P", BigDecimal.valueOf(1_000_000_000_000_000L)),
          Map.entry("E", BigDecimal.valueOf(1_000_000_000_000_000_000L)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private Quantity() {}

  /** The amount, or nothing when the text is no quantity. */
  public static Optional<BigDecimal> parse(String text) {
    var m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    if (m.group(3) == null) {
      return Optional.of(new BigDecimal(m.group(1) + (m.group(2) == null ? "" : m.group(2))));
    }
    return Optional.ofNullable(SUFFIXES.get(m.group(3)))
        .map(factor -> new BigDecimal(m.group(1)).multiply(factor));
  }

  public static boolean isPositive(String text) {
    return parse(text).filter(q -> q.signum() > 0).isPresent();
  }
}
