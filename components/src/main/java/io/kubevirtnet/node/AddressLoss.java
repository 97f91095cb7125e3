package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address or a default route that a node has no more after a change, since nothing takes it
 * over.
 *
 * @param via the interface that had it
 * @param text {@code ens5 loses 192.0.2.7/24}
 */
public record AddressLoss(String via, String text) {
  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

  public static List<AddressLoss> of(NodeChange change, NetworkState before, NetworkState after) {
    if (change.interfaces().stream().allMatch(i -> i.lostAddresses().isEmpty())
        && change.entries().stream().noneMatch(EntryChange::isDefaultRoute)) {
      return List.of();
    }
    var had = Links.of(before);
    var has = Links.of(after);
    var losses = new ArrayList<AddressLoss>();
    for (var link : change.interfaces()) {
      var lost =
          link.lostAddresses().stream().filter(a -> isLost(a, link.name(), had, has)).toList();
      if (!lost.isEmpty() && !isTakenOver(link, had, has)) {
        losses.add(new AddressLoss(link.name(), link.name() + " loses " + String.join(", ", lost)));
      }
    }
    change.entries().stream()
        .filter(e -> e.isDefaultRoute() && e.action() == EntryChange.Action.REMOVED)
        .filter(e -> !hasDefault(after, isIpv6(e)) && becomesDynamic(had, has, isIpv6(e)).isEmpty())
        .forEach(
            e ->
                losses.add(
                    new AddressLoss(e.via().orElse(""), "the default " + e.what() + " goes")));
    return losses;
  }

  private static boolean isTakenOver(InterfaceChange link, Links had, Links has) {
    var holder = link.to().flatMap(has::kernel);
    var port = had.kernel(link.name());
    return holder.isPresent()
        && port.isPresent()
        && Takeover.addresses(port.get(), holder.get()).isEmpty();
  }

  private static boolean isLost(String address, String link, Links had, Links has) {
    var text = address.split(" ", 2)[0];
    boolean kept =
        has.all().stream()
            .flatMap(l -> FAMILIES.stream().filter(l::hasIp).map(l::ip))
            .flatMap(ip -> Parts.list(ip, "address").stream())
            .anyMatch(a -> IpMerge.text(a).equals(text));
    boolean ipv6 = text.contains(":") || address.startsWith("its IPv6");
    boolean wasDynamic =
        had.kernel(link).filter(l -> IpMerge.isDynamic(l.ip(family(ipv6)))).isPresent();
    return !kept && !(wasDynamic && becomesDynamic(had, has, ipv6).isPresent());
  }

  /** Another interface that gets its address by itself from now on. */
  private static Optional<Link> becomesDynamic(Links had, Links has, boolean ipv6) {
    var family = family(ipv6);
    return has.all().stream()
        .filter(l -> l.hasIp(family) && IpMerge.isDynamic(l.ip(family)))
        .filter(
            l ->
                had.get(l.key())
                    .filter(w -> w.hasIp(family) && IpMerge.isDynamic(w.ip(family)))
                    .isEmpty())
        .findFirst();
  }

  private static String family(boolean ipv6) {
    return ipv6 ? "ipv6" : "ipv4";
  }

  private static boolean isIpv6(EntryChange route) {
    return route.what().contains("::/0");
  }

  private static boolean hasDefault(NetworkState state, boolean ipv6) {
    var routes = Parts.object(state.fields(), "routes");
    return List.of("config", "running").stream()
        .flatMap(list -> Parts.objects(routes, list).stream())
        .map(RouteEntry::new)
        .anyMatch(r -> r.isDefault() && r.isIpv6() == ipv6);
  }
}
