package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a change means for reaching the node.
 *
 * @param touches one sentence for each thing that happens to a management interface
 * @param risk why a taking-over bridge is not the safe pattern; empty where it is, or where nothing
 *     is touched
 * @param underBrEx the bridge of OVN-Kubernetes, or something below it, is touched
 */
public record ManagementVerdict(
    Kind kind, List<String> touches, Optional<String> risk, boolean underBrEx) {

  /** From harmless to dangerous. */
  public enum Kind {
    UNTOUCHED,
    /** A new bridge takes over address, MAC address and routes in the same policy. */
    TAKEN_OVER,
    AT_RISK,
    /** Never to be read as safe. */
    UNKNOWN
  }

  /** What can change on a management interface without a packet being lost. */
  private static final Set<String> HARMLESS =
      Set.of("description", "lldp", "profile-name", "alt-names", "ethtool", "wait-ip");

  public ManagementVerdict {
    touches = List.copyOf(touches);
  }

  static ManagementVerdict of(
      ManagementPath path, NodeChange change, NetworkState before, NetworkState after) {
    boolean brEx = touchesBrEx(change, before);
    if (change.isEmpty()) {
      return new ManagementVerdict(Kind.UNTOUCHED, List.of(), Optional.empty(), false);
    }
    if (!path.isKnown()) {
      return new ManagementVerdict(Kind.UNKNOWN, List.of(), Optional.empty(), brEx);
    }
    var touched = new LinkedHashSet<String>();
    var touches = new ArrayList<String>();
    for (var link : change.interfaces()) {
      if (path.contains(link.name())) {
        what(link)
            .ifPresent(
                w -> {
                  touched.add(link.name());
                  touches.add(link.name() + " " + w + " (" + path.reasons().get(link.name()) + ")");
                });
      }
    }
    change.entries().stream()
        .filter(e -> e.isDefaultRoute() && e.action() != EntryChange.Action.ADDED)
        .filter(e -> e.via().filter(path::contains).isPresent())
        .filter(e -> e.via().filter(touched::contains).isEmpty())
        .forEach(e -> touches.add("the default " + e.what() + " goes"));
    if (touches.isEmpty()) {
      // Where a port or a name is not known yet, it may still be one of these.
      var kind = change.open().isEmpty() ? Kind.UNTOUCHED : Kind.UNKNOWN;
      return new ManagementVerdict(kind, touches, Optional.empty(), brEx);
    }
    var risk = Takeover.risk(path, change, touched, Links.of(before), after);
    return new ManagementVerdict(
        risk.isEmpty() ? Kind.TAKEN_OVER : Kind.AT_RISK, touches, risk, brEx);
  }

  private static Optional<String> what(InterfaceChange link) {
    if (link.kind() == InterfaceChange.Kind.REMOVED) {
      return Optional.of("is removed");
    }
    if (link.kind() == InterfaceChange.Kind.DOWN) {
      return Optional.of("goes down");
    }
    var loss = String.join(", ", link.lostAddresses());
    if (link.movesController()) {
      var where =
          link.from().isEmpty()
              ? "joins " + link.to().orElse("")
              : link.to()
                  .map(c -> "moves from " + link.from().orElse("") + " to " + c)
                  .orElse("leaves " + link.from().orElse(""));
      return Optional.of(where + (loss.isEmpty() ? "" : " and loses " + loss));
    }
    if (!loss.isEmpty()) {
      return Optional.of("loses " + loss);
    }
    return link.fields().stream()
        .filter(
            f ->
                HARMLESS.stream()
                    .noneMatch(h -> f.path().equals(h) || f.path().startsWith(h + ".")))
        .map(f -> "changes " + f)
        .findFirst();
  }

  private static boolean touchesBrEx(NodeChange change, NetworkState before) {
    var links = Links.of(before);
    var brEx = links.controllerNamed(Link.BR_EX).filter(l -> l.type().equals("ovs-bridge"));
    if (brEx.isEmpty()) {
      return false;
    }
    var below = new LinkedHashMap<String, String>();
    below.put(Link.BR_EX, "");
    ManagementPath.descend(brEx.get(), links, below);
    return change.interfaces().stream()
        .filter(c -> below.containsKey(c.name()))
        .anyMatch(c -> what(c).isPresent());
  }
}
