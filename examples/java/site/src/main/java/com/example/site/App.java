package com.example.site;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.KubeVirtNodeProvider;
import io.kubevirtnet.KubeVirtNodeProviderArgs;
import io.kubevirtnet.KubeVirtNodeType;
import io.kubevirtnet.KubeVirtNodeTypeArgs;
import io.kubevirtnet.NetrisNetwork;
import io.kubevirtnet.NetrisNetworkArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.VirtualMachine;
import io.kubevirtnet.VirtualMachineArgs;
import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.enums.Rollout;
import io.kubevirtnet.enums.VmBinding;
import io.kubevirtnet.enums.WiringRecord;
import io.kubevirtnet.inputs.GuestAddressesArgs;
import io.kubevirtnet.inputs.GuestLinkArgs;
import io.kubevirtnet.inputs.GuestNetworkArgs;
import io.kubevirtnet.inputs.IpArgs;
import io.kubevirtnet.inputs.LinuxBridgeArgs;
import io.kubevirtnet.inputs.NetrisAddressesArgs;
import io.kubevirtnet.inputs.NodeImageArgs;
import io.kubevirtnet.inputs.NodeResourcesArgs;
import io.kubevirtnet.inputs.PodNetworkArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import io.kubevirtnet.inputs.VmNetworkArgs;
import io.kubevirtnet.inputs.VmPortArgs;
import io.kubevirtnet.outputs.NetrisFacts;
import java.util.Map;

/**
 * A bridge on the workers, VLAN 100 over it for virtual machines, one such machine, vCluster nodes,
 * and the V-Net of a server cluster of Netris.
 */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    int vlan = ctx.config().getInteger("vlan").orElse(100);
    boolean plain = ctx.config().getBoolean("plain").orElse(false);

    var br1 =
        new BridgeNetwork(
            "br1",
            BridgeNetworkArgs.builder()
                .uplink(UplinkArgs.builder().nic("ens4").build())
                .nodeSelector(Map.of("node-role.kubernetes.io/worker", ""))
                .ipv4(IpArgs.builder().mode(IpMode.Dhcp).build())
                .rollout(plain ? Rollout.Plain : Rollout.Managed)
                .build());

    var lan =
        new NetworkAttachment(
            "vm-lan",
            NetworkAttachmentArgs.builder()
                .namespace("vms")
                .linuxBridge(
                    LinuxBridgeArgs.builder()
                        .bridge(br1.bridge())
                        .vlan(vlan)
                        .macSpoofCheck(true)
                        .build())
                .build());

    new VirtualMachine(
        "web",
        VirtualMachineArgs.builder()
            .namespace("vms")
            .memory("2Gi")
            .cpuCores(2)
            .containerDisk("quay.io/containerdisks/fedora:latest")
            .networks(
                VmNetworkArgs.builder()
                    .name("default")
                    .pod(PodNetworkArgs.Empty)
                    .binding(VmBinding.Masquerade)
                    .ports(VmPortArgs.builder().port(80).build())
                    .build(),
                VmNetworkArgs.builder()
                    .name("lan")
                    .attachment(lan.attachment())
                    .binding(VmBinding.Bridge)
                    .stableMac(true)
                    .build())
            .guestNetwork(
                GuestNetworkArgs.builder()
                    .links(
                        GuestLinkArgs.builder()
                            .network("lan")
                            .addresses("10.100.0.7/24")
                            .gateway4("10.100.0.1")
                            .nameservers("10.100.0.2")
                            .build())
                    .build())
            .wiring(plain ? WiringRecord.None : WiringRecord.Resource)
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
                .guestAddresses(
                    GuestAddressesArgs.builder()
                        .cidr("10.100.0.0/24")
                        .ranges("10.100.0.100-10.100.0.150")
                        .gateway("10.100.0.1")
                        .nameservers("10.100.0.2")
                        .build())
                .maxCapacity(50)
                .build());

    var provider =
        new KubeVirtNodeProvider(
            "kv",
            KubeVirtNodeProviderArgs.builder()
                .cluster("kubevirt-host")
                .namespace("vms")
                .nodeTypes(machine.nodeType())
                .wiring(plain ? WiringRecord.None : WiringRecord.Resource)
                .build());

    // Facts that are written down: `kubevirtnet netris facts` prints them.
    var tenant =
        new NetrisNetwork(
            "tenant-a",
            NetrisNetworkArgs.builder()
                .serverCluster("tenant-a")
                .facts(
                    NetrisFacts.builder()
                        .vnet("tenant-a-nodes")
                        .gateway("192.168.55.254/21")
                        .vlan(3)
                        .vxlan(14)
                        .build())
                .hostModel(HostModel.Trunk)
                .uplink(UplinkArgs.builder().nic("bond0").build())
                .nodeSelector(Map.of("node-role.kubernetes.io/worker", ""))
                .namespace("vms")
                .addresses(
                    NetrisAddressesArgs.builder()
                        .ranges("192.168.50.10-192.168.50.99")
                        .nameservers("192.168.48.53")
                        .build())
                .rollout(plain ? Rollout.Plain : Rollout.Managed)
                .build());

    ctx.export("vclusterValues", provider.vclusterValues());
    ctx.export("nodeTypeProperties", tenant.nodeTypeProperties());
  }
}
