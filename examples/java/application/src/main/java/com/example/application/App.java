package com.example.application;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import io.kubevirtnet.NodeClaim;
import io.kubevirtnet.NodeClaimArgs;
import io.kubevirtnet.VirtualMachine;
import io.kubevirtnet.VirtualMachineArgs;
import io.kubevirtnet.inputs.PodNetworkArgs;
import io.kubevirtnet.inputs.VmNetworkArgs;
import io.kubevirtnet.outputs.Attachment;
import java.util.List;

/** Machines on a network that another stack has, typed again and checked again. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var platform =
        new StackReference(ctx.config().get("platform").orElse("organization/platform/dev"));
    var lan = Attachment.from(platform.requireOutput("lan"));

    new VirtualMachine(
        "web",
        VirtualMachineArgs.builder()
            .namespace("vms")
            .memory("2Gi")
            .containerDisk("quay.io/containerdisks/fedora:latest")
            .networks(
                VmNetworkArgs.builder().name("default").pod(PodNetworkArgs.Empty).build(),
                VmNetworkArgs.builder().name("lan").attachment(lan).stableMac(true).build())
            .build());

    new NodeClaim(
        "builder",
        NodeClaimArgs.builder()
            .namespace("p-builds")
            .provider(text(platform, "provider"))
            .nodeType(first(platform, "nodeTypeNames"))
            .build());
  }

  private static Output<String> first(StackReference platform, String names) {
    return platform
        .requireOutput(names)
        .applyValue(all -> String.valueOf(((List<?>) all).get(0)));
  }

  private static Output<String> text(StackReference platform, String name) {
    return platform.requireOutput(name).applyValue(String::valueOf);
  }
}
