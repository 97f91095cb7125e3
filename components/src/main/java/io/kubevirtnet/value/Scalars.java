package io.kubevirtnet.value;

import io.kubevirtnet.value.Tree.Scalar;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** Single values as nmstate counts them: a whole number stays one, however large. */
public final class Scalars {
  private static final double EXACT = 9.007199254740992E15;

  private Scalars() {}

  /** The number, when it is a whole one. */
  public static OptionalLong whole(Tree tree) {
    if (tree instanceof Scalar s) {
      if (s.value() instanceof Integer i) {
        return OptionalLong.of(i);
      }
      if (s.value() instanceof Double d && d == Math.rint(d) && Math.abs(d) <= EXACT) {
        return OptionalLong.of(d.longValue());
      }
    }
    return OptionalLong.empty();
  }

  public static String text(Tree tree) {
    var whole = whole(tree);
    if (whole.isPresent()) {
      return Long.toString(whole.getAsLong());
    }
    return tree instanceof Scalar s
        ? s.value() instanceof Double d
            ? new BigDecimal(d.toString()).toPlainString()
            : s.value().toString()
        : "";
  }

  /** The same place in the program with another value. */
  public static Tree like(Tree old, Object value) {
    Object kept =
        value instanceof Long l
            ? l == (int) (long) l ? (Object) (int) (long) l : (Object) (double) (long) l
            : value;
    return old instanceof Scalar s
        ? new Scalar(kept, s.marks(), s.written())
        : new Scalar(kept, old.marks());
  }
}
