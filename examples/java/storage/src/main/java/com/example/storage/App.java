package com.example.storage;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.BridgeNetwork;
import io.kubevirtnet.BridgeNetworkArgs;
import io.kubevirtnet.NMState;
import io.kubevirtnet.NMStateArgs;
import io.kubevirtnet.NetworkAttachment;
import io.kubevirtnet.NetworkAttachmentArgs;
import io.kubevirtnet.SriovNetwork;
import io.kubevirtnet.SriovNetworkArgs;
import io.kubevirtnet.enums.BondMode;
import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.enums.ManagementInterface;
import io.kubevirtnet.enums.Teardown;
import io.kubevirtnet.inputs.BondArgs;
import io.kubevirtnet.inputs.IpArgs;
import io.kubevirtnet.inputs.NodeGroupArgs;
import io.kubevirtnet.inputs.OvnLocalnetArgs;
import io.kubevirtnet.inputs.SriovDeviceArgs;
import io.kubevirtnet.inputs.UplinkArgs;
import java.util.Map;

/**
 * A storage network over different cards in two racks, an OVN localnet over Open vSwitch with
 * attachments to it, and a pool of virtual functions.
 */
public final class App {
  private App() {}

  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  /** The program itself, apart from its start, so that a test can run it. */
  public static void stack(Context ctx) {
    var nmstate =
        new NMState("nmstate", NMStateArgs.builder().probeDnsHost("dns.example.com").build());
    var afterNmstate = ComponentResourceOptions.builder().dependsOn(nmstate).build();

    new BridgeNetwork(
        "storage",
        BridgeNetworkArgs.builder()
            .bridgeName("br-st")
            .nodeGroups(
                NodeGroupArgs.builder()
                    .name("rack-a")
                    .nodeSelector(Map.of("rack", "a"))
                    .uplink(
                        UplinkArgs.builder()
                            .bond(
                                BondArgs.builder().mode(BondMode.Lacp).ports("eth2", "eth3").build())
                            .vlanId(300)
                            .build())
                    .build(),
                NodeGroupArgs.builder()
                    .name("rack-b")
                    .nodeSelector(Map.of("rack", "b"))
                    .uplink(UplinkArgs.builder().nic("ens5f0").vlanId(300).build())
                    .build())
            .ipv4(IpArgs.builder().mode(IpMode.FromUplink).build())
            .mtu(9000)
            .maxUnavailable("10%")
            .managementInterface(ManagementInterface.Allow)
            .teardown(Teardown.Revert)
            .build(),
        afterNmstate);

    var br0 =
        new BridgeNetwork(
            "br0-ovs",
            BridgeNetworkArgs.builder()
                .kind(BridgeKind.OvsBridge)
                .uplink(UplinkArgs.builder().nic("ens5").build())
                .localnets("br0-network")
                .build(),
            afterNmstate);

    var corp =
        new NetworkAttachment(
            "corp",
            NetworkAttachmentArgs.builder()
                .namespaces("my-vm-namespace", "other")
                .ovnLocalnet(
                    OvnLocalnetArgs.builder()
                        .bridge(br0.bridge())
                        .localnet("br0-network")
                        .vlan(42)
                        .build())
                .build());

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

    ctx.export("bridge", br0.bridge());
    ctx.export("corp", corp.attachment());
    ctx.export("fast", fast.attachment());
  }
}
