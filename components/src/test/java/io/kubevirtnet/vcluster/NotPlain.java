package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.LinkedHashMap;
import java.util.Set;

/** Texts of a test file that stand for what is not known yet, or is a secret. */
final class NotPlain {
  private static final String SECRET = "${secret}";

  private NotPlain() {}

  static Tree of(Tree tree) {
    if (tree instanceof Fields f) {
      var changed = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, value) -> changed.put(name, of(value)));
      return new Fields(changed, f.marks());
    }
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(NotPlain::of).toList(), l.marks());
    }
    if (tree instanceof Scalar s && s.value() instanceof String text) {
      return of(text, s);
    }
    return tree;
  }

  private static Tree of(String text, Scalar scalar) {
    if (text.equals("${unknown}")) {
      return new Unknown(Marks.NONE);
    }
    return text.startsWith(SECRET)
        ? new Scalar(text.substring(SECRET.length()), new Marks(true, Set.of()))
        : scalar;
  }

  /** For print: what has no plain form as a text that says so. */
  static Tree shown(Tree tree) {
    if (tree instanceof Fields f) {
      var changed = new LinkedHashMap<String, Tree>();
      f.fields().forEach((name, value) -> changed.put(name, shown(value)));
      return new Fields(changed, f.marks());
    }
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(NotPlain::shown).toList(), l.marks());
    }
    if (tree.marks().secret()) {
      return Tree.of((Object) "[secret]");
    }
    return tree instanceof Unknown ? Tree.of((Object) "(known after apply)") : tree;
  }
}
