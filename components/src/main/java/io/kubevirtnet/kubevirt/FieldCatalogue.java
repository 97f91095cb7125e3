package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What KubeVirt refuses of the fields of one interface. */
final class FieldCatalogue {
  private FieldCatalogue() {}

  private static final String SOURCE = "KubeVirt admitter: interfaces";
  private static final String RANGES = "KubeVirt admitter: port ranges";
  private static final String GATE = "developerConfiguration: {featureGates: [PortRangesSpec]}";

  private static String ranges(String ranges) {
    return Manifest.kubeVirt(GATE, Manifest.masquerade("portRanges: [" + ranges + "]"));
  }

  static final Rule NAME =
      Rule.refused("KVN-V012", "Name that an interface can not have")
          .why("KubeVirt makes names of devices from it: letters, digits, '-' and '_'.")
          .fix("Change the name, here and in the list of networks.")
          .source(SOURCE)
          .example(
              Manifest.machine(
                  "{name: lan.1, bridge: {}}", "{name: lan.1, multus: {networkName: lan}}"));

  static final Rule MODEL =
      Rule.refused("KVN-V025", "Model that a machine can not have")
          .why("QEMU has e1000, e1000e, igb, ne2k_pci, pcnet, rtl8139 and virtio for KubeVirt.")
          .fix("Take virtio, or e1000e for a guest without a driver for it.")
          .source(SOURCE)
          .example(Manifest.masquerade("model: vmxnet3"));

  static final Rule MAC =
      Rule.refused("KVN-V026", "MAC address that is none")
          .why(
              "A MAC address has six octets, with colons or hyphens between them, or points between groups of four digits.")
          .fix("Write it like 02:00:5e:10:00:01, in quotes in YAML.")
          .source(SOURCE)
          .example(Manifest.masquerade("macAddress: \"02:00:5e:10:00\""));

  static final Rule LONG_MAC =
      Rule.refused("KVN-V027", "MAC address of another kind of network")
          .why("Ethernet has six octets; eight or twenty are for other networks.")
          .fix("Write six octets, like 02:00:5e:10:00:01.")
          .source(SOURCE)
          .example(Manifest.masquerade("macAddress: \"02:00:5e:10:00:00:00:01\""));

  static final Rule PCI =
      Rule.refused("KVN-V028", "PCI address that is none")
          .why("The address has domain, bus, slot and function, in hexadecimal digits.")
          .fix("Write it like 0000:81:01.0.")
          .source(SOURCE)
          .example(Manifest.masquerade("pciAddress: \"0000:81:01.10\""));

  static final Rule PORT_NAME_TWICE =
      Rule.refused("KVN-V029", "Two ports of one name")
          .why("A port is found by its name.")
          .fix("Give each port another name, or none.")
          .source(SOURCE)
          .example(
              Manifest.masquerade("ports: [{name: http, port: 80}, {name: http, port: 8080}]"));

  static final Rule PORT_NAME =
      Rule.refused("KVN-V030", "Name that a port can not have")
          .why(
              "It is a service name: lower case letters, digits and single hyphens inside, at most 15, a letter at least.")
          .fix("Change the name, or leave it out.")
          .source(SOURCE)
          .example(Manifest.masquerade("ports: [{name: HTTP, port: 80}]"));

  static final Rule NO_PORT =
      Rule.refused("KVN-V031", "Port without a number")
          .why("A port is passed on by its number.")
          .fix("Write port: 1 to 65535; without any ports all are passed on.")
          .source(SOURCE)
          .example(Manifest.masquerade("ports: [{name: http, port: 0}]"));

  static final Rule PORT =
      Rule.refused("KVN-V032", "Port that is none")
          .why("TCP and UDP have the ports 1 to 65535.")
          .fix("Write one of them.")
          .source(SOURCE)
          .example(Manifest.masquerade("ports: [{port: 70000}]"));

  static final Rule PROTOCOL =
      Rule.refused("KVN-V033", "Protocol that is not TCP or UDP")
          .why("Only these have ports that can be passed on; they are written in capitals.")
          .fix("Write TCP or UDP.")
          .source(SOURCE)
          .example(Manifest.masquerade("ports: [{port: 80, protocol: tcp}]"));

  static final Rule RANGES_GATE =
      Rule.refused("KVN-V034", "Port ranges without their feature gate")
          .why("The gate PortRangesSpec has to be listed in the KubeVirt object.")
          .fix("List the gate, or write the ports one by one.")
          .source(RANGES)
          .example(Manifest.masquerade("portRanges: [{protocol: TCP, start: 80, end: 90}]"));

  static final Rule RANGES_AND_PORTS =
      Rule.refused("KVN-V035", "Ports and port ranges")
          .why("An interface passes on ports or ranges of them, not both.")
          .fix("Write a single port as a range that starts and ends with it.")
          .source(RANGES)
          .example(
              Manifest.kubeVirt(
                  GATE,
                  Manifest.masquerade(
                      "ports: [{port: 22}], portRanges: [{protocol: TCP, start: 80, end: 90}]")));

  static final Rule RANGES_BINDING =
      Rule.refused("KVN-V036", "Port ranges without masquerade")
          .why("Only masquerade passes ranges on.")
          .fix("Take masquerade, or write ports.")
          .source(RANGES)
          .example(
              Manifest.kubeVirt(
                  GATE,
                  Manifest.onPod(
                      "{name: default, passtBinding: {}, portRanges: [{protocol: TCP, start: 80, end: 90}]}")));

  static final Rule MANY_RANGES =
      Rule.refused("KVN-V037", "More than ten port ranges")
          .why("KubeVirt passes on ten ranges at most.")
          .fix("Join ranges.")
          .source(RANGES)
          .example(
              ranges(
                  "{protocol: TCP, start: 1, end: 1}"
                      + ", {protocol: TCP, start: 2, end: 2}".repeat(10)));

  static final Rule RANGE =
      Rule.refused("KVN-V038", "Port range that is none")
          .why("A range goes from a port to the same or a larger one, within 1 to 65535.")
          .fix("Correct start and end.")
          .source(RANGES)
          .example(ranges("{protocol: TCP, start: 90, end: 80}"));

  static final Rule RANGES_OVERLAP =
      Rule.refused("KVN-V039", "Port ranges that overlap")
          .why("A port would be passed on twice.")
          .fix("Join the ranges.")
          .source(RANGES)
          .example(
              ranges("{protocol: TCP, start: 80, end: 90}, {protocol: TCP, start: 90, end: 99}"));

  static final Rule OPTION_TWICE =
      Rule.refused("KVN-V040", "DHCP option twice")
          .why("Each private option has one value.")
          .fix("Take one of them out.")
          .source(SOURCE)
          .example(
              Manifest.masquerade(
                  "dhcpOptions: {privateOptions: [{option: 240, value: a}, {option: 240, value: b}]}"));

  static final Rule OPTION =
      Rule.refused("KVN-V041", "DHCP option that is not private")
          .why("DHCP leaves the options 224 to 254 to each site.")
          .fix("Take one of these.")
          .source(SOURCE)
          .example(Manifest.masquerade("dhcpOptions: {privateOptions: [{option: 66, value: a}]}"));

  static final Rule TIME_SERVER =
      Rule.refused("KVN-V042", "Time server that is no IPv4 address")
          .why("DHCP option 42 has addresses, no names.")
          .fix("Write the IPv4 address of the server.")
          .source(SOURCE)
          .example(Manifest.masquerade("dhcpOptions: {ntpServers: [ntp.example.com]}"));

  static final List<Rule> ALL =
      List.of(
          NAME,
          MODEL,
          MAC,
          LONG_MAC,
          PCI,
          PORT_NAME_TWICE,
          PORT_NAME,
          NO_PORT,
          PORT,
          PROTOCOL,
          RANGES_GATE,
          RANGES_AND_PORTS,
          RANGES_BINDING,
          MANY_RANGES,
          RANGE,
          RANGES_OVERLAP,
          OPTION_TWICE,
          OPTION,
          TIME_SERVER);
}
