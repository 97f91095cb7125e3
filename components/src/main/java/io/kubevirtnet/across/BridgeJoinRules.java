package io.kubevirtnet.across;

import io.kubevirtnet.attachment.BridgeJoin;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.VlanRangeSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/** What an attachment asks of the bridge that it joins. */
public final class BridgeJoinRules {
  private BridgeJoinRules() {}

  public static void check(BridgeJoin attachment, Report report) {
    if (attachment.bridge().isUnknown()) {
      report.notChecked(attachment.bridge().path(), "known after apply");
    }
    attachment.bridge().ifKnown(bridge -> check(attachment, bridge, report));
  }

  private static void check(BridgeJoin attachment, HostBridgeSpec bridge, Report report) {
    boolean fits = bridge.kind().known().filter(k -> k != attachment.kind()).isEmpty();
    if (fits) {
      vlan(attachment, bridge, report);
    } else {
      report.add(
          AcrossCatalogue.KIND_MISMATCH,
          attachment.bridge().path(),
          bridge.name().shown() + " is of kind " + bridge.kind().shown() + ".");
    }
    attachment
        .mtu()
        .ifBothKnown(
            bridge.mtu(),
            (mtu, limit) -> {
              if (mtu > limit) {
                report.add(
                    AcrossCatalogue.MTU_ABOVE_BRIDGE,
                    attachment.mtu().path(),
                    attachment.mtu().shown()
                        + " is above the "
                        + bridge.mtu().shown()
                        + " of "
                        + bridge.name().shown()
                        + ".");
              }
            });
    if (bridge.mtu().isAbsent() && attachment.mtu().isGiven()) {
      report.notChecked(attachment.mtu().path(), "the MTU of the uplink (no cluster was asked)");
    }
  }

  private static void vlan(BridgeJoin attachment, HostBridgeSpec bridge, Report report) {
    attachment
        .vlan()
        .ifBothKnown(
            bridge.vlans(),
            (vlan, carried) -> {
              if (VlanId.isValid(vlan) && carried.stream().noneMatch(r -> holds(r, vlan))) {
                report.add(
                    AcrossCatalogue.VLAN_NOT_CARRIED,
                    attachment.vlan().path(),
                    bridge.name().shown()
                        + " does not carry VLAN "
                        + attachment.vlan().shown()
                        + " (it carries "
                        + shown(carried)
                        + ").");
              }
            });
    boolean untagged = bridge.untagged().known().orElse(true);
    if (attachment.vlan().isAbsent() && attachment.trunk().isAbsent() && !untagged) {
      report.add(
          AcrossCatalogue.NO_UNTAGGED_NETWORK,
          attachment.bridge().path(),
          bridge.name().shown()
              + " has its network without tags in another VLAN ("
              + bridge.vlans().known().map(BridgeJoinRules::shown).orElse("not known yet")
              + ").");
    }
  }

  private static boolean holds(Value<VlanRangeSpec> range, int vlan) {
    var min = range.flatMap(VlanRangeSpec::min);
    var max = range.flatMap(VlanRangeSpec::max);
    boolean open = min.isUnknown() || max.isUnknown();
    return open || (min.known().orElse(0) <= vlan && vlan <= max.known().orElse(0));
  }

  private static String shown(List<Value<VlanRangeSpec>> carried) {
    return carried.isEmpty()
        ? "none: it has no VLAN filter"
        : String.join(", ", carried.stream().map(BridgeJoinRules::shown).toList());
  }

  private static String shown(Value<VlanRangeSpec> range) {
    var min = range.flatMap(VlanRangeSpec::min).shown();
    var max = range.flatMap(VlanRangeSpec::max).shown();
    return min.equals(max) ? min : min + "-" + max;
  }
}
