package io.kubevirtnet.sdk;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Typed outputs of components, with the tree behind each. An Output that holds one unknown leaf is
 * unknown as a whole to the SDK; its tree still has all the others, and says when its component
 * failed.
 */
public final class Joins {
  private static final Map<Output<?>, CompletableFuture<Optional<Tree>>> TREES =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** What can be told of an output before anything is known, for those that others list. */
  private static final Map<Output<?>, Supplier<Tree>> OUTLINES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Joins() {}

  /** The typed object in an output of another stack or program. */
  public static <T> Output<T> read(Output<?> output, Function<Fields, T> type) {
    return of(Resolver.resolve(output).thenApply(Optional::of), t -> type.apply((Fields) t));
  }

  /** Several outputs as one list input; each keeps its own tree. */
  @SafeVarargs
  @SuppressWarnings({"unchecked", "varargs"})
  public static <T> Output<List<T>> list(Output<T>... outputs) {
    var list = (Output<List<T>>) (Output<?>) Output.of(List.of(outputs));
    var items = List.<Output<?>>of(outputs);
    OUTLINES.put(list, () -> new Items(items.stream().map(Joins::outline).toList(), Marks.NONE));
    return list;
  }

  /** What is plain in it: unknown as a whole for most. */
  static Tree outline(Output<?> output) {
    return Optional.ofNullable(OUTLINES.get(output))
        .map(Supplier::get)
        .orElseGet(() -> new Unknown(Marks.NONE));
  }

  /** An output that never completes when its component failed: nothing must be made from it. */
  static <T> Output<T> of(CompletableFuture<Optional<Tree>> tree, Function<Tree, T> type) {
    CompletableFuture<OutputData<T>> data =
        tree.thenCompose(
            t ->
                t.isPresent()
                    ? CompletableFuture.completedFuture(data(t.get(), type))
                    : new CompletableFuture<>());
    Output<T> output = new OutputInternal<>(data);
    TREES.put(output, tree);
    return output;
  }

  /** The same, of which something can be told already. */
  static <T> Output<T> of(
      CompletableFuture<Optional<Tree>> tree, Function<Tree, T> type, Supplier<Tree> outline) {
    Output<T> output = of(tree, type);
    OUTLINES.put(output, outline);
    return output;
  }

  static Optional<CompletableFuture<Optional<Tree>>> treeOf(Output<?> output) {
    return Optional.ofNullable(TREES.get(output));
  }

  private static <T> OutputData<T> data(Tree tree, Function<Tree, T> type) {
    var marks = tree.allMarks();
    var resources = ImmutableSet.copyOf(ResourceOrigin.resources(marks));
    return tree.hasUnknown()
        ? OutputData.ofNullable(resources, null, false, marks.secret())
        : OutputData.of(resources, type.apply(tree), marks.secret());
  }
}
