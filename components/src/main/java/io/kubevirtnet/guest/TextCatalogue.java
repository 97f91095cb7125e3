package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with network data that an author brings as text. */
final class TextCatalogue {
  private static final String CLOUD_INIT = "cloud-init: parse_net_config_data";

  private TextCatalogue() {}

  private static String onLan(String networkData) {
    return GuestExample.withText(GuestExample.LAN, networkData);
  }

  static final Rule YAML =
      Rule.error("KVN-V170", "Network data that can not be read")
          .why("cloud-init reads YAML, a map of keys, and leaves the network alone if it can not.")
          .fix("Write for example version: 2 and ethernets:.")
          .source(CLOUD_INIT)
          .example(onLan("version: 2\nethernets: [\n"));

  static final Rule VERSION =
      Rule.error("KVN-V171", "Network data without a version that cloud-init knows")
          .why("There are two: 1, with a list config, and 2, with ethernets and what is on them.")
          .fix("Write version: 2.")
          .source(CLOUD_INIT)
          .example(onLan("ethernets:\n  lan:\n    match: {macaddress: \"02:00:00:00:01:01\"}\n"));

  static final Rule CARD_NAME =
      Rule.warning("KVN-V172", "Network data for a card that the machine will not have")
          .why(
              "The guest names its cards by their places on the PCI bus, and configures nothing for a name that none has.")
          .fix("Match the card by its MAC address, or use guestNetwork, which names networks.")
          .source("systemd.net-naming-scheme; kubevirt/kubevirt#16693")
          .example(
              GuestExample.withText(
                  GuestExample.LAN, "version: 2\nethernets:\n  enp7s0: {dhcp4: true}\n"));

  static final Rule KERNEL_NAME =
      Rule.info("KVN-V174", "Network data for a name such as eth0")
          .why(
              "Only images that boot with net.ifnames=0 call their cards so; all others configure nothing for it.")
          .fix("Match the card by its MAC address, or use guestNetwork, which names networks.")
          .source("systemd.net-naming-scheme")
          .example(
              GuestExample.withText(
                  GuestExample.LAN, "version: 2\nethernets:\n  eth0: {dhcp4: true}\n"));

  static final Rule MAC =
      Rule.warning("KVN-V173", "Network data for a MAC address that no card has")
          .why("The entry is for none of the cards of this machine, unless something else sets it.")
          .fix("Write the macAddress of the network.")
          .source("cloud-init: match")
          .example(
              onLan(
                  "version: 2\nethernets:\n  lan:\n    match: {macaddress: \"02:00:00:00:01:99\"}\n"
                      + "    dhcp4: true\n"));

  static final Rule NUMBER =
      Rule.error("KVN-V175", "MAC address that YAML takes for a number")
          .why(
              "Digits with colons and no letter between them are a number to the base of 60 in YAML 1.1, which cloud-init reads.")
          .fix("Put it into quotes.")
          .source("YAML 1.1: int; PyYAML")
          .example(
              GuestExample.withText(
                  "{name: lan, attachmentName: vms/lan, macAddress: \"52:54:00:12:34:56\"}",
                  "version: 2\nethernets:\n  lan:\n    match: {macaddress: 52:54:00:12:34:56}\n"
                      + "    dhcp4: true\n"));

  static final Rule DEFAULT_ROUTE =
      Rule.info("KVN-V176", "Default route that older guests misread")
          .why(
              "Except with netplan, cloud-init before 25.3 fails at a route to default, and before 23.1 makes one to ::/64 of one to ::/0.")
          .fix("Write gateway4 or gateway6 instead.")
          .source("canonical/cloud-init#1973, #6391")
          .example(
              onLan(
                  """
                  version: 2
                  ethernets:
                    lan:
                      match: {macaddress: "02:00:00:00:01:01"}
                      addresses: ["2001:db8::7/64"]
                      routes: [{to: "::/0", via: "2001:db8::1"}]
                  """));

  static final Rule CONFIG_DRIVE =
      Rule.error("KVN-V177", "Network data on a config drive")
          .why(
              "KubeVirt puts it there as network_data.json, where cloud-init expects OpenStack's JSON: it then takes the whole disk for broken.")
          .fix("Set cloudInit: noCloud, or bring OpenStack's JSON in networkData.")
          .source("cloud-init: DataSourceConfigDrive; KubeVirt: cloudInitConfigDrive")
          .example(
              GuestExample.onLan("links: [{network: lan, dhcp4: true}]")
                  + "  cloudInit: configDrive\n");

  static final List<Rule> ALL =
      List.of(YAML, VERSION, CARD_NAME, KERNEL_NAME, MAC, NUMBER, DEFAULT_ROUTE, CONFIG_DRIVE);
}
