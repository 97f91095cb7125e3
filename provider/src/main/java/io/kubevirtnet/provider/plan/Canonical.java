package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.TreeMap;

/** A text by which trees are put in order; it may hold secrets and is never shown. */
final class Canonical {
  private final StringBuilder text = new StringBuilder();

  private Canonical() {}

  static String text(Tree tree) {
    var canonical = new Canonical();
    canonical.add(tree);
    return canonical.text.toString();
  }

  private void add(Tree tree) {
    if (tree instanceof Fields f) {
      text.append('{');
      new TreeMap<>(f.fields())
          .forEach(
              (name, value) -> {
                text.append(name).append('=');
                add(value);
              });
      text.append('}');
    } else if (tree instanceof Items l) {
      text.append('[');
      l.items().forEach(this::add);
      text.append(']');
    } else {
      text.append(tree instanceof Scalar ? Scalars.text(tree) : "?").append(',');
    }
  }
}
