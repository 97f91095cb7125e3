package io.kubevirtnet.provider.cli;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.KubeVirtNodeProvider;
import io.kubevirtnet.KubeVirtNodeProviderArgs;
import io.kubevirtnet.KubeVirtNodeType;
import io.kubevirtnet.KubeVirtNodeTypeArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.enums.OvsBondMode;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.enums.PortVlanMode;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.inputs.BridgePortArgs;
import io.kubevirtnet.inputs.IpArgs;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.NodeImageArgs;
import io.kubevirtnet.inputs.NodeResourcesArgs;
import io.kubevirtnet.inputs.OvsBondArgs;
import io.kubevirtnet.inputs.PortVlanArgs;
import io.kubevirtnet.inputs.RouteArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import java.util.Map;

/** Programs that the plans in {@code src/test/resources/plan} come from. */
public final class SitePrograms {
  private static final Map<String, String> WORKERS = Map.of("node-role.kubernetes.io/worker", "");

  private SitePrograms() {}

  /** Two mistakes in one component, which two others wait for. */
  public static void mistakes(Context ctx) {
    var lan = attachment("vm-lan", "VMs", bridge("br1", "ens4"), 5000);
    provider(machine(lan, image(Output.of("docker://quay.io/containerdisks/ubuntu:22.04"))));
  }

  /** Findings between components, and one that is only a warning. */
  public static void quarrel(Context ctx) {
    bridge("br1", "ens4");
    bridge("br2", "ens4");
    new NetworkAttachment(
        "outside",
        NetworkAttachmentArgs.builder()
            .namespaces("a", "b")
            .linuxBridge(LinuxBridgeArgs.builder().bridgeName("br-ex").build())
            .build());
  }

  /** A secret and an unknown value, each in the middle of an object. */
  public static void secrets(Context ctx) {
    var cluster = new StackReference("acme/platform/prod").output("image");
    var lan = attachment("vm-lan", "vms", bridge("br1", "ens4"), 100);
    new NetworkAttachment(
        "hidden",
        NetworkAttachmentArgs.builder()
            .namespace("vms")
            .linuxBridge(
                LinuxBridgeArgs.builder().bridgeName("br9").vlan(Output.ofSecret(1234)).build())
            .build());
    provider(
        machine(lan, image(Output.ofSecret("https://user:tr0ub4dor@images.example.com/disk.img"))));
    new KubeVirtNodeProvider(
        "later",
        KubeVirtNodeProviderArgs.builder()
            .cluster(cluster.applyValue(String::valueOf))
            .namespace("vms")
            .nodeTypes(machine(lan, "later-vm", image(Output.of("https://a/b"))).nodeType())
            .build());
  }

  /** Fixed addresses, routes, VLAN filters, and a bond and addresses inside Open vSwitch. */
  public static void bridges(Context ctx) {
    new BridgeNetwork(
        "edge",
        BridgeNetworkArgs.builder()
            .uplink(
                UplinkArgs.builder()
                    .nic("ens4")
                    .vlan(PortVlanArgs.builder().trunk("101", "200-500").nativeVlan(100).build())
                    .build())
            .nodeSelector(Map.of("kubernetes.io/hostname", "node1"))
            .ipv4(IpArgs.builder().mode(IpMode.Static).addresses("10.0.0.7/24").build())
            .routes(
                RouteArgs.builder().destination("10.1.0.0/16").nextHopAddress("10.0.0.1").build())
            .rollout(Rollout.Plain)
            .build());
    new BridgeNetwork(
        "switch",
        BridgeNetworkArgs.builder()
            .kind(BridgeKind.OvsBridge)
            .ports(
                BridgePortArgs.builder()
                    .name("bond1")
                    .bond(
                        OvsBondArgs.builder()
                            .mode(OvsBondMode.BalanceSlb)
                            .ports("ens5", "ens6")
                            .build())
                    .build())
            .ipv4(IpArgs.builder().mode(IpMode.Dhcp).build())
            .mtu(9000)
            .nodeSelector(WORKERS)
            .rollout(Rollout.Plain)
            .build());
    new BridgeNetwork(
        "inside",
        BridgeNetworkArgs.builder()
            .ports(
                BridgePortArgs.builder()
                    .name("ens8")
                    .vlan(PortVlanArgs.builder().mode(PortVlanMode.None).build())
                    .build())
            .nodeSelector(WORKERS)
            .rollout(Rollout.Plain)
            .build());
  }

  private static BridgeNetwork bridge(String name, String nic) {
    return new BridgeNetwork(
        name,
        BridgeNetworkArgs.builder()
            .uplink(UplinkArgs.builder().nic(nic).build())
            .nodeSelector(WORKERS)
            .rollout(Rollout.Plain)
            .build());
  }

  private static NetworkAttachment attachment(
      String name, String namespace, BridgeNetwork bridge, int vlan) {
    return new NetworkAttachment(
        name,
        NetworkAttachmentArgs.builder()
            .namespace(namespace)
            .linuxBridge(
                LinuxBridgeArgs.builder()
                    .bridge(bridge.bridge())
                    .vlan(vlan)
                    .macSpoofCheck(true)
                    .build())
            .build());
  }

  private static NodeImageArgs image(Output<String> url) {
    return NodeImageArgs.builder().url(url).rootDiskSize("20Gi").build();
  }

  private static KubeVirtNodeType machine(NetworkAttachment lan, NodeImageArgs image) {
    return machine(lan, "bridge-vm", image);
  }

  private static KubeVirtNodeType machine(NetworkAttachment lan, String name, NodeImageArgs image) {
    return new KubeVirtNodeType(
        name,
        KubeVirtNodeTypeArgs.builder()
            .resources(NodeResourcesArgs.builder().cpu("2").memory("4Gi").build())
            .image(image)
            .attachment(lan.attachment())
            .podNetwork(PodNetworkChoice.Keep)
            .build());
  }

  private static KubeVirtNodeProvider provider(KubeVirtNodeType type) {
    return new KubeVirtNodeProvider(
        "kv",
        KubeVirtNodeProviderArgs.builder()
            .cluster("kubevirt-host")
            .namespace("vms")
            .nodeTypes(type.nodeType())
            .build());
  }
}
