package com.example.devices;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import io.kubevirtnet.BindingPlugin;
import io.kubevirtnet.BindingPluginArgs;
import io.kubevirtnet.KubeVirtNetworkSettings;
import io.kubevirtnet.KubeVirtNetworkSettingsArgs;
import io.kubevirtnet.MacvtapDevices;
import io.kubevirtnet.MacvtapDevicesArgs;
import io.kubevirtnet.SriovNetwork;
import io.kubevirtnet.SriovNetworkArgs;
import io.kubevirtnet.VirtualMachine;
import io.kubevirtnet.VirtualMachineArgs;
import io.kubevirtnet.enums.DefaultBinding;
import io.kubevirtnet.enums.DomainAttachment;
import io.kubevirtnet.enums.PluginMigration;
import io.kubevirtnet.inputs.BindingCniArgs;
import io.kubevirtnet.inputs.MacvtapDeviceArgs;
import io.kubevirtnet.inputs.PodNetworkArgs;
import io.kubevirtnet.inputs.SriovDeviceArgs;
import io.kubevirtnet.inputs.VmNetworkArgs;
import io.kubevirtnet.inputs.VmPortArgs;
import java.util.Map;

/** Devices of the nodes for virtual machines, and what KubeVirt has to be told to bind them. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var fast =
        new SriovNetwork(
            "fast",
            SriovNetworkArgs.builder()
                .namespace("vms")
                .nodeSelector(Map.of("feature.node.kubernetes.io/network-sriov.capable", "true"))
                .device(
                    SriovDeviceArgs.builder()
                        .vendor("8086")
                        .deviceId("158b")
                        .pfNames("ens1f0")
                        .vfs(8)
                        .build())
                .vlan(200)
                .build());

    var dataplane =
        new MacvtapDevices(
            "dataplane",
            MacvtapDevicesArgs.builder()
                .namespace("vms")
                .devices(MacvtapDeviceArgs.builder().name("dataplane").lowerDevice("ens5").build())
                .build());

    var macvtap =
        new BindingPlugin(
            "macvtap", BindingPluginArgs.builder().attachmentType(DomainAttachment.Tap).build());

    var passt =
        new BindingPlugin(
            "passt",
            BindingPluginArgs.builder()
                .sidecarImage("quay.io/kubevirt/network-passt-binding:v1.9.0")
                .cni(
                    BindingCniArgs.builder()
                        .program("kubevirt-passt-binding")
                        .namespace("default")
                        .build())
                .migration(PluginMigration.LinkRefresh)
                .memoryOverhead("250Mi")
                .build());

    new KubeVirtNetworkSettings(
        "networks",
        KubeVirtNetworkSettingsArgs.builder().defaultBinding(DefaultBinding.Masquerade).build());

    new VirtualMachine(
        "packets",
        VirtualMachineArgs.builder()
            .namespace("vms")
            .memory("4Gi")
            .cpuCores(2)
            .dedicatedCpus(true)
            .containerDisk("quay.io/containerdisks/fedora:latest")
            .networks(
                VmNetworkArgs.builder().name("default").pod(PodNetworkArgs.Empty).build(),
                VmNetworkArgs.builder()
                    .name("fast")
                    .attachment(fast.attachment())
                    .stableMac(true)
                    .build())
            .build());

    new VirtualMachine(
        "web",
        VirtualMachineArgs.builder()
            .namespace("vms")
            .memory("2Gi")
            .containerDisk("quay.io/containerdisks/fedora:latest")
            .networks(
                VmNetworkArgs.builder()
                    .name("default")
                    .pod(PodNetworkArgs.Empty)
                    .plugin(passt.binding())
                    .ports(VmPortArgs.builder().port(80).build())
                    .build())
            .build());

    ctx.export("fast", fast.attachment());
    ctx.export("dataplane", dataplane.attachment());
    ctx.export("macvtap", macvtap.binding());
    ctx.export("passt", passt.binding());
  }
}
