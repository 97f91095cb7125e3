package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** Machines that run, and still have no network. */
public final class LiveCatalogue {
  private LiveCatalogue() {}

  private static final String LAN =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      metadata: {name: lan, namespace: default}
      spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
      ---
      """;

  /** A running machine on lan; what its disk tells the guest; what the guest says of its card. */
  private static String runs(String networkData, String card) {
    return LAN
        + """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachineInstance
        metadata: {name: web, namespace: default}
        spec:
          domain: {devices: {interfaces: [{name: multus, bridge: {}}]}}
          networks: [{name: multus, multus: {networkName: lan}}]
          volumes: [{name: init, cloudInitNoCloud: {networkData: '%s'}}]
        status:
          phase: Running
          conditions: [{type: AgentConnected, status: "True"}]
          interfaces: [%s]
        """
            .formatted(networkData, card);
  }

  private static final String CARD =
      "{name: multus, infoSource: \"domain, guest-agent, multus-status\", interfaceName: enp1s0, ipAddress: 10.0.0.5, ipAddresses: [10.0.0.5]}";

  private static final String DHCP = "{version: 2, ethernets: {enp1s0: {dhcp4: true}}}";

  public static final Rule NOT_PLUGGED =
      Rule.error("KVN-D070", "Network that a running machine does not have")
          .why(
              "The machine names it, and its pod is not connected to it: the console works, the network does not.")
          .fix(
              "Restart or migrate the machine when the network was added while it ran; otherwise see what Multus says of its pod.")
          .source("KubeVirt: status.interfaces, infoSource multus-status")
          .example(
              runs(
                  DHCP,
                  "{name: multus, infoSource: \"domain, guest-agent\", interfaceName: enp1s0, ipAddress: 10.0.0.5, ipAddresses: [10.0.0.5]}"));

  public static final Rule NODE_WITHOUT_MULTUS =
      Rule.warning("KVN-D071", "Machine of a node provider without the network multus")
          .why(
              "Its node type names a network attachment, and the platform puts it into the machine as network and interface multus.")
          .fix(
              "Set kubevirt.vcluster.com/network-attachment-definition where the machine's own properties count, and make the machine anew.")
          .source("vCluster Platform: network attachment definitions, troubleshooting")
          .example(
              LAN
                  + """
                  apiVersion: management.loft.sh/v1
                  kind: NodeProvider
                  metadata: {name: kv}
                  spec:
                    properties: {kubevirt.vcluster.com/image-url: "docker://quay.io/containerdisks/ubuntu:22.04", kubevirt.vcluster.com/root-disk-size: 20Gi}
                    kubeVirt:
                      clusterRef: {cluster: host, namespace: default}
                      virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
                      nodeTypes: [{name: small, properties: {kubevirt.vcluster.com/network-attachment-definition: default/lan}}]
                  ---
                  apiVersion: kubevirt.io/v1
                  kind: VirtualMachine
                  metadata: {name: node-1, namespace: default}
                  spec: {runStrategy: Always, template: {spec: {domain: {devices: {interfaces: [{name: default, masquerade: {}}]}}, networks: [{name: default, pod: {}}]}}}
                  """);

  public static final Rule NO_ADDRESS =
      Rule.warning("KVN-D072", "Guest whose card has no address")
          .why(
              "The card is plugged, and nobody configures it: no DHCP server answers, or the network data is about another card.")
          .fix("Look at the card from the console, and give it an address by network data or DHCP.")
          .source("KubeVirt: status.interfaces, infoSource guest-agent")
          .example(
              runs(
                  DHCP,
                  "{name: multus, infoSource: \"domain, guest-agent, multus-status\", interfaceName: enp1s0}"));

  public static final Rule OTHER_NAME =
      Rule.error("KVN-D073", "Network data for a card that the guest does not have")
          .why(
              "cloud-init configures the card of this name, and the guest calls its cards otherwise.")
          .fix(
              "Write the name that the guest uses, or match the card by its MAC address; for machines of the platform set kubevirt.vcluster.com/network-interface.")
          .source("cloud-init: network config; vCluster Platform: troubleshooting")
          .example(runs("{version: 2, ethernets: {eth1: {dhcp4: true}}}", CARD));

  public static final Rule OTHER_ADDRESS =
      Rule.warning("KVN-D074", "Guest without the address of its network data")
          .why("The guest was configured before the network data changed, or by something else.")
          .fix("Run cloud-init again in the guest, or make the machine anew.")
          .source("cloud-init: network config; KubeVirt: status.interfaces")
          .example(
              runs(
                  "{version: 2, ethernets: {enp1s0: {addresses: [10.0.0.9/24], nameservers: {addresses: [10.0.0.2]}}}}",
                  CARD));

  public static final Rule NO_NAMESERVERS =
      Rule.warning("KVN-D075", "Network data without nameservers")
          .why(
              "All its addresses are static, so that no DHCP server tells the guest where to ask for names.")
          .fix(
              "Add nameservers; for machines of the platform set kubevirt.vcluster.com/network-nameservers.")
          .source("cloud-init: network config; vCluster Platform: troubleshooting")
          .example(runs("{version: 2, ethernets: {enp1s0: {addresses: [10.0.0.5/24]}}}", CARD));

  public static final Rule GATEWAY =
      Rule.error("KVN-D076", "Gateway that the guest can not reach")
          .why(
              "It is in none of the subnets of the guest's addresses, so that nothing leaves the subnet.")
          .fix("Write the gateway of the subnet, as the network has it.")
          .source("cloud-init: network config")
          .example(
              runs(
                  "{version: 2, ethernets: {enp1s0: {addresses: [10.0.0.5/24], routes: [{to: default, via: 10.9.0.1}], nameservers: {addresses: [10.0.0.2]}}}}",
                  CARD));

  public static final Rule OTHER_GATEWAY =
      Rule.warning("KVN-D077", "Gateway other than that of the network")
          .why(
              "The attachment, or the platform's properties for it, name another gateway for the same subnet.")
          .fix("Find out which of the two routes, and write that one in both places.")
          .source("CNI ipam gateway; vCluster Platform: network properties")
          .example(
              runs(
                      "{version: 2, ethernets: {enp1s0: {addresses: [10.0.0.5/24], routes: [{to: default, via: 10.0.0.254}], nameservers: {addresses: [10.0.0.2]}}}}",
                      CARD)
                  .replace(
                      "\"disableContainerInterface\":true",
                      "\"ipam\":{\"type\":\"host-local\",\"ranges\":[[{\"subnet\":\"10.0.0.0/24\",\"gateway\":\"10.0.0.1\"}]]}"));

  public static final Rule RESTART =
      Rule.warning("KVN-D078", "Machine that needs a restart")
          .why("Its template has changed in a way that the running machine does not take over.")
          .fix("Restart it when its users can bear that.")
          .source("KubeVirt: condition RestartRequired")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: default}
              spec: {runStrategy: Always, template: {spec: {domain: {devices: {}}}}}
              status: {conditions: [{type: RestartRequired, status: "True", message: a non-live-updatable field was changed in the template spec}]}
              """);

  public static final Rule MIGRATION =
      Rule.warning("KVN-D079", "Machine that needs a migration")
          .why("A network was changed that only the next pod of the machine has.")
          .fix("Migrate it, or list LiveMigrate in workloadUpdateMethods of the KubeVirt.")
          .source("KubeVirt: condition MigrationRequired")
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachineInstance
              metadata: {name: web, namespace: default}
              spec: {domain: {devices: {}}}
              status: {phase: Running, conditions: [{type: MigrationRequired, status: "True", reason: AutoMigrationDueToLiveUpdate}]}
              """);

  static final List<Rule> ALL =
      List.of(
          NOT_PLUGGED,
          NODE_WITHOUT_MULTUS,
          NO_ADDRESS,
          OTHER_NAME,
          OTHER_ADDRESS,
          NO_NAMESERVERS,
          GATEWAY,
          OTHER_GATEWAY,
          RESTART,
          MIGRATION);
}
