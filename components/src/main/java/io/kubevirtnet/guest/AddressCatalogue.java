package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with addresses and routes inside a guest. */
final class AddressCatalogue {
  private static final String NETPLAN = "netplan: addresses, routes; cloud-init: network config";

  private AddressCatalogue() {}

  static final Rule ADDRESS =
      Rule.error("KVN-V152", "Text that is not an address of a guest")
          .why("It is one address of one host, with the prefix length of its network.")
          .fix("Write for example 10.100.0.7/24 or fd10:0:2::2/120.")
          .source(NETPLAN)
          .example(GuestExample.onLan("links: [{network: lan, addresses: [10.100.0.7]}]"));

  static final Rule GATEWAY =
      Rule.error("KVN-V153", "Router that the guest can not reach")
          .why(
              "A router is reached in one of the networks that the interface has an address in; cloud-init sets it with a fixed address of the same family only.")
          .fix("Write the router's address in that network.")
          .source("cloud-init: _v2_to_v1_ipcfg; Linux: fib_check_nh")
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [10.100.0.7/24], gateway4: 10.10.0.1}]"));

  static final Rule DNS =
      Rule.error("KVN-V154", "Text that no resolver takes")
          .why("Servers are IP addresses; search domains are names, dots between the labels.")
          .fix("Write for example 10.100.0.2 and example.com.")
          .source(NETPLAN)
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [10.100.0.7/24], nameservers: [dns.example.com]}]"));

  static final Rule MTU =
      Rule.error("KVN-V155", "MTU that the guest's interface can not have")
          .why("It is 68 to 65535 bytes, 1280 or more with IPv6, and not above what carries it.")
          .fix("Leave it out: virtio tells the guest the MTU of the network.")
          .source("RFC 791, RFC 8200; Linux: dev_validate_mtu")
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [\"2001:db8::7/64\"], mtu: 1200}]"));

  static final Rule ROUTE =
      Rule.error("KVN-V156", "Route that the guest does not take")
          .why(
              "It goes from a network to a router of the same family, which is reached in a network of the interface unless onLink is set.")
          .fix("Write for example destination 10.9.0.0/16 and gateway 10.100.0.3.")
          .source(NETPLAN)
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, addresses: [10.100.0.7/24],"
                      + " routes: [{destination: 10.9.0.7/16, gateway: 10.100.0.3}]}]"));

  static final Rule DUPLICATE =
      Rule.error("KVN-V160", "Address given twice")
          .why("One of the two interfaces answers for both, and the other stays silent.")
          .fix("Give each interface its own address.")
          .source("RFC 5227")
          .example(
              GuestExample.on(
                  GuestExample.LAN + ", " + GuestExample.SAN,
                  "links: [{network: lan, addresses: [10.1.0.7/24]},"
                      + " {network: san, addresses: [10.1.0.7/32]}]"));

  static final Rule MASQUERADE =
      Rule.error("KVN-V162", "Address that KubeVirt does not translate to")
          .why(
              "Behind a masquerade the guest has the second address of the network between pod and guest, and the pod is its router with the first; nothing else is passed on.")
          .fix(
              "Write the second address of the network for the guest, the first one for the router.")
          .source("KubeVirt: masquerade, getMasqueradeGwAndHostAddressesFromCIDR")
          .example(
              GuestExample.on(
                  GuestExample.POD,
                  "links: [{network: default, addresses: [\"fd10:0:2::5/120\"], gateway6: \"fd10:0:2::1\"}]"));

  static final Rule SINGLE_STACK =
      Rule.warning("KVN-V163", "IPv6 alone without resolver or search domains")
          .why(
              "Behind a masquerade nobody tells a guest of IPv6 alone about DNS, so that short names such as web.vms.svc do not resolve.")
          .fix("Set nameservers and searchDomains, as /etc/resolv.conf of a pod has them.")
          .source("kubevirt/kubevirt#7184")
          .example(
              GuestExample.on(
                  GuestExample.POD,
                  "links: [{network: default, dhcp4: false,"
                      + " addresses: [\"fd10:0:2::2/120\"], gateway6: \"fd10:0:2::1\"}]"));

  static final Rule NO_ROUTER =
      Rule.warning("KVN-V178", "IPv6 by DHCP without a router")
          .why(
              "Behind a masquerade nobody sends router advertisements, from which alone a guest learns its IPv6 router.")
          .fix("Give it the second address of the network and the first one as gateway6.")
          .source("KubeVirt user guide: masquerade, IPv6; kubevirt/kubevirt#7184")
          .example(GuestExample.on(GuestExample.POD, "links: [{network: default, dhcp6: true}]"));

  static final Rule BOTH =
      Rule.info("KVN-V165", "Fixed addresses beside DHCP of the same family")
          .why("The interface then has both, and the default route of DHCP beside one given here.")
          .fix("Leave one of the two out unless both are meant.")
          .source(NETPLAN)
          .example(
              GuestExample.onLan(
                  "links: [{network: lan, dhcp4: true, addresses: [10.100.0.7/24]}]"));

  static final Rule TWO_DEFAULTS =
      Rule.warning("KVN-V167", "Two default routes")
          .why(
              "One of them wins, and answers to what came in over the other go out over the wrong interface.")
          .fix("Keep one, and write routes to what is behind the other; or give one a metric.")
          .source("netplan: default route consistency")
          .example(
              GuestExample.on(
                  GuestExample.LAN + ", " + GuestExample.SAN,
                  "links: [{network: lan, addresses: [10.1.0.7/24], gateway4: 10.1.0.1},"
                      + " {network: san, addresses: [10.2.0.7/24], gateway4: 10.2.0.1}]"));

  static final Rule OVERLAP =
      Rule.warning("KVN-V168", "Two interfaces in one network")
          .why(
              "The guest sends everything for that network out over one of them, and Linux answers ARP for either address on both.")
          .fix("Bond the two, or give them addresses in different networks.")
          .source("Linux: arp_ignore, fib")
          .example(
              GuestExample.on(
                  GuestExample.LAN + ", " + GuestExample.SAN,
                  "links: [{network: lan, addresses: [10.1.0.7/24]},"
                      + " {network: san, addresses: [10.1.0.8/24]}]"));

  static final List<Rule> ALL =
      List.of(
          ADDRESS,
          GATEWAY,
          DNS,
          MTU,
          ROUTE,
          DUPLICATE,
          MASQUERADE,
          SINGLE_STACK,
          NO_ROUTER,
          BOTH,
          TWO_DEFAULTS,
          OVERLAP);
}
