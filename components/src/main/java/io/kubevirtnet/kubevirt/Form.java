package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value as KubeVirt's Go types hold it, to compare what they would find equal: what they do not
 * know is gone, and a text, a number or a flag that is zero is as good as none. An empty list and
 * an empty object are not.
 */
interface Form {
  /** What a preview cannot tell yet, which may be anything. */
  Object OPEN = new Object();

  /** In the place of a field that is not there. */
  Object NONE = new Object();

  /** The value, or nothing where Go would hold its zero. */
  Optional<Object> of(Tree tree);

  Form TEXT = tree -> open(tree).or(() -> nonZero(Scalars.text(tree), ""));
  Form NUMBER = tree -> open(tree).or(() -> nonZero(Scalars.text(tree), "0"));
  Form FLAG = tree -> open(tree).or(() -> nonZero(Scalars.text(tree), "false"));

  /** Behind a pointer, so that zero is something. */
  Form OPTIONAL_NUMBER = tree -> open(tree).or(() -> Optional.of(Scalars.text(tree)));

  /** An address without the leading zeros that KubeVirt takes off. */
  Form ADDRESS = tree -> open(tree).or(() -> nonZero(LeadingZeros.without(Scalars.text(tree)), ""));

  private static Optional<Object> open(Tree tree) {
    return tree instanceof Unknown ? Optional.of(OPEN) : Optional.empty();
  }

  private static Optional<Object> nonZero(String text, String zero) {
    return text.equals(zero) ? Optional.empty() : Optional.of(text);
  }

  static Form object(Map<String, Form> fields) {
    return tree -> open(tree).or(() -> Optional.of(fields(tree, fields)));
  }

  static Form list(Form item) {
    return tree -> open(tree).or(() -> Optional.of(items(tree, item)));
  }

  private static Map<String, Object> fields(Tree tree, Map<String, Form> known) {
    var found = new TreeMap<String, Object>();
    if (tree instanceof Fields f) {
      f.fields()
          .forEach(
              (name, value) -> {
                var form = known.get(name);
                if (form != null) {
                  form.of(value).ifPresent(v -> found.put(name, v));
                }
              });
    }
    return found;
  }

  private static List<Object> items(Tree tree, Form item) {
    return tree instanceof Items l
        ? l.items().stream().map(t -> item.of(t).orElse("")).toList()
        : List.of();
  }

  /** Nothing in them is known to differ. */
  static boolean isSame(Object one, Object other) {
    if (one == OPEN || other == OPEN) {
      return true;
    }
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      var names = new HashSet<Object>(a.keySet());
      names.addAll(b.keySet());
      return names.stream()
          .allMatch(
              n -> isSame(a.containsKey(n) ? a.get(n) : NONE, b.containsKey(n) ? b.get(n) : NONE));
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!isSame(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }
}
