package io.kubevirtnet.host;

import io.kubevirtnet.spec.BridgePortSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What entries of both kinds of bridge have in common. */
final class Entries {
  private Entries() {}

  /** The interface that the host itself has on the bridge. */
  static Fields host(BridgePolicy policy, Fields start, String type) {
    return mac(policy, start.with("type", type).with("state", "up").with("mtu", policy.mtu()))
        .with(Family.IPV4.section(), Family.IPV4.tree(policy.ipv4()))
        .with(Family.IPV6.section(), Family.IPV6.tree(policy.ipv6()));
  }

  /** A lease and the neighbours know the MAC address, so it comes along with the addresses. */
  private static Fields mac(BridgePolicy policy, Fields entry) {
    var written = policy.macAddress();
    if (written.isGiven() || policy.spec().copyMacFrom().isGiven()) {
      return entry.with("mac-address", written).with("copy-mac-from", policy.spec().copyMacFrom());
    }
    return entry.withIf(
        policy.takeover().isWanted(), "mac-address", Takeover.template("mac-address"));
  }

  /** The uplink first; unknown as a whole where their number is. */
  static Tree ports(
      BridgePolicy policy,
      Function<Uplink, Fields> uplink,
      Function<BridgePortSpec, Fields> port,
      List<Fields> more) {
    var written = policy.spec().ports();
    if (written.isUnknown()) {
      return new Tree.Unknown(written.marks());
    }
    var ports = new ArrayList<Tree>();
    if (policy.uplink().isGiven()) {
      ports.add(uplink.apply(policy.uplink()));
    }
    written.known().orElse(List.of()).forEach(p -> ports.add(Tree.of(p.map(port::apply))));
    ports.addAll(more);
    return new Items(ports, Marks.NONE);
  }
}
