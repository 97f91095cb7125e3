package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The tree of what a program wrote: Args, Outputs, lists and maps in any mixture. */
final class Resolver {
  private final AtomicBoolean blocked = new AtomicBoolean();

  /**
   * @param blocked true when an input comes from a component that failed
   */
  record Resolved(Fields inputs, boolean blocked) {}

  static CompletableFuture<Resolved> resolve(InputSource args) {
    var resolver = new Resolver();
    return resolver
        .map(args.inputs(), Marks.NONE)
        .thenApply(tree -> new Resolved((Fields) tree, resolver.blocked.get()));
  }

  static CompletableFuture<Tree> resolve(Output<?> output) {
    return new Resolver().any(output, Marks.NONE);
  }

  /**
   * What is plain in the Args; every Output counts as unknown, but for lists of outputs of ours.
   */
  static Fields plain(InputSource args) {
    return plain(args.inputs());
  }

  private static Fields plain(Map<?, ?> inputs) {
    var fields = new LinkedHashMap<String, Tree>();
    inputs.forEach((name, value) -> fields.put(String.valueOf(name), plain((Object) value)));
    return new Fields(fields, Marks.NONE);
  }

  private static Tree plain(Object input) {
    if (input instanceof Output<?> output) {
      return Joins.outline(output);
    }
    if (input instanceof InputSource args) {
      return plain(args);
    }
    if (input instanceof Map<?, ?> map) {
      return plain(map);
    }
    return input instanceof List<?> l
        ? new Items(l.stream().map(x -> plain((Object) x)).toList(), Marks.NONE)
        : Tree.of(input);
  }

  private CompletableFuture<Tree> any(@Nullable Object input, Marks marks) {
    if (input instanceof Output<?> output) {
      return Joins.treeOf(output)
          .map(tree -> tree.thenApply(t -> joined(t, marks)))
          .orElseGet(() -> Internal.of(output).getDataAsync().thenCompose(d -> data(d, marks)));
    }
    if (input instanceof InputSource args) {
      return map(args.inputs(), marks);
    }
    if (input instanceof List<?> list) {
      return list(list, marks);
    }
    if (input instanceof Map<?, ?> map) {
      return map(map, marks);
    }
    return done(input == null ? new Unknown(marks) : Tree.of(input).marked(marks));
  }

  private Tree joined(Optional<Tree> tree, Marks marks) {
    if (tree.isEmpty()) {
      blocked.set(true);
    }
    return tree.map(t -> t.marked(marks)).orElseGet(() -> new Unknown(marks));
  }

  private CompletableFuture<Tree> data(OutputData<?> data, Marks outer) {
    var marks = outer.and(ResourceOrigin.marks(data.isSecret(), data.getResources()));
    return data.isKnown() ? any(data.getValueNullable(), marks) : done(new Unknown(marks));
  }

  private CompletableFuture<Tree> list(List<?> list, Marks marks) {
    var items = new ArrayList<CompletableFuture<Tree>>();
    list.forEach(x -> items.add(any(x, marks)));
    return all(items)
        .thenApply(
            x ->
                new Items(
                    items.stream().map(CompletableFuture::join).toList(),
                    items.isEmpty() ? marks : Marks.NONE));
  }

  private CompletableFuture<Tree> map(Map<?, ?> map, Marks marks) {
    var fields = new LinkedHashMap<String, CompletableFuture<Optional<Tree>>>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), optional(value, marks)));
    return all(fields.values())
        .thenApply(
            x -> {
              var present = new LinkedHashMap<String, Tree>();
              fields.forEach((name, f) -> f.join().ifPresent(t -> present.put(name, t)));
              return new Fields(present, present.isEmpty() ? marks : Marks.NONE);
            });
  }

  /** A known null stands for a property that is left out. */
  private CompletableFuture<Optional<Tree>> optional(@Nullable Object value, Marks marks) {
    if (value == null) {
      return done(Optional.empty());
    }
    if (value instanceof Output<?> output && Joins.treeOf(output).isEmpty()) {
      return Internal.of(output)
          .getDataAsync()
          .thenCompose(
              d ->
                  d.isKnown() && d.getValueNullable() == null
                      ? done(Optional.<Tree>empty())
                      : data(d, marks).thenApply(Optional::of));
    }
    return any(value, marks).thenApply(Optional::of);
  }

  private static CompletableFuture<Void> all(
      java.util.Collection<? extends CompletableFuture<?>> of) {
    return CompletableFuture.allOf(of.toArray(new CompletableFuture<?>[0]));
  }

  private static <T> CompletableFuture<T> done(T value) {
    return ContextAwareCompletableFuture.completedFuture(value);
  }
}
