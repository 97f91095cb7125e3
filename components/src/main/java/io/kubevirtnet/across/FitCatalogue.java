package io.kubevirtnet.across;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong between the interfaces of machines and what they attach to. */
public final class FitCatalogue {
  private static final String BRIDGE_LAN =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      metadata: {name: lan, namespace: vms}
      spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","mtu":9000,"disableContainerInterface":true}'}
      ---
      """;

  private FitCatalogue() {}

  /** A machine with one more interface, in the namespace vms. */
  private static String machine(String name, String nic) {
    return """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: %s, namespace: vms}
        spec:
          runStrategy: Always
          template:
            spec:
              domain: {cpu: {dedicatedCpuPlacement: true}, devices: {interfaces: [{name: lan, macAddress: "02:00:00:00:00:01", %s}]}}
              networks: [{name: lan, multus: {networkName: lan}}]
        """
        .formatted(name, nic);
  }

  static final Rule BINDING =
      Rule.error("KVN-X050", "Binding that does not work on the network")
          .why(
              "bridge needs a network on which the machine may use a MAC address of its own, and sriov a device to pass through; KubeVirt looks at neither, and the machine fails or stays silent.")
          .fix("Take the binding that the network is made for.")
          .source("KubeVirt user guide: interfaces and networks; virt-launcher: sriov hostdevices")
          .example(BRIDGE_LAN + machine("web", "sriov: {}"));

  static final Rule NO_DEVICE =
      Rule.error("KVN-X051", "SR-IOV without a device")
          .why(
              "The device that KubeVirt passes through is allocated by the resource in the annotation k8s.v1.cni.cncf.io/resourceName; without it the machine fails when it starts.")
          .fix("Set resourceName on the attachment to the pool of virtual functions.")
          .source("KubeVirt: network/deviceinfo, virt-launcher sriov hostdevices")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"ovs","bridge":"br1"}'}
              ---
              """
                  + machine("web", "sriov: {}"));

  static final Rule MTU =
      Rule.warning("KVN-X052", "Card that does not learn the MTU of its network")
          .why(
              "A virtio card tells the guest the MTU; other models leave it to DHCP, which KubeVirt serves only where the network gives an address.")
          .fix("Take the model virtio, or set the MTU in the guest.")
          .source("KubeVirt user guide: MTU")
          .example(BRIDGE_LAN + machine("web", "bridge: {}, model: e1000e"));

  static final Rule NO_DHCP =
      Rule.warning("KVN-X053", "DHCP options that nobody sends")
          .why(
              "KubeVirt's DHCP server answers on a bridge only where the network has given the pod an address, which it then hands on.")
          .fix("Configure the DHCP server of the network, or set this in the guest.")
          .source("KubeVirt: netpod discovery, dhcp")
          .example(BRIDGE_LAN + machine("web", "bridge: {}, dhcpOptions: {bootFileName: pxe.0}"));

  static final Rule SAME_MAC =
      Rule.error("KVN-X054", "MAC address of two machines on one network")
          .why(
              "Switches send the frames of both to whoever spoke last; KubeVirt does not look for this.")
          .fix("Give each machine an address of its own, or leave it out.")
          .source("IEEE 802.1D; this project")
          .example(
              BRIDGE_LAN + machine("web", "bridge: {}") + "---\n" + machine("db", "bridge: {}"));

  private static String guest(String name, String address) {
    return """
        type: kubevirtnet:VirtualMachine
        name: %s
        properties:
          namespace: vms
          memory: 2Gi
          networks: [{name: lan, attachment: "${lan.attachment}", stableMac: true}]
          guestNetwork: {links: [{network: lan, addresses: [%s]}]}
        """
        .formatted(name, address);
  }

  private static String onBridge(String name, String more) {
    return """
        type: kubevirtnet:NetworkAttachment
        name: %s
        properties: {namespace: vms, linuxBridge: {bridgeName: br1}%s}
        ---
        """
        .formatted(name, more);
  }

  static final Rule SAME_ADDRESS =
      Rule.error("KVN-X057", "Address that two guests take on one network")
          .why("Both answer for it, and each of their neighbours talks to one or the other.")
          .fix("Give one of them another address.")
          .source("RFC 5227, RFC 4862: duplicate address detection")
          .example(
              onBridge("lan", "")
                  + guest("web", "10.1.0.7/24")
                  + "---\n"
                  + guest("db", "10.1.0.7/24"));

  static final Rule GIVEN_ADDRESS =
      Rule.warning("KVN-X059", "Address of a guest that others may get")
          .why("Who gives it out does not know that a guest has taken it for itself.")
          .fix("Take one outside of the range, or make the range smaller.")
          .source("CNI plugins host-local, whereabouts; OVN-Kubernetes; vCluster Platform")
          .example(
              onBridge(
                      "pods",
                      ", purpose: pods, ipam: {hostLocal: {pools: [{subnet: 10.1.0.0/24, rangeStart: 10.1.0.100}]}}")
                  + onBridge("lan", "")
                  + guest("web", "10.1.0.107/24"));

  static final Rule PLUGIN_MISSING =
      Rule.error("KVN-X055", "Binding plugin that is not registered")
          .why(
              "KubeVirt takes the machine and then makes no pod for it: couldn't find configuration for network binding.")
          .fix("Register the plugin, with a BindingPlugin for example, or correct the name.")
          .source("KubeVirt: NetBindingPluginSidecarList")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: KubeVirt
              metadata: {name: kubevirt, namespace: kubevirt}
              spec: {configuration: {network: {binding: {passt: {sidecarImage: "quay.io/kubevirt/network-passt-binding:v1.9.0", migration: {}}}}}}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec:
                runStrategy: Always
                template:
                  spec:
                    domain: {devices: {interfaces: [{name: default, binding: {name: pasta}}]}}
                    networks: [{name: default, pod: {}}]
              """);

  static final Rule PLUGIN_STAYS =
      Rule.warning("KVN-X056", "Binding plugin that keeps machines from migrating")
          .why(
              "On the pod network KubeVirt migrates machines only whose plugin is registered with migration, even an empty one.")
          .fix("Register the plugin with migration if it bears that, or take masquerade.")
          .source("KubeVirt: VerifyVMIMigratable")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: KubeVirt
              metadata: {name: kubevirt, namespace: kubevirt}
              spec: {configuration: {network: {binding: {mine: {domainAttachmentType: tap}}}}}
              ---
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec:
                runStrategy: Always
                template:
                  spec:
                    domain: {devices: {interfaces: [{name: default, binding: {name: mine}}]}}
                    networks: [{name: default, pod: {}}]
              """);

  public static final List<Rule> ALL =
      List.of(
          BINDING,
          NO_DEVICE,
          MTU,
          NO_DHCP,
          SAME_MAC,
          SAME_ADDRESS,
          GIVEN_ADDRESS,
          PLUGIN_MISSING,
          PLUGIN_STAYS);
}
