package io.kubevirtnet.host;

import io.kubevirtnet.enums.BridgeKind;
import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/** From a bridge to its policy, and to what attachments join. */
public final class PolicyExpander {
  /** The lowest VLAN that the port carries with a tag: 1 is the untagged network of the bridge. */
  private static final int FIRST_TAGGED = 2;

  private PolicyExpander() {}

  public static HostPolicy hostPolicy(BridgePolicy policy) {
    return new HostPolicy(
        policy.policyName(),
        policy.nodeSelector(),
        new Value.Absent<>(PropertyPath.ROOT.child("capture")),
        Tree.of("interfaces", interfaces(policy)),
        policy.maxUnavailable());
  }

  /** The typed output that attachments take. */
  public static Fields hostBridge(BridgePolicy policy) {
    return Tree.of("name", policy.bridgeName())
        .with("kind", BridgeKind.LinuxBridge)
        .with("mtu", policy.mtu())
        .with("taggedVlans", Tree.items(taggedVlans()))
        .with(
            "nodes",
            Tree.items(
                Tree.of("policy", policy.policyName())
                    .with("uplink", policy.nic())
                    .with("nodeSelector", policy.nodeSelector())));
  }

  private static Tree interfaces(BridgePolicy policy) {
    var bridge =
        Tree.of("name", policy.bridgeName())
            .with("type", "linux-bridge")
            .with("state", "up")
            .with("mtu", policy.mtu())
            .with("ipv4", policy.ipv4().map(PolicyExpander::ipv4))
            .with("ipv6", policy.ipv6().map(PolicyExpander::ipv6))
            .with("bridge", bridge(policy));
    return policy.mtu().isAbsent() ? Tree.items(bridge) : Tree.items(uplink(policy), bridge);
  }

  /** A bridge can not pass more than its port does, so the port gets the same MTU. */
  private static Fields uplink(BridgePolicy policy) {
    return Tree.of("name", policy.nic())
        .with("type", "ethernet")
        .with("state", "up")
        .with("mtu", policy.mtu());
  }

  /**
   * The VLAN filter that nmstate's handler would add by itself is written out, to be seen before.
   */
  private static Fields bridge(BridgePolicy policy) {
    var trunk =
        Tree.of("mode", "trunk").with("trunk-tags", Tree.items(Tree.of("id-range", taggedVlans())));
    return Tree.of("options", Tree.of("stp", Tree.of("enabled", false)))
        .with("port", Tree.items(Tree.of("name", policy.nic()).with("vlan", trunk)));
  }

  private static Fields taggedVlans() {
    return Tree.of("min", FIRST_TAGGED).with("max", VlanId.MAX);
  }

  /** {@code enabled} is always written: left out, a new interface counts as disabled. */
  private static Tree ipv4(IpMode mode) {
    return switch (mode) {
      case None -> Tree.of("enabled", false);
      case Dhcp -> Tree.of("enabled", true).with("dhcp", true);
    };
  }

  private static Tree ipv6(IpMode mode) {
    return switch (mode) {
      case None -> Tree.of("enabled", false);
      case Dhcp -> Tree.of("enabled", true).with("dhcp", true).with("autoconf", true);
    };
  }
}
