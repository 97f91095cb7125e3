package com.example.clusters;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.inputs.LinuxBridgeArgs;

/** One network for virtual machines that move between clusters. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var lan =
        NetworkAttachmentArgs.builder()
            .name("vm-lan")
            .namespace("vms")
            .linuxBridge(
                LinuxBridgeArgs.builder().bridgeName("br1").vlan(100).macSpoofCheck(true).build())
            .build();

    for (var cluster : ctx.config().get("clusters").orElse("east,west").split(",")) {
      var attachment =
          new NetworkAttachment(
              cluster,
              lan,
              ComponentResourceOptions.builder().providers(new KubernetesCluster(cluster)).build());
      ctx.export(cluster, attachment.attachment());
    }
  }
}
