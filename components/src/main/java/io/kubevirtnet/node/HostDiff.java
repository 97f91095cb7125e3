package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a node: its state before, compared with the one after. Compares as nmstate
 * verifies (notation, order of ports and addresses, what only reports), except that options of
 * bonds count.
 */
public final class HostDiff {
  private HostDiff() {}

  /**
   * What a desired state does to a node.
   *
   * @param desired captures resolved, the default of the handler written out
   */
  public static NodeChange between(NetworkState current, Fields desired) {
    return between(current, desired, Effect.apply(current, desired));
  }

  /**
   * The same for somebody who has worked out already what comes of it.
   *
   * @param after the {@link Effect} of the desired state
   */
  public static NodeChange between(NetworkState current, Fields desired, NetworkState after) {
    var change = states(current, after);
    return new NodeChange(change.interfaces(), change.entries(), open(current, desired));
  }

  /** What differs between two states of a node. */
  public static NodeChange states(NetworkState before, NetworkState after) {
    if (before.fields() == after.fields()) {
      return NodeChange.NONE;
    }
    return new NodeChange(
        InterfaceDiff.of(Links.of(before), Links.of(after)),
        EntryDiff.of(before.fields(), after.fields()),
        List.of());
  }

  private static List<String> open(NetworkState current, Fields desired) {
    if (!desired.hasUnknown()) {
      return List.of();
    }
    var open = new ArrayList<String>();
    var wanted = Wanted.of(desired, Links.of(current));
    if (wanted.unnamed() > 0) {
      open.add(
          wanted.unnamed() == 1
              ? "an interface has a name that is known after apply"
              : wanted.unnamed() + " interfaces have names that are known after apply");
    }
    wanted.links().stream()
        .filter(l -> PortList.isOpen(l.fields()))
        .forEach(l -> open.add("the ports of " + l.name() + " are known after apply"));
    for (var section : List.of("routes", "route-rules", "ovn")) {
      if (Parts.object(desired, section).hasUnknown()) {
        open.add(section + " are known after apply");
      }
    }
    return open;
  }
}
