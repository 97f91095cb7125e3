package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.value.Tree.Fields;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A child that Pulumi's kubernetes provider makes. */
final class KubernetesObject extends CustomResource {

  KubernetesObject(Child child, CompletableFuture<Fields> object, CustomResourceOptions options) {
    super(child.token(), child.name(), new Args(object), options);
  }

  /** The four properties that every object of ours has. */
  private static final class Args extends ResourceArgs {
    @Import(name = "apiVersion")
    private final Output<Object> apiVersion;

    @Import(name = "kind")
    private final Output<Object> kind;

    @Import(name = "metadata")
    private final Output<Object> metadata;

    @Import(name = "spec")
    private final Output<Object> spec;

    Args(CompletableFuture<Fields> object) {
      apiVersion = property(object, "apiVersion");
      kind = property(object, "kind");
      metadata = property(object, "metadata");
      spec = property(object, "spec");
    }

    private static Output<Object> property(CompletableFuture<Fields> object, String name) {
      return new OutputInternal<>(object.thenCompose(o -> data(Lifted.property(o, name))));
    }

    private static CompletableFuture<OutputData<Object>> data(@Nullable Output<Object> property) {
      return property == null
          ? CompletableFuture.completedFuture(OutputData.ofNullable(null))
          : Internal.of(property).getDataAsync();
    }
  }
}
