package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What nmstate takes about addresses although they can not work. */
final class AddressCatalogue {
  private AddressCatalogue() {}

  static final Rule AUTOCONF =
      Rule.error("KVN-N210", "IPv6 autoconf without DHCP")
          .why(
              "nmstate has not implemented it for NetworkManager and fails when it applies the state.")
          .fix("Set dhcp: true, too, or neither.")
          .source("nmstate: gen_nm_ipv6_setting")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv6: {enabled: true, autoconf: true, dhcp: false}}
              """);

  static final Rule NOT_ENABLED =
      Rule.warning("KVN-N211", "Settings of a disabled IP stack")
          .why(
              "Without enabled: true a new interface has no addresses, and nmstate drops what was asked for.")
          .fix("Set enabled: true.")
          .source("nmstate: InterfaceIpv4.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {dhcp: true}}
              """);

  static final Rule SAME_ADDRESS =
      Rule.warning("KVN-N212", "Address that two interfaces have")
          .why("Answers will leave through one of the two only.")
          .fix("Remove one of them.")
          .source("RFC 1122, 3.3.4")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.1, prefix-length: 24}]}}
                  - {name: dummy2, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.1, prefix-length: 24}]}}
              """);

  static final Rule NETWORK_ADDRESS =
      Rule.warning("KVN-N213", "Address of a network on an interface")
          .why("The first and the last address of an IPv4 network belong to no host.")
          .fix("Choose an address in between.")
          .source("RFC 1122, 3.2.1.3")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.0, prefix-length: 24}]}}
              """);

  static final Rule GATEWAY =
      Rule.warning("KVN-N214", "Gateway outside of the networks of its interface")
          .why("The node can not reach it, and the kernel refuses the route.")
          .fix("Correct next-hop-address, or the address of the interface.")
          .source("Linux: ENETUNREACH, Nexthop has invalid gateway")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.1, prefix-length: 24}]}}
                routes:
                  config:
                    - {destination: 0.0.0.0/0, next-hop-interface: dummy1, next-hop-address: 203.0.113.1}
              """);

  static final List<Rule> ALL =
      List.of(AUTOCONF, NOT_ENABLED, SAME_ADDRESS, NETWORK_ADDRESS, GATEWAY);
}
