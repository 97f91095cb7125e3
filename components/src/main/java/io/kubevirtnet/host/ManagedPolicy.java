package io.kubevirtnet.host;

import io.kubevirtnet.spec.BridgeNetworkSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;

/** From a policy to the NodeNetworkPolicy that rolls it out. */
public final class ManagedPolicy {
  public static final String KIND = "NodeNetworkPolicy";

  private ManagedPolicy() {}

  public static Fields inputs(BridgeNetworkSpec spec, HostPolicy policy) {
    return Tree.of("policyName", policy.name())
        .with("nodeSelector", policy.nodeSelector())
        .with("capture", policy.capture())
        .with("desiredState", policy.desiredState())
        .with("maxUnavailable", policy.maxUnavailable())
        .with("managementInterface", spec.managementInterface())
        .with("teardown", spec.teardown())
        .with("consumers", spec.consumers())
        .with("leftBehind", spec.leftBehind())
        .with("adopt", spec.adopt())
        .with("suppress", spec.suppress());
  }
}
