package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.value.Tree.Fields;
import java.util.concurrent.CompletableFuture;

/** A child that keeps the facts of a server cluster: a NetrisServerCluster. */
final class ServerClusterObject extends CustomResource {

  ServerClusterObject(
      Child child, CompletableFuture<Fields> inputs, CustomResourceOptions options) {
    super(child.token(), child.name(), new Args(inputs), options);
  }

  /** What a network hands on. */
  private static final class Args extends ResourceArgs {
    @Import(name = "serverCluster")
    private final Output<Object> serverCluster;

    @Import(name = "facts")
    private final Output<Object> facts;

    @Import(name = "hostModel")
    private final Output<Object> hostModel;

    @Import(name = "bridgeName")
    private final Output<Object> bridgeName;

    @Import(name = "definitions")
    private final Output<Object> definitions;

    @Import(name = "suppress")
    private final Output<Object> suppress;

    Args(CompletableFuture<Fields> inputs) {
      serverCluster = Lifted.property(inputs, "serverCluster");
      facts = Lifted.property(inputs, "facts");
      hostModel = Lifted.property(inputs, "hostModel");
      bridgeName = Lifted.property(inputs, "bridgeName");
      definitions = Lifted.property(inputs, "definitions");
      suppress = Lifted.property(inputs, "suppress");
    }
  }
}
