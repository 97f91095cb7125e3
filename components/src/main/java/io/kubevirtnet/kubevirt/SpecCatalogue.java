package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt refuses outside of the interfaces and networks that has to do with them. */
final class SpecCatalogue {
  private SpecCatalogue() {}

  private static final String SOURCE = "KubeVirt admitter: machines";
  private static final String CLOUD_INIT = "KubeVirt admitter: cloud-init volumes";
  private static final String DNS = "KubeVirt admitter: DNS";

  private static String cloudInit(String data) {
    return Manifest.withMore(
        "volumes: [{name: seed, cloudInitNoCloud: {userData: \"#cloud-config\", " + data + "}}]");
  }

  static final Rule TEMPLATE =
      Rule.refused("KVN-V001", "Machine without a template")
          .why("The template says what the machine is.")
          .fix("Add the template, with a spec.")
          .source(SOURCE)
          .example(
              """
              apiVersion: kubevirt.io/v1
              kind: VirtualMachine
              metadata: {name: web, namespace: vms}
              spec: {runStrategy: Always}
              """);

  static final Rule BOOT_ZERO =
      Rule.refused("KVN-V049", "Boot order that does not start at 1")
          .why("Devices are asked in the order of their numbers, from 1 on.")
          .fix("Write 1 or more, or leave it out.")
          .source(SOURCE)
          .example(Manifest.masquerade("bootOrder: 0"));

  static final Rule BOOT_TWICE =
      Rule.refused("KVN-V050", "Two devices with one boot order")
          .why("Disks and interfaces are asked in one common order.")
          .fix("Give each device a number of its own.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  "{name: default, masquerade: {}, bootOrder: 1}, {name: lan, bridge: {}, bootOrder: 1}",
                  Manifest.POD + ", {name: lan, multus: {networkName: lan}}"));

  static final Rule BOOT_ENCRYPTED =
      Rule.refused("KVN-V051", "Encrypted machine that boots from the network")
          .why("What it loads from there would not be part of what the processor vouches for.")
          .fix("Take bootOrder out of the interfaces.")
          .source(SOURCE)
          .example(
              Manifest.spec(
                  "domain: {firmware: {bootloader: {efi: {secureBoot: false}}}, launchSecurity: {snp: {}}, devices: {interfaces: [{name: default, masquerade: {}, bootOrder: 1}]}}\n      networks: ["
                      + Manifest.POD
                      + "]"));

  static final Rule PROBE =
      Rule.refused("KVN-V052", "Probe over a network that the machine is not on")
          .why("The kubelet asks at the address of the pod, and so over the pod network only.")
          .fix("Put the machine on the pod network, or take a probe with exec or guestAgentPing.")
          .source(SOURCE)
          .example(
              Manifest.spec(
                  "domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}\n      networks: [{name: lan, multus: {networkName: lan}}]\n      readinessProbe: {tcpSocket: {port: 22}}"));

  static final Rule NETWORK_DATA =
      Rule.refused("KVN-V053", "Network data that KubeVirt does not take")
          .why("The volume holds one file with it, and the machine itself 2048 bytes of it.")
          .fix("Keep one of networkData, networkDataBase64 and networkDataSecretRef.")
          .source(CLOUD_INIT)
          .example(cloudInit("networkData: \"version: 2\", networkDataSecretRef: {name: web}"));

  static final Rule BASE64 =
      Rule.refused("KVN-V054", "Network data that is not in base64")
          .why("networkDataBase64 has the standard alphabet, with padding.")
          .fix("Encode the data, or write it as it is under networkData.")
          .source(CLOUD_INIT)
          .example(cloudInit("networkDataBase64: \"version: 2\""));

  static final Rule DNS_POLICY =
      Rule.refused("KVN-V056", "DNS policy that is none")
          .why("The policies are ClusterFirst, ClusterFirstWithHostNet, Default and None.")
          .fix("Write one of them, or leave it out.")
          .source(DNS)
          .example(Manifest.withMore("dnsPolicy: ClusterLast"));

  static final Rule DNS_NONE =
      Rule.refused("KVN-V057", "No DNS at all")
          .why("With the policy None the pod has nothing but what dnsConfig lists.")
          .fix("List a nameserver in dnsConfig, or take another policy.")
          .source(DNS)
          .example(Manifest.withMore("dnsPolicy: None"));

  static final Rule DNS_CONFIG =
      Rule.refused("KVN-V058", "DNS configuration that no pod can have")
          .why(
              "A pod has three nameservers at most, by their addresses, six search domains of together 256 characters, and options with names.")
          .fix("Correct dnsConfig.")
          .source(DNS)
          .example(Manifest.withMore("dnsConfig: {nameservers: [dns.example.com]}"));

  static final Rule HOSTNAME =
      Rule.refused("KVN-V059", "Host name that is no label")
          .why("The pod has it too, so it has lower case letters, digits and '-', at most 63.")
          .fix("Change it, and put the domain into subdomain.")
          .source(SOURCE)
          .example(Manifest.withMore("hostname: web.example.com"));

  static final Rule SUBDOMAIN =
      Rule.refused("KVN-V060", "Domain that is none")
          .why(
              "The pod has it too: labels of lower case letters, digits and '-', with points between.")
          .fix("Change it.")
          .source(SOURCE)
          .example(Manifest.withMore("subdomain: Web_Farm"));

  static final Rule DEFAULT_BRIDGE =
      Rule.refused("KVN-V061", "Default network that is forbidden")
          .why(
              "Without networks a machine gets the default one, which is a bridge, and the KubeVirt object forbids bridges on the pod network.")
          .fix("Write a network with masquerade, or autoattachPodInterface: false for none.")
          .source("KubeVirt: default network")
          .example(
              Manifest.kubeVirt(
                  "network: {permitBridgeInterfaceOnPodNetwork: false}",
                  Manifest.spec("domain: {devices: {}}")));

  static final Rule DEFAULT_SLIRP =
      Rule.refused("KVN-V062", "Default network that is gone")
          .why(
              "Without networks a machine gets the default one, which the KubeVirt object sets to slirp.")
          .fix("Write a network with masquerade, and set defaultNetworkInterface to it.")
          .source("KubeVirt: default network")
          .example(
              Manifest.kubeVirt(
                  "network: {defaultNetworkInterface: slirp}",
                  Manifest.spec("domain: {devices: {}}")));

  static final List<Rule> ALL =
      List.of(
          TEMPLATE,
          BOOT_ZERO,
          BOOT_TWICE,
          BOOT_ENCRYPTED,
          PROBE,
          NETWORK_DATA,
          BASE64,
          DNS_POLICY,
          DNS_NONE,
          DNS_CONFIG,
          HOSTNAME,
          SUBDOMAIN,
          DEFAULT_BRIDGE,
          DEFAULT_SLIRP);
}
