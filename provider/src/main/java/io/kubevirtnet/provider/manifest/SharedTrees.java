package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One tree for what is the same. The states of thousands of nodes repeat each other nearly
 * everywhere, and would not fit into memory otherwise.
 */
final class SharedTrees {
  private static final int KEPT = 20_000;
  private static final int LONGEST_TEXT = 64;

  /** Larger ones have something of their own, and looking for them takes longer than it saves. */
  private static final int MOST_PARTS = 48;

  /** A short text does not repeat itself often enough. */
  private static final int SHORTEST_TEXT = 100_000;

  private final boolean shares;
  private final Map<Object, Scalar> scalars = new HashMap<>();
  private final Map<Tree, Tree> containers = new HashMap<>();

  /**
   * Those of one text.
   *
   * @param characters its length
   */
  SharedTrees(int characters) {
    shares = characters >= SHORTEST_TEXT;
  }

  Scalar scalar(Object value) {
    if (!shares || value instanceof String s && s.length() > LONGEST_TEXT) {
      return new Scalar(value, Marks.NONE);
    }
    if (scalars.size() >= KEPT) {
      scalars.clear();
    }
    return scalars.computeIfAbsent(value, v -> new Scalar(v, Marks.NONE));
  }

  Fields fields(Map<String, Tree> parts) {
    var tree = parts.isEmpty() ? Fields.EMPTY : new Fields(parts, Marks.NONE);
    return shares && isSmall(tree) ? (Fields) shared(tree) : tree;
  }

  Items items(List<Tree> parts) {
    var tree = new Items(parts, Marks.NONE);
    return shares && isSmall(tree) ? (Items) shared(tree) : tree;
  }

  private Tree shared(Tree tree) {
    if (containers.size() >= KEPT) {
      containers.clear();
    }
    var known = containers.putIfAbsent(tree, tree);
    return known == null ? tree : known;
  }

  private static boolean isSmall(Tree tree) {
    return parts(tree, MOST_PARTS) > 0;
  }

  /** What is left of a number of parts; 0 or less when there are more. */
  private static int parts(Tree tree, int most) {
    int left = most - 1;
    if (tree instanceof Fields f) {
      for (var part : f.fields().values()) {
        left = left <= 0 ? 0 : parts(part, left);
      }
    } else if (tree instanceof Items l) {
      for (var part : l.items()) {
        left = left <= 0 ? 0 : parts(part, left);
      }
    }
    return left;
  }
}
