package io.kubevirtnet.host;

import io.kubevirtnet.spec.BondOptionsSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;

/** Options of a bond by the names that nmstate has for them: the kernel's. */
final class BondOptionNames {
  private BondOptionNames() {}

  static Fields tree(BondOptionsSpec o) {
    return Tree.fields()
        .with("ad_actor_sys_prio", o.adActorSysPrio())
        .with("ad_actor_system", o.adActorSystem())
        .with("ad_select", o.adSelect())
        .with("ad_user_port_key", o.adUserPortKey())
        .with("all_slaves_active", o.allSlavesActive())
        .with("arp_all_targets", o.arpAllTargets())
        .with("arp_interval", o.arpInterval())
        .with("arp_ip_target", o.arpIpTarget())
        .with("arp_missed_max", o.arpMissedMax())
        .with("arp_validate", o.arpValidate())
        .with("balance_slb", o.balanceSlb())
        .with("downdelay", o.downdelay())
        .with("fail_over_mac", o.failOverMac())
        .with("lacp_rate", o.lacpRate())
        .with("lp_interval", o.lpInterval())
        .with("miimon", o.miimon())
        .with("min_links", o.minLinks())
        .with("num_grat_arp", o.numGratArp())
        .with("num_unsol_na", o.numUnsolNa())
        .with("packets_per_slave", o.packetsPerSlave())
        .with("primary", o.primary())
        .with("primary_reselect", o.primaryReselect())
        .with("resend_igmp", o.resendIgmp())
        .with("tlb_dynamic_lb", o.tlbDynamicLb())
        .with("updelay", o.updelay())
        .with("use_carrier", o.useCarrier())
        .with("xmit_hash_policy", o.xmitHashPolicy());
  }
}
