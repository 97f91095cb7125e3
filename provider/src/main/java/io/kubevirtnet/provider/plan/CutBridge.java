package io.kubevirtnet.provider.plan;

import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A bridge that machines do not get out of any more, once a policy is changed.
 *
 * @param host the policy as it was; as it will be, where it said nothing of the bridge before
 * @param reason {@code bridge br1 is removed from all nodes}
 */
record CutBridge(HostSide host, String bridge, String reason) {

  /**
   * Those of one policy.
   *
   * @param rest policies that there are after the change
   */
  static List<CutBridge> between(
      Optional<HostSide> before, Optional<HostSide> after, Collection<HostSide> rest) {
    var cut = new ArrayList<CutBridge>();
    if (after.filter(HostSide::isOpen).isPresent()) {
      return cut;
    }
    before.ifPresent(
        b -> b.bridges().forEach(bridge -> of(b, bridge, after, rest).ifPresent(cut::add)));
    after.ifPresent(
        a ->
            a.gone().stream()
                .filter(name -> before.filter(b -> isKnown(b, name)).isEmpty())
                .forEach(name -> cut.add(removed(a, name))));
    return cut;
  }

  private static boolean isKnown(HostSide host, String name) {
    return host.gone().contains(name) || host.bridge(name).isPresent();
  }

  private static Optional<CutBridge> of(
      HostSide before,
      NetworkInterface bridge,
      Optional<HostSide> after,
      Collection<HostSide> rest) {
    var name = bridge.name().orElse("");
    if (after.filter(a -> a.gone().contains(name)).isPresent()) {
      return Optional.of(removed(before, name));
    }
    var now = after.flatMap(a -> a.bridge(name));
    if (now.isPresent()) {
      return uplink(before, bridge, now.get(), after.get());
    }
    boolean goes =
        isTakenBack(before, after) && rest.stream().noneMatch(r -> keeps(r, before, name));
    return goes ? Optional.of(removed(before, name)) : Optional.empty();
  }

  /** A plain policy leaves what it no longer mentions; one that is owned takes it back. */
  private static boolean isTakenBack(HostSide before, Optional<HostSide> after) {
    if (after.isPresent()) {
      return after.get().managed().isPresent();
    }
    return before.managed().filter(m -> !leaves(m)).isPresent();
  }

  private static boolean leaves(Fields managed) {
    return managed
        .get("teardown")
        .filter(t -> t instanceof Scalar s && s.value().equals("leave"))
        .isPresent();
  }

  /** Another policy makes it on all of the nodes; of one whose nodes are not known yet, it may. */
  private static boolean keeps(HostSide other, HostSide before, String bridge) {
    return !other.reference().equals(before.reference())
        && other.bridge(bridge).isPresent()
        && isWithin(before.policy().nodes(), other.policy().nodes());
  }

  private static boolean isWithin(Optional<NodeSelector> inner, Optional<NodeSelector> outer) {
    return inner.isEmpty()
        || outer.isEmpty()
        || inner.get().labels().entrySet().containsAll(outer.get().labels().entrySet());
  }

  private static CutBridge removed(HostSide host, String bridge) {
    return new CutBridge(
        host, bridge, "bridge " + bridge + " is removed from " + host.nodes() + ".");
  }

  private static Optional<CutBridge> uplink(
      HostSide before, NetworkInterface was, NetworkInterface is, HostSide after) {
    var name = was.name().orElse("");
    var old = was.ports();
    var down = old.stream().filter(p -> after.gone().contains(p) && !before.gone().contains(p));
    var lost =
        is.listsPorts()
            ? old.stream().filter(p -> !is.ports().contains(p)).toList()
            : down.toList();
    if (old.isEmpty() || lost.size() < old.size()) {
      return Optional.empty();
    }
    var now = is.ports().stream().filter(p -> !old.contains(p)).toList();
    var ports = String.join(" and ", lost);
    return Optional.of(
        new CutBridge(
            before,
            name,
            now.isEmpty()
                ? "bridge " + name + " loses its uplink " + ports + " on " + before.nodes() + "."
                : "the uplink of bridge "
                    + name
                    + " becomes "
                    + String.join(" and ", now)
                    + " in the place of "
                    + ports
                    + " on "
                    + before.nodes()
                    + "."));
  }
}
