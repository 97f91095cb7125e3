package com.example.netris;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.kubevirtnet.KubeVirtNodeProvider;
import io.kubevirtnet.KubeVirtNodeProviderArgs;
import io.kubevirtnet.KubeVirtNodeType;
import io.kubevirtnet.KubeVirtNodeTypeArgs;
import io.kubevirtnet.NetrisNetwork;
import io.kubevirtnet.NetrisNetworkArgs;
import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.enums.UnreachableController;
import io.kubevirtnet.inputs.NetrisAddressesArgs;
import io.kubevirtnet.inputs.NetrisControllerArgs;
import io.kubevirtnet.inputs.NetrisKubeVipArgs;
import io.kubevirtnet.inputs.NodeImageArgs;
import io.kubevirtnet.inputs.NodeResourcesArgs;
import io.kubevirtnet.inputs.UplinkArgs;

/** The V-Net of a server cluster on the nodes, and vCluster nodes and a control plane on it. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var net =
        new NetrisNetwork(
            "tenant-a",
            NetrisNetworkArgs.builder()
                .serverCluster("tenant-a")
                .controller(controller(ctx))
                .hostModel(HostModel.Trunk)
                .uplink(UplinkArgs.builder().nic("bond0").build())
                .namespace("vms")
                .addresses(
                    NetrisAddressesArgs.builder()
                        .ranges("192.168.52.10-192.168.52.99")
                        .nameservers("192.168.48.53")
                        .build())
                .kubeVip(
                    NetrisKubeVipArgs.builder()
                        .vcluster("tenant-a")
                        .namespace("vcluster-tenant-a")
                        .address("192.168.55.9")
                        .build())
                .build());

    // Machines have no other network, so that the gateway of the V-Net is their only way out.
    var machine =
        new KubeVirtNodeType(
            "netris-vm",
            KubeVirtNodeTypeArgs.builder()
                .resources(NodeResourcesArgs.builder().cpu("2").memory("4Gi").build())
                .image(
                    NodeImageArgs.builder()
                        .url("docker://quay.io/containerdisks/ubuntu:22.04")
                        .rootDiskSize("20Gi")
                        .build())
                .podNetwork(PodNetworkChoice.None)
                .multusDefault(false)
                .attachment(net.attachment())
                .properties(net.nodeTypeProperties())
                .build());

    new KubeVirtNodeProvider(
        "netris-kv",
        KubeVirtNodeProviderArgs.builder()
            .cluster("kubevirt-host")
            .namespace("vms")
            .nodeTypes(machine.nodeType())
            .build());

    ctx.export("facts", net.facts());
    ctx.export("gateway", net.gateway());
    ctx.export("vclusterValues", net.vclusterValues());
  }

  /** Without configuration it is the stand-in of this repository. */
  private static NetrisControllerArgs controller(Context ctx) {
    var config = ctx.config();
    var controller =
        NetrisControllerArgs.builder()
            .url(config.get("url").orElse("https://127.0.0.1:8443"))
            .username(config.get("username").orElse("svc"))
            .password(config.getSecret("password").applyValue(p -> p.orElse("stand-in")))
            .whenUnreachable(UnreachableController.Unknown);
    config.get("caBundle").ifPresent(controller::caBundle);
    return controller.build();
  }
}
