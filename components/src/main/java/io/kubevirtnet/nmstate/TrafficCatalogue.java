package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What nmstate refuses about routes, rules, DNS and OVN, and where the node must be known. */
final class TrafficCatalogue {
  private TrafficCatalogue() {}

  static final Rule ROUTE =
      Rule.refused("KVN-N140", "Route that leads nowhere, or two ways")
          .why(
              "A route names the interface that it leads through; one that drops packets names none.")
          .fix("Set next-hop-interface, or route-type.")
          .source("nmstate: Routes.validate")
          .example(
              """
              desired:
                routes:
                  config:
                    - {destination: 198.51.100.0/24, next-hop-address: 192.0.2.1}
              """);

  static final Rule ROUTE_VALUE =
      Rule.refused("KVN-N141", "Value of a route that is none")
          .why("Destinations are networks, next hops are addresses, and numbers have their ranges.")
          .fix("Correct the value.")
          .source("nmstate: RouteEntry.sanitize")
          .example(
              """
              desired:
                routes:
                  config:
                    - {destination: 198.51.100.0/24, route-type: blackhole, cwnd: 0}
              """);

  static final Rule NEXT_HOP =
      Rule.refused("KVN-N142", "Route through an interface that can not carry it")
          .why("The interface must be there, stay there, and have addresses of that family.")
          .fix("Correct next-hop-interface, or enable IP on that interface in the same state.")
          .source("nmstate: MergedRoutes")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: false}}
                routes:
                  config:
                    - {destination: 198.51.100.0/24, next-hop-interface: dummy1, next-hop-address: 192.0.2.1}
              """);

  static final Rule ROUTE_VRF =
      Rule.refused("KVN-N143", "Route in a VRF that is not there")
          .why("The VRF gives the route its table.")
          .fix("Correct vrf-name, or leave table-id out.")
          .source("nmstate: Routes.resolve_vrf_name")
          .example(
              """
              desired:
                interfaces:
                  - {name: vrf1, type: vrf, vrf: {port: [], route-table-id: 100}}
                routes:
                  config:
                    - {destination: 198.51.100.0/24, route-type: blackhole, table-id: 5, vrf-name: vrf1}
              """);

  static final Rule ROUTE_RULE =
      Rule.refused("KVN-N144", "Routing rule that can not be")
          .why("A rule says which addresses it is about, in one family.")
          .fix("Set ip-from, ip-to or family.")
          .source("nmstate: RouteRuleEntry.sanitize")
          .example(
              """
              desired:
                route-rules:
                  config:
                    - {route-table: 100, priority: 1000}
              """);

  static final Rule DNS =
      Rule.refused("KVN-N145", "Name server or resolver option that is none")
          .why("Servers are addresses, and the options are those of resolv.conf.")
          .fix("Correct the entry.")
          .source("nmstate: DnsClientState.sanitize")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.2, prefix-length: 24}]}}
                dns-resolver: {config: {server: [dns.example.org]}}
              """);

  static final Rule DNS_LINK_LOCAL =
      Rule.refused("KVN-N146", "Link-local name server that can not be reached")
          .why("A link-local address needs the interface that it is on, with IPv6.")
          .fix("Write fe80::1%eth1 with an interface of this node that has IPv6.")
          .source("nmstate: validate_ipv6_link_local_address_dns_srv")
          .example(
              """
              desired:
                dns-resolver: {config: {server: ['fe80::1%eth7']}}
              current:
                interfaces: []
              """);

  static final Rule DNS_ORDER =
      Rule.refused("KVN-N147", "Name servers in an order that can not be kept")
          .why("NetworkManager keeps the servers of each family together.")
          .fix("List the servers of one family after those of the other.")
          .source("nmstate: store_dns_config_to_iface")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.2, prefix-length: 24}]}, ipv6: {enabled: true, address: [{ip: '2001:db8::2', prefix-length: 64}]}}
                dns-resolver: {config: {server: [192.0.2.53, '2001:db8::53', 192.0.2.54]}}
              """);

  static final Rule OVN_MAPPING =
      Rule.refused("KVN-N148", "Physical network of OVN without bridge")
          .why("Each physical network is mapped once, to an OVS bridge that is there.")
          .fix("Correct the bridge, or map with state absent.")
          .source("nmstate: OvnConfiguration.sanitize, validate_local_bridge")
          .example(
              """
              desired:
                ovn: {bridge-mappings: [{localnet: physnet1, bridge: br-none}]}
              current:
                interfaces: []
              """);

  static final Rule OVN_KEY =
      Rule.refused("KVN-N149", "Mappings in the database section")
          .why("nmstate writes this key itself.")
          .fix("Write the mappings under ovn.bridge-mappings.")
          .source("nmstate: OvsDbGlobalConfig.sanitize")
          .example(
              """
              desired:
                ovs-db: {external_ids: {ovn-bridge-mappings: "physnet1:br1"}}
              """);

  static final Rule CAPTURE =
      Rule.refused("KVN-N150", "Capture that can not be read")
          .why(
              "A capture is a path, a comparison (==) or a replacement (:=), after at most one pipe.")
          .fix("Correct the expression at the place that is marked.")
          .source("nmstate: NetworkCaptureCommand.parse")
          .example(
              """
              desired: {interfaces: []}
              capture: {base: 'interfaces.name = "eth1"'}
              """);

  static final Rule CAPTURE_RESULT =
      Rule.refused("KVN-N151", "Capture that finds nothing on the node")
          .why("A capture that matches nothing fails the whole policy on that node.")
          .fix("Capture what each node of the policy has, or split the policy by node selector.")
          .source("nmstate: NetworkCaptureCommand.execute")
          .example(
              """
              desired: {interfaces: []}
              capture: {base: 'interfaces.name == "eth7"'}
              current:
                interfaces:
                  - {name: eth1, type: ethernet}
              """);

  static final Rule TEMPLATE =
      Rule.refused("KVN-N152", "Template that can not be filled")
          .why("A template holds one reference to a captured value: {{ capture.name.path }}.")
          .fix("Correct the reference.")
          .source("nmstate: NetworkStateTemplate")
          .example(
              """
              desired:
                interfaces:
                  - {name: "{{ base.interfaces.0.name }}", type: ethernet}
              capture: {base: 'interfaces.name == "eth1"'}
              current:
                interfaces:
                  - {name: eth1, type: ethernet}
              """);

  static final Rule STATE_ALONE =
      Rule.warning("KVN-N190", "Refers to something that this state does not make")
          .why("It may be on the nodes; nmstate refuses the state where it is not.")
          .fix("Check it against the nodes (kubevirtnet check --state), or add it to the state.")
          .source("nmstate: validate without current state")
          .example(
              """
              desired:
                routes:
                  config:
                    - {destination: 198.51.100.0/24, next-hop-interface: eth1, next-hop-address: 192.0.2.1}
              """);

  static final List<Rule> ALL =
      List.of(
          ROUTE,
          ROUTE_VALUE,
          NEXT_HOP,
          ROUTE_VRF,
          ROUTE_RULE,
          DNS,
          DNS_LINK_LOCAL,
          DNS_ORDER,
          OVN_MAPPING,
          OVN_KEY,
          CAPTURE,
          CAPTURE_RESULT,
          TEMPLATE,
          STATE_ALONE);
}
