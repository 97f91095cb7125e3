package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.value.Tree.Fields;
import java.util.concurrent.CompletableFuture;

/** A child that our own plugin makes: a NodeNetworkPolicy. */
final class ManagedPolicyObject extends CustomResource {

  ManagedPolicyObject(
      Child child, CompletableFuture<Fields> inputs, CustomResourceOptions options) {
    super(child.token(), child.name(), new Args(inputs), options);
  }

  /** What a component hands on; the rest keeps its defaults. */
  private static final class Args extends ResourceArgs {
    @Import(name = "policyName")
    private final Output<Object> policyName;

    @Import(name = "nodeSelector")
    private final Output<Object> nodeSelector;

    @Import(name = "capture")
    private final Output<Object> capture;

    @Import(name = "desiredState")
    private final Output<Object> desiredState;

    @Import(name = "maxUnavailable")
    private final Output<Object> maxUnavailable;

    @Import(name = "managementInterface")
    private final Output<Object> managementInterface;

    @Import(name = "teardown")
    private final Output<Object> teardown;

    @Import(name = "consumers")
    private final Output<Object> consumers;

    @Import(name = "leftBehind")
    private final Output<Object> leftBehind;

    @Import(name = "adopt")
    private final Output<Object> adopt;

    @Import(name = "suppress")
    private final Output<Object> suppress;

    Args(CompletableFuture<Fields> inputs) {
      policyName = Lifted.property(inputs, "policyName");
      nodeSelector = Lifted.property(inputs, "nodeSelector");
      capture = Lifted.property(inputs, "capture");
      desiredState = Lifted.property(inputs, "desiredState");
      maxUnavailable = Lifted.property(inputs, "maxUnavailable");
      managementInterface = Lifted.property(inputs, "managementInterface");
      teardown = Lifted.property(inputs, "teardown");
      consumers = Lifted.property(inputs, "consumers");
      leftBehind = Lifted.property(inputs, "leftBehind");
      adopt = Lifted.property(inputs, "adopt");
      suppress = Lifted.property(inputs, "suppress");
    }
  }
}
