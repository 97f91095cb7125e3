package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the facts of a server cluster, and with addresses on its V-Net. */
public final class FactsCatalogue {
  private static final String NETRIS = "Netris: V-Net";
  private static final String PLATFORM = "vCluster Platform, Netris integration";
  private static final String DHCP = ", dhcpRanges: [192.168.52.1-192.168.53.254]";

  private FactsCatalogue() {}

  private static String addresses(String facts, String addresses) {
    return NetrisExample.more(facts, "addresses: {nameservers: [192.168.48.2]" + addresses + "}");
  }

  private static String kubeVip(String facts, String kubeVip, String inputs) {
    return NetrisExample.more(
        facts, "kubeVip: {vcluster: tenant-a, namespace: tenant-a, " + kubeVip + "}" + inputs);
  }

  static final Rule GATEWAY =
      Rule.refused("KVN-T020", "Gateway that is none")
          .why(
              "It is the IPv4 address of the V-Net's own gateway with the length of the prefix; the network is computed from it. Lists of server clusters show a network there at times, which has no host part.")
          .fix("Write it as the V-Net has it, for example 192.168.55.254/21.")
          .source(NETRIS + ", gateways")
          .example(NetrisExample.facts("vnet: tenant-a-nodes, gateway: 192.168.48.0/21, vlan: 3"));

  static final Rule VLAN =
      Rule.refused("KVN-T021", "VLAN id of a V-Net out of range")
          .why("802.1Q has 1 to 4094.")
          .fix("Write the V-Net's own, or leave it out where the V-Net is untagged.")
          .source("IEEE 802.1Q; " + NETRIS)
          .example(
              NetrisExample.facts("vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 5000"));

  static final Rule VXLAN =
      Rule.refused("KVN-T022", "VXLAN id of a V-Net out of range")
          .why("A VXLAN network identifier has 24 bits, of which 0 is taken for none.")
          .fix("Write the V-Net's own, 1 to 16777215.")
          .source("RFC 7348; " + NETRIS)
          .example(
              NetrisExample.facts(
                  "vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 16777216"));

  static final Rule ADDRESS =
      Rule.error("KVN-T023", "Address of Netris outside of the subnet")
          .why(
              "What Netris gives out by DHCP and what it knows to be used is kept out of the addresses for machines; what can not be read, or belongs to another V-Net, keeps nothing out.")
          .fix("Write it as first-last, or as one address, inside the subnet of the gateway.")
          .source(NETRIS + ", gateways, DHCP; IPAM hosts")
          .example(NetrisExample.more(", usedAddresses: [192.168.67.253]", "promiscMode: true"));

  static final Rule MEMBER_TWICE =
      Rule.error("KVN-T024", "Server that is a member twice")
          .why("A server is shared or dedicated, and never both in one server cluster.")
          .fix("Keep one of the two.")
          .source("Netris: server cluster, shared endpoints")
          .example(
              NetrisExample.more(
                  ", servers: [{name: srv-1, shared: true}, {name: srv-1, shared: false}]",
                  "promiscMode: true"));

  static final Rule RANGE =
      Rule.error("KVN-T030", "Range that is not of the V-Net")
          .why(
              "A machine with an address of another network reaches nobody on the V-Net, and a prefix such as /21 makes the wrong network look right.")
          .fix("Write first-last inside the subnet, first not above last.")
          .source(PLATFORM + ": network-ip-range")
          .example(addresses("", ", ranges: [192.168.67.1-192.168.67.99]"));

  static final Rule TAKEN =
      Rule.error("KVN-T031", "Range with addresses that others have")
          .why(
              "The platform gives out every address of a range, and asks nobody whether it is used: two machines with one address cut each other off.")
          .fix("Keep to what is free.")
          .source(PLATFORM + ": network-ip-range")
          .example(addresses("", ", ranges: [192.168.55.200-192.168.55.254]"));

  static final Rule DHCP_CLASH =
      Rule.error("KVN-T032", "Addresses that Netris gives out as well")
          .why(
              "The platform and the DHCP of Netris know nothing of each other, so that both give the same address to two machines.")
          .fix("Keep to what is free, or shorten the range of DHCP in Netris.")
          .source(PLATFORM + ": network-ip-range; " + NETRIS + ", DHCP")
          .example(addresses(DHCP, ""));

  static final Rule KUBE_VIP =
      Rule.error("KVN-T033", "Address of kube-vip that is not free")
          .why(
              "kube-vip answers for this address on the V-Net: it has to be one of the subnet, and nobody else's, now or later.")
          .fix("Choose one of the subnet that nothing else has or is given.")
          .source(PLATFORM + ": kube-vip; ARP")
          .example(kubeVip("", "address: 192.168.67.253", ""));

  static final Rule KUBE_VIP_RANGE =
      Rule.error("KVN-T034", "Range for kube-vip that is not free")
          .why("The platform takes the address of the control plane from it.")
          .fix("Write first-last inside the subnet, of addresses that nothing else is given.")
          .source(PLATFORM + ": integrations.netris.kubeVip.ipRange")
          .example(kubeVip(DHCP, "connector: netris, ranges: [192.168.53.250-192.168.54.9]", ""));

  static final Rule KUBE_VIP_ANYWHERE =
      Rule.warning("KVN-T035", "Address of kube-vip from where others get theirs")
          .why(
              "Without ranges the platform takes the address from the whole subnet, where others are given addresses as well.")
          .fix("Set kubeVip.ranges to addresses that nothing else is given.")
          .source(PLATFORM + ": integrations.netris.kubeVip.ipRange")
          .example(kubeVip(DHCP, "connector: netris", ""));

  public static final List<Rule> ALL =
      List.of(
          GATEWAY,
          VLAN,
          VXLAN,
          ADDRESS,
          MEMBER_TWICE,
          RANGE,
          TAKEN,
          DHCP_CLASH,
          KUBE_VIP,
          KUBE_VIP_RANGE,
          KUBE_VIP_ANYWHERE);
}
