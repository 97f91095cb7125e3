package io.kubevirtnet.e2e.scenario;

import com.pulumi.Context;
import java.util.List;
import java.util.Map;

/** The example's program as remote components, as it would look in another language. */
final class RemoteSite {
  private RemoteSite() {}

  static void stack(Context ctx) {
    int vlan = ctx.config().getInteger("vlan").orElse(100);
    boolean plain = ctx.config().getBoolean("plain").orElse(false);
    var make = AnyComponent.PLUGIN;
    var br1 =
        make.make(
            "BridgeNetwork",
            "br1",
            Map.of(
                "uplink", Map.of("nic", "ens4"),
                "nodeSelector", Map.of("node-role.kubernetes.io/worker", ""),
                "ipv4", Map.of("mode", "dhcp"),
                "rollout", plain ? "plain" : "managed"));
    var lan =
        make.make(
            "NetworkAttachment",
            "vm-lan",
            Map.of(
                "namespace",
                "vms",
                "linuxBridge",
                Map.of("bridge", br1.output("bridge"), "vlan", vlan, "macSpoofCheck", true)));
    make.make(
        "VirtualMachine",
        "web",
        Map.of(
            "namespace",
            "vms",
            "memory",
            "2Gi",
            "cpuCores",
            2,
            "containerDisk",
            "quay.io/containerdisks/fedora:latest",
            "networks",
            List.of(
                Map.of(
                    "name",
                    "default",
                    "pod",
                    Map.of(),
                    "binding",
                    "masquerade",
                    "ports",
                    List.of(Map.of("port", 80))),
                Map.of(
                    "name",
                    "lan",
                    "attachment",
                    lan.output("attachment"),
                    "binding",
                    "bridge",
                    "stableMac",
                    true)),
            "guestNetwork",
            Map.of(
                "links",
                List.of(
                    Map.of(
                        "network",
                        "lan",
                        "addresses",
                        List.of("10.100.0.7/24"),
                        "gateway4",
                        "10.100.0.1",
                        "nameservers",
                        List.of("10.100.0.2")))),
            "wiring",
            plain ? "none" : "resource"));
    var machine =
        make.make(
            "KubeVirtNodeType",
            "bridge-vm",
            Map.of(
                "resources", Map.of("cpu", "2", "memory", "4Gi"),
                "image",
                    Map.of(
                        "url", "docker://quay.io/containerdisks/ubuntu:22.04",
                        "rootDiskSize", "20Gi"),
                "attachment", lan.output("attachment"),
                "podNetwork", "keep",
                "guestAddresses",
                    Map.of(
                        "cidr",
                        "10.100.0.0/24",
                        "ranges",
                        List.of("10.100.0.100-10.100.0.150"),
                        "gateway",
                        "10.100.0.1",
                        "nameservers",
                        List.of("10.100.0.2")),
                "maxCapacity", 50));
    var provider =
        make.make(
            "KubeVirtNodeProvider",
            "kv",
            Map.of(
                "cluster", "kubevirt-host",
                "namespace", "vms",
                "nodeTypes", List.of(machine.output("nodeType")),
                "wiring", "none"));
    var tenant =
        make.make(
            "NetrisNetwork",
            "tenant-a",
            Map.of(
                "serverCluster",
                "tenant-a",
                "facts",
                Map.of(
                    "vnet",
                    "tenant-a-nodes",
                    "gateway",
                    "192.168.55.254/21",
                    "vlan",
                    3,
                    "vxlan",
                    14),
                "hostModel",
                "trunk",
                "uplink",
                Map.of("nic", "bond0"),
                "nodeSelector",
                Map.of("node-role.kubernetes.io/worker", ""),
                "namespace",
                "vms",
                "addresses",
                Map.of(
                    "ranges",
                    List.of("192.168.50.10-192.168.50.99"),
                    "nameservers",
                    List.of("192.168.48.53")),
                "rollout",
                plain ? "plain" : "managed"));
    ctx.export("vclusterValues", provider.output("vclusterValues"));
    ctx.export("nodeTypeProperties", tenant.output("nodeTypeProperties"));
  }
}
