package io.kubevirtnet.sdk;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.Resource;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A tree as the SDK's serializer takes it: plain leaves stay plain, and each unknown, secret or
 * dependent leaf is an Output at its own place.
 */
public final class Lifted {
  private Lifted() {}

  /** One property of a typed output, or null when it is left out. */
  public static @Nullable Output<Object> property(Fields tree, String name) {
    return tree.get(name).map(t -> Output.of(lift(t))).orElse(null);
  }

  /** One property of a child, once the component knows its children. */
  static Output<Object> property(CompletableFuture<Fields> inputs, String name) {
    return new OutputInternal<>(
        inputs.thenCompose(
            tree -> {
              var property = property(tree, name);
              return property == null
                  ? CompletableFuture.completedFuture(OutputData.ofNullable(null))
                  : Internal.of(property).getDataAsync();
            }));
  }

  static Object lift(Tree tree) {
    if (tree instanceof Items l) {
      return wrap(l.items().stream().map(Lifted::lift).toList(), l.marks());
    }
    if (tree instanceof Fields f) {
      var lifted = new LinkedHashMap<String, Object>();
      f.fields()
          .forEach(
              (name, value) -> {
                if (!(value instanceof Null)) {
                  lifted.put(name, lift(value));
                }
              });
      return wrap(lifted, f.marks());
    }
    return tree instanceof Scalar s ? wrap(s.value(), s.marks()) : unknown(tree.marks());
  }

  private static Object wrap(Object value, Marks marks) {
    return marks.none() ? value : output(OutputData.of(resources(marks), value, marks.secret()));
  }

  /** The serializer drops the secret flag of an unknown Output, but not of what holds one. */
  private static Object unknown(Marks marks) {
    OutputData<Object> data = OutputData.ofNullable(resources(marks), null, false, false);
    return marks.secret()
        ? output(OutputData.of(resources(marks), output(data), true))
        : output(data);
  }

  private static Object output(OutputData<Object> data) {
    return new OutputInternal<>(data);
  }

  private static ImmutableSet<Resource> resources(Marks marks) {
    return ImmutableSet.copyOf(ResourceOrigin.resources(marks));
  }
}
