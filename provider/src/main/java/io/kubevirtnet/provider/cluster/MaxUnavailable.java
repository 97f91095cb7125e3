package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;

/** How many nodes may fail before the handlers stop trying the rest. */
public record MaxUnavailable(int value, boolean percent) {
  /** kubernetes-nmstate: what counts when it is missing or makes no sense. */
  public static final MaxUnavailable DEFAULT = new MaxUnavailable(50, true);

  public static MaxUnavailable of(Fields spec) {
    return spec.get("maxUnavailable")
        .filter(Scalar.class::isInstance)
        .map(t -> of(String.valueOf(((Scalar) t).value())))
        .orElse(DEFAULT);
  }

  private static MaxUnavailable of(String text) {
    if (!text.matches("\\d{1,6}%?")) {
      return DEFAULT;
    }
    boolean percent = text.endsWith("%");
    int value = Integer.parseInt(percent ? text.substring(0, text.length() - 1) : text);
    return new MaxUnavailable(value, percent);
  }

  /** kubernetes-nmstate: node.ScaledMaxUnavailableNodeCount; rounded up, at least one. */
  public int of(int nodes) {
    int scaled = percent ? (nodes * value + 99) / 100 : value;
    return Math.max(1, scaled);
  }
}
