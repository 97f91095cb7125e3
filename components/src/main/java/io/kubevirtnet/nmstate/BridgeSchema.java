package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U16;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U64;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U8;
import static io.kubevirtnet.nmstate.Kinds.STRICT_FLAG;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Kinds.U16;
import static io.kubevirtnet.nmstate.Kinds.U32;
import static io.kubevirtnet.nmstate.Kinds.U64;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

/** Settings of Linux bridges and of what Open vSwitch has. */
final class BridgeSchema {
  private BridgeSchema() {}

  static final Kind VLAN_PROTOCOL = Choice.of("VlanProtocol", "802.1q", "802.1ad");

  private static final Section VLAN_RANGE =
      Section.closed("BridgePortVlanRange", required("min", LOOSE_U16), required("max", LOOSE_U16));

  private static final Section PORT_VLAN =
      Section.closed(
          "BridgePortVlanConfig",
          optional("enable-native", FLAG),
          optional("mode", Choice.of("BridgePortVlanMode", "trunk", "access")),
          optional("tag", LOOSE_U16),
          optional("trunk-tags", Kinds.list(SpecialKinds.trunkTag(VLAN_RANGE))));

  private static final Section STP =
      Section.closed(
          "LinuxBridgeStpOptions",
          optional("enabled", FLAG),
          optional("forward-delay", LOOSE_U8),
          optional("hello-time", LOOSE_U8),
          optional("max-age", LOOSE_U8),
          optional("priority", LOOSE_U16));

  private static final Section LINUX_PORT =
      Section.closed(
          "LinuxBridgePortConfig",
          required("name", TEXT),
          optional("stp-hairpin-mode", FLAG),
          optional("stp-path-cost", LOOSE_U32),
          optional("stp-priority", LOOSE_U16),
          optional("vlan", PORT_VLAN));

  private static final Section LINUX_OPTIONS =
      Section.closed(
          "LinuxBridgeOptions",
          optional("gc-timer", U64),
          optional("group-addr", TEXT),
          optional("group-forward-mask", LOOSE_U16),
          optional("group-fwd-mask", LOOSE_U16),
          optional("hash-max", LOOSE_U32),
          optional("hello-timer", U64),
          optional("mac-ageing-time", LOOSE_U32),
          optional("multicast-last-member-count", LOOSE_U32),
          optional("multicast-last-member-interval", LOOSE_U64),
          optional("multicast-membership-interval", LOOSE_U64),
          optional("multicast-querier", FLAG),
          optional("multicast-querier-interval", LOOSE_U64),
          optional("multicast-query-interval", LOOSE_U64),
          optional("multicast-query-response-interval", LOOSE_U64),
          optional("multicast-query-use-ifaddr", FLAG),
          optional("multicast-router", SpecialKinds.MULTICAST_ROUTER),
          optional("multicast-snooping", FLAG),
          optional("multicast-startup-query-count", LOOSE_U32),
          optional("multicast-startup-query-interval", LOOSE_U64),
          optional("stp", STP),
          optional("vlan-protocol", VLAN_PROTOCOL),
          optional("vlan-default-pvid", U16));

  static final Section LINUX =
      Section.closed(
          "LinuxBridgeConfig",
          optional("allow-extra-ports", STRICT_FLAG),
          optional("options", LINUX_OPTIONS),
          optional("port", Kinds.list(LINUX_PORT), "ports"));

  private static final Section OVS_BOND =
      Section.closed(
          "OvsBridgeBondConfig",
          optional(
              "mode",
              Choice.of(
                  "OvsBridgeBondMode", "active-backup", "balance-slb", "balance-tcp", "lacp")),
          optional(
              "port",
              Kinds.list(Section.open("OvsBridgeBondPortConfig", required("name", TEXT))),
              "ports"),
          optional("bond-downdelay", LOOSE_U32),
          optional("bond-updelay", LOOSE_U32),
          optional("ovs-db", SpecialKinds.OVSDB_OF_INTERFACE));

  private static final Section OVS_PORT =
      Section.closed(
          "OvsBridgePortConfig",
          required("name", TEXT),
          optional("link-aggregation", OVS_BOND, "bond"),
          optional("vlan", PORT_VLAN));

  private static final Section OVS_OPTIONS =
      Section.closed(
          "OvsBridgeOptions",
          optional("stp", SpecialKinds.ovsStp(STP)),
          optional("rstp", FLAG),
          optional("mcast-snooping-enable", FLAG),
          optional("fail-mode", TEXT),
          optional("datapath", TEXT));

  static final Section OVS =
      Section.closed(
          "OvsBridgeConfig",
          optional("allow-extra-patch-ports", STRICT_FLAG),
          optional("allow-extra-ports", STRICT_FLAG),
          optional("options", OVS_OPTIONS),
          optional("port", Kinds.list(OVS_PORT), "ports"));

  static final Section OVS_PATCH = Section.closed("OvsPatchConfig", required("peer", TEXT));

  static final Section OVS_DPDK =
      Section.closed(
          "OvsDpdkConfig",
          required("devargs", TEXT),
          optional("rx-queue", U32, "n_rxq"),
          optional("n_rxq_desc", U32),
          optional("n_txq_desc", U32),
          optional("lsc-interrupt", STRICT_FLAG, "dpdk-lsc-interrupt"));
}
