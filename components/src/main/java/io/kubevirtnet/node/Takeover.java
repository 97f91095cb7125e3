package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one safe way to put a management interface under a bridge: the bridge gets the same address,
 * the same MAC address (so that DHCP and the switch know it again) and the default route, all in
 * one policy.
 */
final class Takeover {
  private Takeover() {}

  /** Why it is not that; nothing when it is. */
  static Optional<String> risk(
      ManagementPath path,
      NodeChange change,
      Set<String> touched,
      Links before,
      NetworkState after) {
    var name = touched.stream().findFirst().orElse("");
    if (touched.size() != 1) {
      return Optional.of("more than one interface of it changes");
    }
    if (!path.ends().contains(name)) {
      return Optional.of(name + " is below the interface that has the address");
    }
    var bridge = change.find(name).flatMap(InterfaceChange::to);
    if (bridge.isEmpty()) {
      return Optional.of("no bridge takes its place");
    }
    var links = Links.of(after);
    var port = before.kernel(name);
    var holder = links.kernel(bridge.get()).or(() -> internal(links, bridge.get()));
    if (port.isEmpty() || holder.isEmpty()) {
      return Optional.of(bridge.get() + " has no interface that could take over its address");
    }
    return addresses(port.get(), holder.get())
        .or(() -> mac(port.get(), holder.get()))
        .or(() -> route(name, holder.get(), after.fields(), change));
  }

  /** Inside an OVS bridge without an interface of its own name. */
  private static Optional<Link> internal(Links links, String bridge) {
    return links.all().stream()
        .filter(l -> l.type().equals("ovs-interface") && l.controller().equals(bridge))
        .findFirst();
  }

  static Optional<String> addresses(Link port, Link holder) {
    for (var family : List.of("ipv4", "ipv6")) {
      if (!port.hasIp(family)) {
        continue;
      }
      var had = port.ip(family);
      var has = holder.ip(family);
      boolean dynamic = IpMerge.isDynamic(had) && IpMerge.isDynamic(has);
      var kept = Parts.list(has, "address").stream().map(IpMerge::text).toList();
      var stated = IpMerge.stated(Parts.list(had, "address")).stream().map(IpMerge::text).toList();
      // Router advertisements alone give an IPv6 address that nobody asked for.
      boolean onlyLinkLocal = stated.isEmpty() && !IpMerge.isDynamic(had);
      if (!onlyLinkLocal && !dynamic && (stated.isEmpty() || !kept.containsAll(stated))) {
        return Optional.of(
            "%s does not take over its %s address"
                .formatted(holder.name(), family.equals("ipv4") ? "IPv4" : "IPv6"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mac(Link port, Link holder) {
    var had = port.fields().get("mac-address");
    var has = holder.fields().get("mac-address");
    boolean same =
        had.isPresent() && has.isPresent() && Lenient.same("mac-address", had.get(), has.get());
    return same
        ? Optional.empty()
        : Optional.of(holder.name() + " does not take over its MAC address");
  }

  /** A default route that was configured must be there again; DHCP brings its own. */
  private static Optional<String> route(String port, Link holder, Fields after, NodeChange change) {
    var lost =
        change.entries().stream()
            .filter(e -> e.isDefaultRoute() && e.action() == EntryChange.Action.REMOVED)
            .filter(e -> e.via().filter(port::equals).isPresent())
            .toList();
    boolean again =
        Parts.objects(Parts.object(after, "routes"), "config").stream()
            .map(RouteEntry::new)
            .anyMatch(r -> r.isDefault() && r.via().equals(holder.name()));
    boolean byDhcp =
        List.of("ipv4", "ipv6").stream().map(holder::ip).anyMatch(Takeover::bringsRoute);
    return lost.isEmpty() || again || byDhcp
        ? Optional.empty()
        : Optional.of("no default route through " + holder.name() + " replaces the one that goes");
  }

  private static boolean bringsRoute(Fields ip) {
    Tree gateway = ip.get("auto-gateway").orElse(Tree.of(true));
    return IpMerge.isDynamic(ip) && Parts.text(gateway).filter(Lenient::isTrue).isPresent();
  }
}
