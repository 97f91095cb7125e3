package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_I64;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U16;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.PLAIN_TEXT;
import static io.kubevirtnet.nmstate.Kinds.U32;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

/** Settings of a whole state. */
final class StateSchema {
  private StateSchema() {}

  private static final Kind ROUTE_TYPE =
      Choice.plain("RouteType", "blackhole", "unreachable", "prohibit");

  static final Section ROUTE =
      Section.closed(
          "RouteEntry",
          optional("state", Choice.plain("RouteState", "absent", "ignore")),
          optional("destination", PLAIN_TEXT),
          optional("next-hop-interface", PLAIN_TEXT),
          optional("next-hop-address", PLAIN_TEXT),
          optional("metric", LOOSE_I64),
          optional("table-id", LOOSE_U32),
          optional("weight", LOOSE_U16),
          optional("route-type", ROUTE_TYPE),
          optional("cwnd", LOOSE_U32),
          optional("source", PLAIN_TEXT),
          optional("initcwnd", LOOSE_U32),
          optional("initrwnd", LOOSE_U32),
          optional("mtu", LOOSE_U32),
          optional("quickack", FLAG),
          optional("advmss", LOOSE_U32),
          optional("lock-mtu", FLAG),
          optional("vrf-name", PLAIN_TEXT));

  static final Section RULE =
      Section.closed(
          "RouteRuleEntry",
          optional("family", Choice.plain("AddressFamily", "ipv4", "ipv6", "unknown")),
          optional("state", Choice.plain("RouteRuleState", "absent")),
          optional("ip-from", PLAIN_TEXT),
          optional("ip-to", PLAIN_TEXT),
          optional("priority", LOOSE_I64),
          optional("route-table", LOOSE_U32),
          optional("fwmark", LOOSE_U32),
          optional("fwmask", LOOSE_U32),
          optional(
              "action", Choice.plain("RouteRuleAction", "blackhole", "unreachable", "prohibit")),
          optional("iif", PLAIN_TEXT),
          optional("suppress-prefix-length", U32, "suppress_prefixlength"));

  private static final Section RESOLVER =
      Section.closed(
          "DnsClientState",
          optional("server", Kinds.list(PLAIN_TEXT)),
          optional("search", Kinds.list(PLAIN_TEXT)),
          optional("options", Kinds.list(PLAIN_TEXT)));

  private static final Section MAPPING =
      Section.open(
          "OvnBridgeMapping",
          required("localnet", PLAIN_TEXT),
          optional("state", Choice.plain("OvnBridgeMappingState", "present", "absent")),
          optional("bridge", PLAIN_TEXT));

  static final Section STATE =
      Section.closed(
          "NetworkState",
          optional("description", PLAIN_TEXT),
          optional(
              "hostname",
              Section.closed(
                  "HostNameState",
                  optional("running", PLAIN_TEXT),
                  optional("config", PLAIN_TEXT))),
          optional(
              "dns-resolver",
              Section.closed(
                  "DnsState", optional("running", RESOLVER), optional("config", RESOLVER))),
          optional(
              "route-rules", Section.closed("RouteRules", optional("config", Kinds.list(RULE)))),
          optional(
              "routes",
              Section.closed(
                  "Routes",
                  optional("running", Kinds.list(ROUTE)),
                  optional("config", Kinds.list(ROUTE)))),
          optional("interfaces", Kinds.list(new InterfaceSchema())),
          optional(
              "ovs-db",
              Section.closed(
                  "OvsDbGlobalConfig",
                  optional("external_ids", SpecialKinds.TEXTS),
                  optional("other_config", SpecialKinds.TEXTS))),
          optional(
              "ovn",
              Section.closed(
                  "OvnConfiguration", optional("bridge-mappings", Kinds.list(MAPPING)))));
}
