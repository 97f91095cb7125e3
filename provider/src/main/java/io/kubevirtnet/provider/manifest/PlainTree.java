package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tree of what a YAML parser gives. Null counts as left out, as in the API server, but for what
 * is a patch.
 */
final class PlainTree {
  private static final int DEEPEST = 200;
  private static final int ALWAYS_FINE = 100_000;

  /** A field of a NodeProvider in which null takes away what a template has. */
  static final String PATCH = "mergeVirtualMachineTemplate";

  private final int most;
  private final SharedTrees trees;
  private int values;
  private int patches;

  private PlainTree(int most, SharedTrees trees) {
    this.most = most;
    this.trees = trees;
  }

  /** Aliases that hold each other, or multiply what a short text says. */
  static final class Boundless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Boundless(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The tree of a value.
   *
   * @param characters length of the text that it was read from: without aliases there can not be
   *     more values than that
   * @param trees of the same text
   */
  static Optional<Tree> of(@Nullable Object value, int characters, SharedTrees trees) {
    return new PlainTree(Math.max(ALWAYS_FINE, characters), trees).tree(value, 0);
  }

  private Optional<Tree> tree(@Nullable Object value, int depth) {
    if (value == null) {
      return Optional.empty();
    }
    if (depth > DEEPEST) {
      throw new Boundless("nested deeper than " + DEEPEST + " levels, or aliases in a circle.");
    }
    if (++values > most) {
      throw new Boundless("its aliases make more than " + most + " values of a short text.");
    }
    if (value instanceof Map<?, ?> map) {
      var fields = new LinkedHashMap<String, Tree>();
      map.forEach(
          (k, v) ->
              field(String.valueOf(k), v, depth + 1)
                  .ifPresent(t -> fields.put(String.valueOf(k), t)));
      return Optional.of(trees.fields(fields));
    }
    if (value instanceof List<?> list) {
      List<Tree> items =
          list.stream().map(x -> tree((Object) x, depth + 1).orElse(Fields.EMPTY)).toList();
      return Optional.of(trees.items(items));
    }
    return Optional.of(trees.scalar(scalar(value)));
  }

  private Optional<Tree> field(String name, @Nullable Object value, int depth) {
    if (value == null) {
      return patches > 0 ? Optional.of(new Null(Marks.NONE)) : Optional.empty();
    }
    int inside = name.equals(PATCH) ? 1 : 0;
    patches += inside;
    var tree = tree(value, depth);
    patches -= inside;
    return tree;
  }

  private static Object scalar(Object value) {
    if (value instanceof Boolean || value instanceof Integer || value instanceof Double) {
      return value;
    }
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    return value instanceof Date d ? d.toInstant().toString() : String.valueOf(value);
  }
}
