package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with the network as a guest is to configure it. */
public final class GuestCatalogue {
  private static final String CLOUD_INIT = "cloud-init: network config, version 2";

  private GuestCatalogue() {}

  public static final Rule UNKNOWN_NETWORK =
      Rule.refused("KVN-V150", "Guest configuration for a network that the machine does not have")
          .why("Entries are matched with the cards of this machine by the names of its networks.")
          .fix("Write the name of a network of this machine.")
          .source(CLOUD_INIT)
          .example(GuestExample.onLan("links: [{network: lam, dhcp4: true}]"));

  public static final Rule NOT_FOUND =
      Rule.refused("KVN-V151", "Card that the guest can not find")
          .why(
              "cloud-init finds it by its MAC address or by its name, and neither can be told before the machine runs.")
          .fix("Set stableMac: true or macAddress on that network.")
          .source("kubevirt/kubevirt#16693; cloud-init: match")
          .example(
              GuestExample.on(
                  "{name: fast, attachmentName: vms/fast, binding: sriov}",
                  "links: [{network: fast, dhcp4: true}]"));

  public static final Rule DOUBTFUL_NAME =
      Rule.warning("KVN-V166", "Card matched by a name that may turn out another one")
          .why(
              "The guest names its cards by their places on the PCI bus, which KubeVirt does not promise; the configuration would go to another card or to none.")
          .fix("Set stableMac: true on that network, or acpiIndex.")
          .source("kubevirt/kubevirt#16693, #6351")
          .example(
              GuestExample.on(
                  GuestExample.LAN + ", {name: default, pod: {}}",
                  "links: [{network: default, dhcp4: true}]"));

  public static final Rule NAME =
      Rule.error("KVN-V157", "Name that an interface of the guest can not have")
          .why(
              "Linux takes 1 to 15 bytes without '/', ':' and spaces, each name once; only a card with a MAC address is found again under another name.")
          .fix("Write a short name that no other interface of this guest has.")
          .source("Linux: dev_valid_name; netplan: set-name")
          .example(
              GuestExample.onLan(
                  "bonds: [{name: a-rather-long-bond, ports: [lan], mode: active-backup}]"));

  public static final Rule VLAN_ID =
      Rule.error("KVN-V158", "VLAN that can not be")
          .why("802.1Q has 1 to 4094, and an interface carries each of them once.")
          .fix("Choose the id that the network carries.")
          .source("IEEE 802.1Q; netplan: vlans")
          .example(GuestExample.onLan("vlans: [{name: lan.5000, id: 5000, over: lan}]"));

  public static final Rule VLAN_NAME =
      Rule.info("KVN-V169", "VLAN whose name does not say its id")
          .why(
              "Guests of the RHEL family read the id from the name, lan.5 or vlan5; cloud-init writes it down nowhere else for them.")
          .fix("Name it after its id if the guest is such a one.")
          .source("cloud-init: sysconfig renderer; initscripts: ifup")
          .example(GuestExample.onLan("vlans: [{name: storage, id: 5, over: lan}]"));

  public static final Rule MEMBERS =
      Rule.error("KVN-V159", "Ports that do not fit together")
          .why(
              "An interface is a port of one bond or bridge only and not of itself; the primary one of a bond is one of its ports, in a mode that has one.")
          .fix("List each port once.")
          .source("Linux: IFLA_MASTER, bonding")
          .example(
              GuestExample.onLan(
                  "bonds: [{name: bond0, ports: [lan], mode: active-backup}], bridges: [{name: br0, ports: [lan]}]"));

  public static final Rule TWICE =
      Rule.refused("KVN-V161", "Network configured twice")
          .why("A card has one entry in network data.")
          .fix("Write both into one entry.")
          .source(CLOUD_INIT)
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [10.1.0.7/24]}, {network: lan, mtu: 1400}]"));

  public static final Rule PORT_WITH_ADDRESS =
      Rule.error("KVN-V164", "Addresses on a port")
          .why(
              "What arrives on a port goes to its bond or bridge, so its own addresses never answer.")
          .fix("Give them to the bond or bridge.")
          .source("Linux: rx_handler of bond and bridge")
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [10.1.0.7/24]}], bridges: [{name: br0, ports: [lan]}]"));

  public static final List<Rule> ALL =
      Stream.of(
              List.of(
                  UNKNOWN_NETWORK,
                  NOT_FOUND,
                  DOUBTFUL_NAME,
                  NAME,
                  VLAN_ID,
                  VLAN_NAME,
                  MEMBERS,
                  TWICE,
                  PORT_WITH_ADDRESS),
              AddressCatalogue.ALL,
              TextCatalogue.ALL)
          .flatMap(Collection::stream)
          .toList();
}
