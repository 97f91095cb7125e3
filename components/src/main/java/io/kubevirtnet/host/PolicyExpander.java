package io.kubevirtnet.host;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.host.PortFilter.Carried;
import io.kubevirtnet.link.VlanTags;
import io.kubevirtnet.spec.BridgeOptionsSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;

/** From a bridge to its policies, and to what attachments join. */
public final class PolicyExpander {
  /** The VLAN of ports that nobody gave another one. */
  private static final int DEFAULT_PVID = 1;

  private PolicyExpander() {}

  public static HostPolicy hostPolicy(BridgePolicy policy) {
    return new HostPolicy(
        policy.policyName(),
        policy.nodeSelector(),
        policy.takeover().captures(),
        new Sections(policy).addTo(Tree.of("interfaces", interfaces(policy))),
        policy.spec().maxUnavailable());
  }

  private static Tree interfaces(BridgePolicy policy) {
    var more = policy.spec().interfaces();
    if (policy.uplink().isOpen() || more.isUnknown()) {
      return new Tree.Unknown(policy.uplink().spec().marks().and(more.marks()));
    }
    var entries = new ArrayList<Tree>(policy.uplink().interfaces(policy.mtu()));
    if (policy.isOvs()) {
      entries.addAll(OvsBridge.entries(policy));
    } else {
      entries.add(LinuxBridge.entry(policy));
    }
    more.known().orElse(List.of()).forEach(entry -> entries.add(Tree.of(entry)));
    return new Items(entries, Marks.NONE);
  }

  /** The typed output that attachments take. */
  public static Fields hostBridge(List<BridgePolicy> policies) {
    var first = policies.get(0);
    var carried = policies.stream().map(PolicyExpander::carried).reduce(PolicyExpander::both);
    return Tree.of("name", first.bridgeName())
        .with("kind", first.spec().kind().orDefault(BridgeKind.LinuxBridge))
        .with("mtu", mtu(policies))
        .with("vlans", carried.orElseThrow().map(c -> ranges(c)))
        .with("untagged", carried.orElseThrow().map(Carried::untagged))
        .with("localnets", first.spec().localnets().orDefault(List.of()))
        .with("nodes", policies.stream().map(PolicyExpander::nodes).toList());
  }

  private static Value<Integer> mtu(List<BridgePolicy> policies) {
    return policies.stream()
        .map(BridgePolicy::mtu)
        .reduce((a, b) -> a.with(b, Math::min))
        .orElseThrow();
  }

  private static Fields nodes(BridgePolicy policy) {
    return Tree.of("policy", policy.policyName())
        .with("uplink", policy.uplink().port())
        .with("nodeSelector", policy.nodeSelector());
  }

  private static List<Fields> ranges(Carried carried) {
    return VlanTags.ranges(carried.tagged()).stream()
        .map(r -> Tree.of("min", r.first()).with("max", r.last()))
        .toList();
  }

  private static Value<Carried> both(Value<Carried> a, Value<Carried> b) {
    return a.with(b, Carried::and);
  }

  private static Value<Carried> carried(BridgePolicy policy) {
    int inside =
        policy.isOvs()
            ? 0
            : policy
                .spec()
                .options()
                .flatMap(BridgeOptionsSpec::vlanDefaultPvid)
                .known()
                .orElse(DEFAULT_PVID);
    return new PortFilter(policy.uplink().spec().flatMap(UplinkSpec::vlan)).carried(inside);
  }
}
