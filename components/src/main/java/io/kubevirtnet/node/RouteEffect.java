package io.kubevirtnet.node;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a desired state does to the routes: adding, removing, and losing those that lost their way.
 */
final class RouteEffect {
  private RouteEffect() {}

  static Fields apply(Fields state, Fields desired, Links links) {
    var entries =
        Parts.objects(Parts.object(desired, "routes"), "config").stream()
            .map(RouteEntry::new)
            .filter(r -> !r.isIgnored())
            .toList();
    var absent = entries.stream().filter(RouteEntry::isAbsent).toList();
    var added = entries.stream().filter(r -> !r.isAbsent()).toList();
    var routes = Parts.object(state, "routes");
    var after = section(routes, "config", absent, added, links);
    after = section(after, "running", absent, added, links);
    return after == routes ? state : state.with("routes", after);
  }

  private static Fields section(
      Fields routes, String section, List<RouteEntry> absent, List<RouteEntry> added, Links links) {
    var before = Parts.list(routes, section);
    var after = new ArrayList<Tree>();
    for (var tree : before) {
      if (!(tree instanceof Fields f) || stays(new RouteEntry(f), absent, added, links)) {
        after.add(tree);
      }
    }
    for (var route : added) {
      var stated = Parts.without(route.fields(), "state");
      boolean known =
          after.stream().anyMatch(t -> t instanceof Fields f && route.matches(new RouteEntry(f)));
      if (!known && (section.equals("config") || routes.get(section).isPresent())) {
        after.add(stated);
      }
    }
    return after.equals(before) ? routes : routes.with(section, after);
  }

  private static boolean stays(
      RouteEntry route, List<RouteEntry> absent, List<RouteEntry> added, Links links) {
    return isReachable(route, links)
        && absent.stream().noneMatch(a -> a.matches(route))
        && (added.stream().noneMatch(a -> a.replaces(route))
            || added.stream().anyMatch(a -> a.matches(route)));
  }

  /** A route goes with its interface, and with the address family of it. */
  private static boolean isReachable(RouteEntry route, Links links) {
    if (route.via().isEmpty()) {
      return true;
    }
    Optional<Link> via = links.kernel(route.via());
    if (via.isEmpty() || via.get().state().equals("down")) {
      return false;
    }
    var enabled = via.get().ip(route.family()).get("enabled");
    return via.get().hasIp(route.family()) || enabled.isPresent() && enabled.get().hasUnknown();
  }
}
