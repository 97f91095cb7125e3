package io.kubevirtnet.nmstate;

import static io.kubevirtnet.nmstate.Kinds.FLAG;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_I32;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U16;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U32;
import static io.kubevirtnet.nmstate.Kinds.LOOSE_U8;
import static io.kubevirtnet.nmstate.Kinds.TEXT;
import static io.kubevirtnet.nmstate.Section.optional;
import static io.kubevirtnet.nmstate.Section.required;

import java.util.List;

/** Settings of bonds. */
final class BondSchema {
  private BondSchema() {}

  private static final Kind MODE =
      new Choice(
          "BondMode",
          List.of(
              List.of("balance-rr", "0"),
              List.of("active-backup", "1"),
              List.of("balance-xor", "2"),
              List.of("broadcast", "3"),
              List.of("802.3ad", "lacp", "4"),
              List.of("balance-tlb", "5"),
              List.of("balance-alb", "6"),
              List.of("unknown")),
          true);

  private static final Section OPTIONS =
      Section.closed(
          "BondOptions",
          optional("ad_actor_sys_prio", LOOSE_U16),
          optional("ad_actor_system", TEXT),
          optional("ad_select", Choice.numbered("BondAdSelect", "stable", "bandwidth", "count")),
          optional("ad_user_port_key", LOOSE_U16),
          optional(
              "all_slaves_active", Choice.numbered("BondAllPortsActive", "dropped", "delivered")),
          optional("arp_all_targets", Choice.numbered("BondArpAllTargets", "any", "all")),
          optional("arp_interval", LOOSE_U32),
          optional("arp_ip_target", TEXT),
          optional(
              "arp_validate",
              Choice.numbered(
                  "BondArpValidate",
                  "none",
                  "active",
                  "backup",
                  "all",
                  "filter",
                  "filter_active",
                  "filter_backup")),
          optional("downdelay", LOOSE_U32),
          optional("fail_over_mac", Choice.numbered("BondFailOverMac", "none", "active", "follow")),
          optional("lacp_rate", Choice.numbered("BondLacpRate", "slow", "fast")),
          optional("lp_interval", LOOSE_U32),
          optional("miimon", LOOSE_U32),
          optional("min_links", LOOSE_U32),
          optional("num_grat_arp", LOOSE_U8),
          optional("num_unsol_na", LOOSE_U8),
          optional("packets_per_slave", LOOSE_U32),
          optional("primary", TEXT),
          optional(
              "primary_reselect",
              Choice.numbered("BondPrimaryReselect", "always", "better", "failure")),
          optional("resend_igmp", LOOSE_U32),
          optional("tlb_dynamic_lb", FLAG),
          optional("updelay", LOOSE_U32),
          optional("use_carrier", FLAG),
          optional(
              "xmit_hash_policy",
              Choice.numbered(
                  "BondXmitHashPolicy",
                  "layer2",
                  "layer3+4",
                  "layer2+3",
                  "encap2+3",
                  "encap3+4",
                  "vlan+srcmac")),
          optional("balance_slb", FLAG, "balance-slb"),
          optional("arp_missed_max", LOOSE_U8),
          optional("lacp_active", FLAG),
          optional("ns_ip6_target", Kinds.list(AddressKinds.IPV6)));

  private static final Section PORT =
      Section.open(
          "BondPortConfig",
          required("name", TEXT),
          optional("priority", LOOSE_I32),
          optional("queue-id", LOOSE_U16));

  static final Section BOND =
      Section.closed(
          "BondConfig",
          optional("mode", MODE),
          optional("options", OPTIONS),
          optional("port", Kinds.list(TEXT), "ports"),
          optional("ports-config", Kinds.list(PORT)));
}
