package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt takes of a machine, and what then fails, has no effect, or surprises. */
public final class AdviceCatalogue {
  private static final String MAC = "macAddress: \"02:00:00:00:00:01\"";
  private static final String LAN = "{name: lan, multus: {networkName: lan}}";

  private AdviceCatalogue() {}

  private static String masquerade(String pod) {
    return Manifest.machine(Manifest.MASQUERADE, "{name: default, pod: {" + pod + "}}");
  }

  /** An interface with more in it, on a network of Multus. */
  private static String onLan(String nic) {
    return Manifest.machine("{name: lan, " + nic + "}", LAN);
  }

  private static String two(String first, String second) {
    return Manifest.machine(
        "{name: lan, " + first + "}, {name: wan, " + second + "}",
        LAN + ", {name: wan, multus: {networkName: wan}}");
  }

  static final Rule POD_RANGE =
      Rule.error("KVN-V070", "Range of the pod network that no machine gets")
          .why(
              "KubeVirt gives the gateway the first address and the machine the second; it finds out on the node, where the machine then fails to start.")
          .fix("Write a range with its prefix, such as 10.0.2.0/24 or fd10:0:2::/120.")
          .source("KubeVirt: netpod, link: GenerateMasqueradeGatewayAndVmIPAddrs")
          .example(masquerade("vmNetworkCIDR: 10.0.2.0/31"));

  static final Rule RANGE_UNUSED =
      Rule.warning("KVN-V071", "Range that nothing takes addresses from")
          .why("Only masquerade gives the machine an address of its own behind the pod's.")
          .fix("Take it out, or take masquerade.")
          .source("KubeVirt: netpod")
          .example(
              Manifest.machine(
                  "{name: default, passtBinding: {}}",
                  "{name: default, pod: {vmNetworkCIDR: 10.0.2.0/24}}"));

  static final Rule ACPI_INDEX =
      Rule.error("KVN-V072", "Index that no card can have")
          .why(
              "acpiIndex is 1 to 16383; KubeVirt leaves out what is below, and QEMU does not start with what is above.")
          .fix("Choose a number from 1 to 16383; the guest calls the card eno and this number.")
          .source("KubeVirt: schema, converter; QEMU: acpi-index")
          .example(Manifest.masquerade("acpiIndex: 20000"));

  static final Rule ACPI_TWICE =
      Rule.error("KVN-V073", "Index of two cards")
          .why("QEMU does not start a machine in which two devices have one index.")
          .fix("Give each card an index of its own.")
          .source("QEMU: a PCI device with acpi-index already exists")
          .example(
              two("bridge: {}, " + MAC + ", acpiIndex: 1", "masquerade: {}, acpiIndex: 1")
                  .replace("{name: wan, multus: {networkName: wan}}", "{name: wan, pod: {}}"));

  static final Rule ON_A_DEVICE =
      Rule.warning("KVN-V074", "Setting that a passed-through device does not take")
          .why(
              "With sriov the guest gets the device itself; KubeVirt sets its PCI address and boot order only.")
          .fix("Take it out; tag, pciAddress or the driver tell the guest's devices apart.")
          .source("KubeVirt: virtwrap/device/hostdevice/sriov")
          .example(cpus("{name: lan, sriov: {}, acpiIndex: 1}"));

  static final Rule MAC_UNUSABLE =
      Rule.error("KVN-V075", "MAC address that no card can have")
          .why(
              "KubeVirt looks at the form alone; libvirt refuses groups and what starts with fe when the machine starts.")
          .fix("Take one that starts with 02, which is free for own use.")
          .source("libvirt: expected unicast mac address; reserved value 0xFE")
          .example(onLan("bridge: {}, macAddress: \"01:00:5e:00:00:01\""));

  static final Rule MAC_TWICE =
      Rule.error("KVN-V076", "MAC address of two cards of a machine")
          .why(
              "KubeVirt, the guest's network data and every switch tell the cards apart by it; none of them looks for doubles.")
          .fix("Give each card an address of its own.")
          .source("KubeVirt: vmispec: LookupInterfaceStatusByMac; IEEE 802.1D")
          .example(two("bridge: {}, " + MAC, "bridge: {}, " + MAC));

  static final Rule MAC_COPIED =
      Rule.error("KVN-V077", "MAC address of many machines")
          .why("Each machine of a replica set or pool is made from the template as it stands.")
          .fix("Leave macAddress out; kubemacpool gives addresses that stay.")
          .source("KubeVirt: replica sets, pools; IEEE 802.1D")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachineInstanceReplicaSet
              metadata: {name: web, namespace: vms}
              spec:
                replicas: 3
                selector: {matchLabels: {app: web}}
                template:
                  metadata: {labels: {app: web}}
                  spec:
                    domain: {devices: {interfaces: [{name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}
                    networks: [{name: lan, multus: {networkName: lan}}]
              """);

  static final Rule PCI_TWICE =
      Rule.error("KVN-V078", "PCI address of two devices")
          .why("libvirt does not define a machine in which two devices have one address.")
          .fix("Give each device an address of its own, or leave them out.")
          .source("libvirt: Attempted double use of PCI Address")
          .example(
              two(
                  "bridge: {}, " + MAC + ", pciAddress: \"0000:81:00.1\"",
                  "bridge: {}, macAddress: \"02:00:00:00:00:02\", pciAddress: \"0000:81:00.1\""));

  static final Rule NETWORK_NAME =
      Rule.error("KVN-V079", "Name that no network definition has")
          .why(
              "KubeVirt takes any text and hands it to Multus, which finds nothing, so that the machine hangs while its pod is made.")
          .fix("Write name or namespace/name, in lower case letters, digits, '-' and '.'.")
          .source("KubeVirt: multus annotation; API server: DNS-1123")
          .example(
              Manifest.machine(
                  "{name: lan, bridge: {}, " + MAC + "}",
                  "{name: lan, multus: {networkName: vms/lan/100}}"));

  static final Rule SRIOV_ON_POD =
      Rule.error("KVN-V080", "Device on the pod network")
          .why(
              "The devices for sriov come with a network of Multus; the pod network has none to pass through.")
          .fix("Name the SR-IOV network under multus, or take masquerade.")
          .source("KubeVirt: network/deviceinfo, virtwrap/device/hostdevice/sriov")
          .example(
              Manifest.machine("{name: default, sriov: {}}", "{name: default, pod: {}}")
                  .replace("domain: {", "domain: {cpu: {dedicatedCpuPlacement: true}, "));

  static final Rule PORTS_UNUSED =
      Rule.warning("KVN-V081", "Ports that limit nothing")
          .why("Only masquerade and passtBinding look at ports.")
          .fix("Take them out, and limit traffic with a NetworkPolicy or in the guest.")
          .source("KubeVirt user guide: ports; netpod: masquerade")
          .example(onLan("bridge: {}, " + MAC + ", ports: [{port: 80}]"));

  static final Rule PORTS =
      Rule.info("KVN-V082", "Ports of the pod's own address")
          .why(
              "The list lets in what it names and keeps out the rest; the address is the pod's, another one after each restart and migration.")
          .fix("Give the machine a label, and reach it through a Service that selects it.")
          .source("KubeVirt user guide: masquerade")
          .example(Manifest.masquerade("ports: [{port: 80}]"));

  static final Rule QUEUES_UNUSED =
      Rule.warning("KVN-V083", "Queues that no card gets")
          .why(
              "networkInterfaceMultiqueue gives each virtio card as many queues as there are CPUs; other models and devices have their own.")
          .fix("Take it out, or give the machine virtio cards and more CPUs.")
          .source("KubeVirt: converter/network: NetworkQueuesCapacity")
          .example(
              Manifest.spec(
                  "domain: {devices: {networkInterfaceMultiqueue: true, interfaces: [{name: default, masquerade: {}, model: e1000e}]}}\n      networks: [{name: default, pod: {}}]"));

  static final Rule QUEUES_MANY =
      Rule.warning("KVN-V084", "More queues than a guest can serve")
          .why(
              "Each queue takes an interrupt vector, of which a guest has about 200 for all devices, and KubeVirt stops at 256 queues for a card.")
          .fix("Take multiqueue out, or have fewer cards or CPUs.")
          .source("KubeVirt user guide: virtio-net multiqueue")
          .example(
              Manifest.spec(
                  "domain: {cpu: {cores: 300}, devices: {networkInterfaceMultiqueue: true, interfaces: [{name: default, masquerade: {}}]}}\n      networks: [{name: default, pod: {}}]"));

  static final Rule TAG_UNSEEN =
      Rule.warning("KVN-V085", "Tag that the guest does not see")
          .why("KubeVirt writes tags into the metadata of a config drive and nowhere else.")
          .fix("Use cloudInitConfigDrive, or tell cards apart by macAddress or acpiIndex.")
          .source("KubeVirt user guide: device role tagging; cloud-init: ConfigDriveMetadata")
          .example(Manifest.masquerade("tag: front"));

  static final Rule DHCP_UNUSED =
      Rule.warning("KVN-V086", "DHCP options that nobody sends")
          .why("KubeVirt's own DHCP server answers with the bindings bridge and masquerade only.")
          .fix("Take them out, or set this in the guest.")
          .source("KubeVirt: network/dhcp")
          .example(
              Manifest.onPod(
                  "{name: default, passtBinding: {}, dhcpOptions: {bootFileName: pxe.0}}"));

  static final Rule BRIDGE_STAYS =
      Rule.warning("KVN-V087", "Machine that can not migrate")
          .why(
              "A bridge on the pod network hands the pod's address to the guest, and on another node the pod has another; KubeVirt refuses to migrate it.")
          .fix(
              "Take masquerade, or set the annotation kubevirt.io/allow-pod-bridge-network-live-migration if the network keeps addresses.")
          .source("KubeVirt: VerifyVMIMigratable")
          .example(Manifest.onPod("{name: default, bridge: {}}"));

  static final Rule SILENT_BRIDGE =
      Rule.warning("KVN-V088", "Default network that keeps a machine from migrating")
          .why(
              "KubeVirt's default is a bridge on the pod network, which it does not migrate, unless the KubeVirt object says masquerade.")
          .fix(
              "Write the pod network with masquerade, or autoattachPodInterface: false for no network at all.")
          .source("KubeVirt: SetDefaultNetworkInterface, VerifyVMIMigratable")
          .example(Manifest.spec("domain: {devices: {}}"));

  static final Rule ISTIO =
      Rule.warning("KVN-V089", "Service mesh that does not see the machine")
          .why("The sidecar works on the pod's address, and a bridge hands that to the guest.")
          .fix("Take masquerade or passtBinding on the pod network.")
          .source("KubeVirt user guide: bridge; network/istio")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec:
                runStrategy: Always
                template:
                  metadata:
                    annotations: {sidecar.istio.io/inject: "true", kubevirt.io/allow-pod-bridge-network-live-migration: ""}
                  spec:
                    domain: {devices: {interfaces: [{name: default, bridge: {}}]}}
                    networks: [{name: default, pod: {}}]
              """);

  static final Rule DEVICE_WITHOUT_CPUS =
      Rule.info("KVN-V090", "Fast device on shared CPUs")
          .why(
              "A device that is passed through is as fast as the CPUs that serve it; where others share them, packets wait.")
          .fix("Set cpu.dedicatedCpuPlacement; the nodes need the CPU manager for that.")
          .source("KubeVirt user guide: SR-IOV")
          .example(onLan("sriov: {}"));

  static final Rule MAC_LEFT =
      Rule.info("KVN-V091", "MAC address that changes")
          .why(
              "Each start makes a new pod, whose plugin chooses a new address; DHCP leases and configuration by address are lost.")
          .fix("Set macAddress, or see that the cluster runs kubemacpool.")
          .source("KubeVirt: domainspec generators; kubevirt/kubevirt#1251, #14314")
          .example(onLan("bridge: {}"));

  static final Rule GUEST_NAMES =
      Rule.warning("KVN-V092", "Network data by names that may change places")
          .why("With several cards it is not sure which one the guest calls by that name.")
          .fix("Match by macaddress, or set acpiIndex and use the names eno and number.")
          .source("kubevirt/kubevirt#16693, #6351; systemd: predictable interface names")
          .example(
              Manifest.spec(
                  """
                  domain: {devices: {interfaces: [{name: default, masquerade: {}}, {name: lan, bridge: {}, macAddress: "02:00:00:00:00:01"}]}}
                        networks: [{name: default, pod: {}}, {name: lan, multus: {networkName: lan}}]
                        volumes: [{name: init, cloudInitNoCloud: {networkData: "{version: 2, ethernets: {enp2s0: {addresses: [10.1.0.7/24]}}}"}}]"""));

  static final Rule IPV6_BY_HAND =
      Rule.info("KVN-V093", "IPv6 that the guest has to be told")
          .why(
              "With masquerade nobody announces a router, so the guest has no route for IPv6 by itself.")
          .fix("Give it network data: the second address of the range, and the first as gateway6.")
          .source("KubeVirt user guide: masquerade; kubevirt/kubevirt#7184, #19193")
          .example(masquerade("vmIPv6NetworkCIDR: \"fd10:0:2::/120\""));

  static final Rule ON_PASST =
      Rule.warning("KVN-V094", "Setting that passt does not take")
          .why("KubeVirt sets link states and boot orders on taps; passtBinding has none.")
          .fix("Take it out, or take masquerade.")
          .source("KubeVirt: converter/network: tapBindingOptions, passtBindingOptions")
          .example(Manifest.onPod("{name: default, passtBinding: {}, state: down}"));

  private static String cpus(String nic) {
    return Manifest.machine(nic, LAN)
        .replace("domain: {", "domain: {cpu: {dedicatedCpuPlacement: true}, ");
  }

  public static final List<Rule> ALL =
      List.of(
          POD_RANGE,
          RANGE_UNUSED,
          ACPI_INDEX,
          ACPI_TWICE,
          ON_A_DEVICE,
          MAC_UNUSABLE,
          MAC_TWICE,
          MAC_COPIED,
          PCI_TWICE,
          NETWORK_NAME,
          SRIOV_ON_POD,
          PORTS_UNUSED,
          PORTS,
          QUEUES_UNUSED,
          QUEUES_MANY,
          TAG_UNSEEN,
          DHCP_UNUSED,
          BRIDGE_STAYS,
          SILENT_BRIDGE,
          ISTIO,
          DEVICE_WITHOUT_CPUS,
          MAC_LEFT,
          GUEST_NAMES,
          IPV6_BY_HAND,
          ON_PASST);
}
