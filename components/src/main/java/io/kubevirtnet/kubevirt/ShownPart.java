package io.kubevirtnet.kubevirt;

import static java.util.stream.Collectors.joining;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;

/** A part of a machine in one line; nothing secret. */
final class ShownPart {
  static final String NONE = "(none)";
  static final String OPEN = "(known after apply)";

  private ShownPart() {}

  static String of(Part part) {
    return part.tree().map(ShownPart::of).orElse(NONE);
  }

  private static String of(Tree tree) {
    if (tree.marks().secret()) {
      return Part.SECRET;
    }
    if (tree instanceof Scalar s) {
      return Scalars.text(s);
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(ShownPart::of).collect(joining(", ", "[", "]"));
    }
    return tree instanceof Fields f
        ? f.fields().entrySet().stream()
            .map(e -> e.getKey() + ": " + of(e.getValue()))
            .collect(joining(", ", "{", "}"))
        : OPEN;
  }
}
