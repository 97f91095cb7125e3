package io.kubevirtnet.node;

import io.kubevirtnet.link.IpText;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces by which a node is reached: those of its default routes and of its InternalIP, and
 * everything that they stand on, down to the network cards.
 *
 * @param reasons name of each, with the reason why it is one; empty when nothing could be found
 *     out, which never means that there is none
 * @param ends the ones that hold the route or the address themselves
 */
public record ManagementPath(Map<String, String> reasons, Set<String> ends) {
  /** Nothing is known about the node. */
  public static final ManagementPath UNKNOWN = new ManagementPath(Map.of(), Set.of());

  public ManagementPath {
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    ends = Collections.unmodifiableSet(new LinkedHashSet<>(ends));
  }

  /**
   * @param internalIps the addresses of type InternalIP in the Node's status
   */
  public static ManagementPath of(NetworkState state, List<String> internalIps) {
    var links = Links.of(state);
    var reasons = new LinkedHashMap<String, String>();
    for (var route : defaultRoutes(state.fields())) {
      if (links.kernel(route.via()).isPresent()) {
        reasons.putIfAbsent(route.via(), "it has the default route " + route.destination());
      }
    }
    var ips = internalIps.stream().filter(ip -> IpText.address(ip).isPresent()).toList();
    for (var link : links.all()) {
      ips.stream()
          .filter(ip -> holds(link, ip))
          .findFirst()
          .ifPresent(ip -> reasons.putIfAbsent(link.name(), "it has the node's address " + ip));
    }
    var ends = Set.copyOf(reasons.keySet());
    for (var end : List.copyOf(reasons.keySet())) {
      links.kernel(end).ifPresent(l -> descend(l, links, reasons));
    }
    return new ManagementPath(reasons, ends);
  }

  public boolean isKnown() {
    return !reasons.isEmpty();
  }

  public boolean contains(String name) {
    return reasons.containsKey(name);
  }

  /**
   * What a change does to it.
   *
   * @param after the node as it will be
   */
  public ManagementVerdict touchedBy(NodeChange change, NetworkState before, NetworkState after) {
    return ManagementVerdict.of(this, change, before, after);
  }

  /** The same, worked out from the rendered desired state. */
  public ManagementVerdict touchedBy(Fields desired, NetworkState before) {
    return touchedBy(HostDiff.between(before, desired), before, Effect.apply(before, desired));
  }

  /**
   * Those that are asked first: the lowest metric of each family, all of them when they are equal.
   */
  private static List<RouteEntry> defaultRoutes(Fields state) {
    var routes = Parts.object(state, "routes");
    var list = routes.get("running").isPresent() ? "running" : "config";
    var all =
        Parts.objects(routes, list).stream()
            .map(RouteEntry::new)
            .filter(RouteEntry::isDefault)
            .filter(r -> !r.via().isEmpty())
            .toList();
    return all.stream()
        .filter(
            r ->
                all.stream()
                    .filter(o -> o.isIpv6() == r.isIpv6())
                    .allMatch(o -> r.metric() <= o.metric()))
        .toList();
  }

  private static boolean holds(Link link, String ip) {
    return List.of("ipv4", "ipv6").stream()
        .flatMap(f -> Parts.list(link.ip(f), "address").stream())
        .map(ManagementPath::address)
        .flatMap(Optional::stream)
        .anyMatch(a -> a.equals(ip) || isIpv6(a) && isIpv6(ip) && isSame(a, ip));
  }

  private static boolean isIpv6(String address) {
    return address.indexOf(':') >= 0;
  }

  /** IPv6 addresses can be written in more than one way. */
  private static boolean isSame(String a, String b) {
    return IpText.address(a).equals(IpText.address(b));
  }

  private static Optional<String> address(Tree address) {
    return address instanceof Fields f ? Parts.text(f, "ip") : Optional.empty();
  }

  /** Everything below an interface: ports, bases, and the OVS bridge around an internal one. */
  static void descend(Link from, Links links, Map<String, String> reasons) {
    var below = new LinkedHashSet<>(from.ports());
    below.add(from.base());
    if (from.type().equals("ovs-interface")) {
      // The bridge around it may have its own name, so the step is taken here.
      links
          .controllerNamed(from.controller())
          .ifPresent(
              bridge -> {
                reasons.putIfAbsent(bridge.name(), from.name() + " is in it");
                bridge.ports().stream().filter(p -> !isInternal(links, p)).forEach(below::add);
              });
    }
    for (var name : below) {
      var link = links.kernel(name);
      if (link.isPresent() && reasons.putIfAbsent(name, from.name() + " stands on it") == null) {
        descend(link.get(), links, reasons);
      }
    }
  }

  private static boolean isInternal(Links links, String port) {
    return links.kernel(port).filter(Link::keepsAddressesAsPort).isPresent();
  }
}
