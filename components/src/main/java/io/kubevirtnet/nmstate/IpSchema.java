package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_I64;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U8;
import static io.kubevirtnet.nmstate.Kinds.STRICT_FLAG;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings of {@code ipv4} and {@code ipv6}. */
final class IpSchema {
  private IpSchema() {}

  static final Kind MPTCP_FLAG =
      Choice.of("MptcpAddressFlag", "signal", "subflow", "backup", "fullmesh");

  private static final Section ADDRESS =
      Section.closed(
          "InterfaceIpAddr",
          required("ip", AddressKinds.IP),
          required("prefix-length", LOOSE_U8),
          optional("mptcp-flags", Kinds.list(MPTCP_FLAG)),
          optional("valid-life-time", TEXT, "valid-left", "valid-lft"),
          optional("preferred-life-time", TEXT, "preferred-left", "preferred-lft"),
          optional("protocol", AddressKinds.PROTOCOL));

  private static final Kind CLIENT_ID =
      Choice.open(
          "Dhcpv4ClientId", List.of(List.of("ll", "LL"), List.of("iaid+duid", "IAID+DUID")));
  private static final Kind DUID =
      Choice.open(
          "Dhcpv6Duid",
          List.of(
              List.of("llt", "LLT"),
              List.of("en", "EN"),
              List.of("ll", "LL"),
              List.of("uuid", "UUID")));
  private static final Kind ADDRESS_GENERATION =
      Choice.open(
          "Ipv6AddrGenMode",
          List.of(List.of("eui64", "EUI64"), List.of("stable-privacy", "STABLE-PRIVACY")));

  private static final Section IP =
      Section.closed(
          "InterfaceIp",
          optional("enabled", FLAG),
          optional("dhcp", FLAG),
          optional("autoconf", FLAG),
          optional("dhcp-client-id", CLIENT_ID),
          optional("dhcp-duid", DUID),
          optional("address", Kinds.list(ADDRESS)),
          optional("auto-dns", FLAG),
          optional("auto-gateway", FLAG),
          optional("auto-routes", FLAG),
          optional("auto-route-table-id", LOOSE_U32),
          optional("auto-route-metric", LOOSE_I64),
          optional("addr-gen-mode", ADDRESS_GENERATION),
          optional("allow-extra-address", STRICT_FLAG),
          optional("token", TEXT),
          optional("dhcp-send-hostname", STRICT_FLAG),
          optional("dhcp-custom-hostname", TEXT),
          optional("forwarding", STRICT_FLAG),
          optional("prefix-route-metric", LOOSE_I64));

  static final Kind V4 =
      SpecialKinds.ipFamily(
          IP,
          Map.of(
              "autoconf",
              "autoconf is not allowed for IPv4",
              "dhcp_duid",
              "dhcp-duid is not allowed for IPv4"),
          Set.of("autoconf", "dhcp-duid", "addr-gen-mode", "token"));

  static final Kind V6 =
      SpecialKinds.ipFamily(
          IP,
          Map.of(
              "prefix-route-metric",
              "prefix-route-metric is not allowed for IPv6",
              "dhcp_client_id",
              "dhcp-client-id is not allowed for IPv6",
              "forwarding",
              "InvalidArgument: forwarding is not supported for IPv6"),
          Set.of("dhcp-client-id", "forwarding", "prefix-route-metric"));
}
