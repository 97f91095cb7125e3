package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U16;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U64;
import static io.kubevirtnet.nmstate.Kinds.STRICT_FLAG;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Kinds.U32;
import static io.kubevirtnet.nmstate.Kinds.U8;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

import java.util.List;

/** Settings of interfaces that stand on others, and of tunnels. */
final class LinkSchema {
  private LinkSchema() {}

  private static final Section QOS =
      Section.open("VlanQosMapping", required("from", LOOSE_U32), required("to", LOOSE_U32));

  static final Section VLAN =
      Section.closed(
          "VlanConfig",
          optional("base-iface", TEXT),
          required("id", LOOSE_U16),
          optional("protocol", BridgeSchema.VLAN_PROTOCOL),
          optional(
              "registration-protocol",
              Choice.of("VlanRegistrationProtocol", "gvrp", "mvrp", "none")),
          optional("reorder-headers", STRICT_FLAG),
          optional("loose-binding", STRICT_FLAG),
          optional("ingress-qos-map", Kinds.list(QOS)),
          optional("egress-qos-map", Kinds.list(QOS)));

  static final Section VXLAN =
      Section.closed(
          "VxlanConfig",
          optional("base-iface", TEXT),
          required("id", LOOSE_U32),
          optional("learning", STRICT_FLAG),
          optional("local", AddressKinds.IP),
          optional("remote", AddressKinds.IP),
          optional("destination-port", LOOSE_U16));

  static final Section VRF =
      Section.closed(
          "VrfConfig",
          optional("port", Kinds.list(TEXT), "ports"),
          optional("route-table-id", LOOSE_U32));

  static final Section MAC_VLAN = macVlan("MacVlanConfig", "MacVlanMode");
  static final Section MAC_VTAP = macVlan("MacVtapConfig", "MacVtapMode");

  static final Section IP_VLAN =
      Section.closed(
          "IpVlanConfig",
          optional("base-iface", TEXT),
          optional("mode", Choice.of("IpVlanMode", "l2", "l3", "l3s")),
          optional("private", FLAG),
          optional("vepa", FLAG));

  static final Section INFINIBAND =
      Section.closed(
          "InfiniBandConfig",
          required("mode", Choice.of("InfiniBandMode", "datagram", "connected")),
          optional("base-iface", TEXT),
          required("pkey", LOOSE_U16));

  static final Section MACSEC =
      Section.closed(
          "MacSecConfig",
          required("encrypt", STRICT_FLAG),
          required("base-iface", TEXT),
          optional("mka-cak", TEXT),
          optional("mka-ckn", TEXT),
          required("port", U32),
          required("validation", Choice.of("MacSecValidate", "disabled", "check", "strict")),
          required("send-sci", STRICT_FLAG),
          optional("offload", Choice.of("MacSecOffload", "off", "phy", "mac")));

  static final Section HSR =
      Section.closed(
          "HsrConfig",
          required("port1", TEXT),
          required("port2", TEXT),
          optional("interlink", TEXT),
          optional("supervision-address", TEXT),
          required("multicast-spec", U8),
          required(
              "protocol",
              new Choice(
                  "HsrProtocol",
                  List.of(List.of("hsr", "hsr-2010"), List.of("hsr-2012"), List.of("prp")),
                  false)));

  static final Section IP_TUNNEL =
      Section.closed(
          "IpTunnelConfig",
          optional("mode", Choice.of("IpTunnelMode", "unknown", "ipip", "sit", "ip6ip6", "ipip6")),
          optional("base-iface", TEXT),
          optional("local", AddressKinds.IP),
          optional("remote", AddressKinds.IP),
          optional("ttl", U8),
          optional("tos", U8),
          optional("flow-label", U32),
          optional(
              "ip6tun-flags",
              Kinds.list(
                  Choice.of(
                      "Ip6TunnelFlag",
                      "ign-encap-limit",
                      "use-orig-tclass",
                      "use-orig-flowlabel",
                      "mip6-dev",
                      "rcv-dscp-copy",
                      "use-orig-fw-mark",
                      "allow-local-remote",
                      "cap-xmit",
                      "cap-rcv",
                      "cap-per-packet"))),
          optional("pmtu-disc", STRICT_FLAG),
          optional("encap-limit", U8),
          optional("fwmark", U32));

  static final Section LIBRESWAN =
      Section.closed(
          "LibreswanConfig",
          optional("nm-auto-defaults", STRICT_FLAG),
          required("right", TEXT),
          optional("rightid", TEXT),
          optional("rightrsasigkey", TEXT),
          optional("rightcert", TEXT),
          optional("left", TEXT),
          optional("leftid", TEXT),
          optional("leftrsasigkey", TEXT),
          optional("leftcert", TEXT),
          optional("ikev2", TEXT),
          optional("psk", TEXT),
          optional("ikelifetime", TEXT),
          optional("salifetime", TEXT),
          optional("ike", TEXT),
          optional("esp", TEXT),
          optional("dpddelay", LOOSE_U64),
          optional("dpdtimeout", LOOSE_U64),
          optional("dpdaction", TEXT),
          optional("ipsec-interface", SpecialKinds.IPSEC_INTERFACE),
          optional("authby", TEXT),
          optional("rightsubnet", TEXT),
          optional("rightsubnets", TEXT),
          optional("leftsubnet", TEXT),
          optional("leftsubnets", TEXT),
          optional("leftmodecfgclient", STRICT_FLAG),
          optional("type", Choice.of("LibreswanConnectionType", "tunnel", "transport")),
          optional("hostaddrfamily", Choice.of("LibreswanAddressFamily", "ipv4", "ipv6")),
          optional("clientaddrfamily", Choice.of("LibreswanAddressFamily", "ipv4", "ipv6")),
          optional("require-id-on-certificate", STRICT_FLAG),
          optional("leftsendcert", TEXT),
          optional("rightca", TEXT),
          optional("leftprotoport", TEXT),
          optional("rightprotoport", TEXT));

  private static Section macVlan(String struct, String mode) {
    return Section.closed(
        struct,
        required("base-iface", TEXT),
        required(
            "mode", Choice.of(mode, "vepa", "bridge", "private", "passthru", "source", "unknown")),
        optional("promiscuous", FLAG, "accept-all-mac"));
  }
}
