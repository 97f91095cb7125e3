package io.kubevirtnet.provider.plan;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When two values are one. 1 and 1.0 always are, as in JSON. A number and its text are where the
 * reader takes both: in a desired state, and where Kubernetes takes quantities or a number or text.
 * Quantities of one size are alike in whatever unit.
 *
 * @param kind of the object
 */
record Sameness(String kind) {
  private static final Pattern IN_STATE = Pattern.compile("spec\\.desiredState\\b.*");
  private static final Set<String> QUANTITIES =
      Set.of("cpu", "memory", "storage", "guest", "maxGuest", "ephemeral-storage");
  private static final Set<String> NUMBER_OR_TEXT =
      Set.of("maxUnavailable", "port", "targetPort", "minReadySeconds");
  private static final Pattern AMOUNTS =
      Pattern.compile(".*\\.(requests|limits|resources|capacity|overhead|memory)[.\\[].*");

  /** Nobody can tell the two apart, however they are printed. */
  static boolean identical(Tree a, Tree b) {
    if (a == b) {
      return true;
    }
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return identical(x, y);
    }
    if (a instanceof Items x && b instanceof Items y) {
      boolean same = x.items().size() == y.items().size();
      for (int i = 0; same && i < x.items().size(); i++) {
        same = identical(x.items().get(i), y.items().get(i));
      }
      return same;
    }
    if (a instanceof Fields x && b instanceof Fields y) {
      return x.fields().size() == y.fields().size()
          && x.fields().entrySet().stream()
              .allMatch(e -> y.get(e.getKey()).filter(t -> identical(e.getValue(), t)).isPresent());
    }
    return a instanceof Null && b instanceof Null || a instanceof Unknown && b instanceof Unknown;
  }

  private static boolean identical(Scalar a, Scalar b) {
    return a.value() instanceof Number x && b.value() instanceof Number y
        ? x.doubleValue() == y.doubleValue()
        : a.value().equals(b.value());
  }

  /** Two ways to write one thing at this place. */
  boolean alike(String path, Tree a, Tree b) {
    if (!(a instanceof Scalar x) || !(b instanceof Scalar y)) {
      return false;
    }
    var key = path.substring(path.lastIndexOf('.') + 1);
    boolean amount = QUANTITIES.contains(key) || AMOUNTS.matcher(path).matches();
    boolean sameText = Scalars.text(x).equals(Scalars.text(y));
    return sameText && (amount || NUMBER_OR_TEXT.contains(key) || isInState(path))
        || amount && isSameQuantity(x, y);
  }

  private boolean isInState(String path) {
    return kind.equals(HostPolicy.KIND) && IN_STATE.matcher(path).matches();
  }

  private static boolean isSameQuantity(Scalar a, Scalar b) {
    var one = Quantity.parse(Scalars.text(a));
    var other = Quantity.parse(Scalars.text(b));
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }
}
