package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.value.Tree.Fields;
import java.util.concurrent.CompletableFuture;

/** A child that Pulumi's kubernetes provider makes. */
final class KubernetesObject extends CustomResource {

  KubernetesObject(Child child, CompletableFuture<Fields> object, CustomResourceOptions options) {
    super(child.token(), child.name(), new Args(object), options);
  }

  /** The properties that objects of ours have: a spec, or data where it is a ConfigMap. */
  private static final class Args extends ResourceArgs {
    @Import(name = "apiVersion")
    private final Output<Object> apiVersion;

    @Import(name = "kind")
    private final Output<Object> kind;

    @Import(name = "metadata")
    private final Output<Object> metadata;

    @Import(name = "spec")
    private final Output<Object> spec;

    @Import(name = "data")
    private final Output<Object> data;

    Args(CompletableFuture<Fields> object) {
      apiVersion = Lifted.property(object, "apiVersion");
      kind = Lifted.property(object, "kind");
      metadata = Lifted.property(object, "metadata");
      spec = Lifted.property(object, "spec");
      data = Lifted.property(object, "data");
    }
  }
}
