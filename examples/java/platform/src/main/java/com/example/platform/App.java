package com.example.platform;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.kubevirtnet.KubeVirtNodeProvider;
import io.kubevirtnet.KubeVirtNodeProviderArgs;
import io.kubevirtnet.KubeVirtNodeType;
import io.kubevirtnet.KubeVirtNodeTypeArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.NodeImageArgs;
import io.kubevirtnet.inputs.NodeResourcesArgs;

/** What a platform team gives to others: a network, and node types that are on it. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var lan =
        new NetworkAttachment(
            "vm-lan",
            NetworkAttachmentArgs.builder()
                .namespace("vms")
                .linuxBridge(
                    LinuxBridgeArgs.builder()
                        .bridgeName("br1")
                        .vlan(100)
                        .macSpoofCheck(true)
                        .build())
                .build());

    var machine =
        new KubeVirtNodeType(
            "bridge-vm",
            KubeVirtNodeTypeArgs.builder()
                .resources(NodeResourcesArgs.builder().cpu("2").memory("4Gi").build())
                .image(
                    NodeImageArgs.builder()
                        .url("docker://quay.io/containerdisks/ubuntu:22.04")
                        .rootDiskSize("20Gi")
                        .build())
                .attachment(lan.attachment())
                .podNetwork(PodNetworkChoice.Keep)
                .build());

    var provider =
        new KubeVirtNodeProvider(
            "kv",
            KubeVirtNodeProviderArgs.builder()
                .cluster("kubevirt-host")
                .namespace("vms")
                .nodeTypes(machine.nodeType())
                .build());

    ctx.export("lan", lan.attachment());
    ctx.export("provider", provider.name());
    ctx.export("nodeTypeNames", provider.nodeTypeNames());
  }
}
