package io.kubevirtnet.provider.cli;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.NodeProperty;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A machine of a node type, as it can be printed. */
final class PreviewTree {
  private static final String OPEN = "[unknown]";

  private PreviewTree() {}

  /** What a property says. */
  static String text(NodeProperty property) {
    return property.value().tree().map(t -> String.valueOf(plain(t))).orElse("");
  }

  /** Nothing when there is none, or the platform makes it of what is not known here. */
  static Optional<String> networkData(EffectiveNode node) {
    return node.networkData().filter(Scalar.class::isInstance).map(t -> String.valueOf(plain(t)));
  }

  static Object plain(Tree tree) {
    if (tree.allMarks().secret() && tree instanceof Scalar) {
      return Part.SECRET;
    }
    if (tree instanceof Fields f) {
      var fields = new LinkedHashMap<String, Object>();
      f.fields()
          .forEach(
              (name, value) -> {
                if (!(value instanceof Null)) {
                  fields.put(name, plain(value));
                }
              });
      return fields;
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(PreviewTree::plain).toList();
    }
    return tree instanceof Scalar s ? s.value() : OPEN;
  }
}
