package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** An object as YAML for a reader: nothing secret, and a word for what is not known yet. */
final class ShownTree {
  private static final int MOST_LINES = 400;

  private ShownTree() {}

  static String yaml(Tree tree) {
    var lines = ManifestYaml.document(shown(tree.withoutNulls())).stripTrailing().lines().toList();
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    return lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
        + "\nand "
        + Piece.number(lines.size() - MOST_LINES)
        + " more lines";
  }

  private static Object shown(Tree tree) {
    if (tree.marks().secret()) {
      return "[secret]";
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Object>();
      f.fields().forEach((k, v) -> fields.put(k, shown(v)));
      return fields;
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(ShownTree::shown).toList();
    }
    if (tree instanceof Scalar s) {
      return s.value();
    }
    return tree instanceof Null ? "null" : "(known after apply)";
  }
}
