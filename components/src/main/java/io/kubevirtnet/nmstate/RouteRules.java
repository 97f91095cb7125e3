package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Static routes: what each says, where it leads, and which ones exclude each other. */
final class RouteRules {
  private static final String LOOPBACK = "lo";
  private static final String ZERO_NETWORK =
      "0.0.0.0/8 and its subnet cannot be used as the route destination for unicast route, please"
          + " use the default gateway 0.0.0.0/0 instead";
  private static final int MAX_WEIGHT = 256;

  private final MergedIfaces all;
  private final Refusals refusals;

  private RouteRules(MergedIfaces all) {
    this.all = all;
    this.refusals = all.refusals;
  }

  static void check(Part routes, MergedIfaces all) {
    var rules = new RouteRules(all);
    var desired = new ArrayList<Route>();
    for (var part : routes.items()) {
      if (part.isObject() && !part.get("state").is("ignore") && !part.get("state").isOpen()) {
        desired.add(rules.settle(Route.of(part)));
      }
    }
    rules.specials(desired);
    desired.stream().filter(r -> !r.isAbsent()).forEach(rules::nextHop);
  }

  private Route settle(Route route) {
    if (!route.isAbsent()) {
      kind(route);
    }
    zeroNetwork(route);
    var via = route.via().filter(v -> resolve(route, v));
    var vrf = VrfRoutes.resolve(route, via.or(route::via), all);
    return values(vrf);
  }

  private void kind(Route route) {
    var via = route.get("next-hop-interface");
    boolean leadsSomewhere =
        via.isSet() && !via.is(LOOPBACK) || route.get("next-hop-address").isSet();
    if (route.get("route-type").isOpen()) {
      return;
    }
    if (!route.isUnicast() && leadsSomewhere) {
      refusals.add(
          TrafficCatalogue.ROUTE,
          via.isSet() ? via : route.get("next-hop-address"),
          "A route that drops packets leads nowhere.",
          "A " + route.capital("route-type") + " Route cannot have a next hop : " + route.debug());
    } else if (!via.isSet() && route.isUnicast()) {
      refusals.add(
          TrafficCatalogue.ROUTE,
          route.part(),
          "The route names no interface.",
          "NotImplementedError",
          "Route with empty next hop interface is not supported: " + route.debug());
    }
  }

  private void zeroNetwork(Route route) {
    var text = route.destination();
    if (text.isEmpty() || route.isV6()) {
      return;
    }
    var parts = text.get().split("/", -1);
    var address = IpLiteral.parseV4(parts[0]);
    var place = route.get("destination");
    if (address.isEmpty()) {
      refusals.add(
          TrafficCatalogue.ROUTE_VALUE,
          place,
          "\"" + place.shown() + "\" is no network.",
          "Invalid IP address : invalid IPv4 address syntax");
      return;
    }
    if (address.get().firstOctet() != 0) {
      return;
    }
    boolean matters = route.isUnicast() && !route.isAbsent();
    if (parts.length == 1) {
      if (matters) {
        refusals.add(TrafficCatalogue.ROUTE_VALUE, place, "No packet goes there.", ZERO_NETWORK);
      }
      return;
    }
    var length = WholeText.parse(parts[1], 10, true);
    if (length.problem().isPresent()) {
      refusals.add(
          TrafficCatalogue.ROUTE_VALUE,
          place,
          "\"" + place.shown() + "\" has no prefix length.",
          "The prefix of the route destination network '" + text.get() + "' is invalid");
    } else if (length.value() >= 8 && matters) {
      refusals.add(TrafficCatalogue.ROUTE_VALUE, place, "No packet goes there.", ZERO_NETWORK);
    }
  }

  /** Whether the interface that it leads through is found. */
  private boolean resolve(Route route, String via) {
    var meant = all.names.get(via);
    var place = route.get("next-hop-interface");
    if (meant.contains(via)) {
      return true;
    }
    if (meant.isEmpty() && !route.isAbsent()) {
      boolean ignored =
          all.ignored.stream()
              .anyMatch(k -> k.name().equals(via) && !k.type().equals(Iface.OVS_BRIDGE));
      var start = "Route '" + route.words() + "': next hop interface " + via;
      if (ignored) {
        refusals.add(
            TrafficCatalogue.NEXT_HOP,
            place,
            via + " is ignored.",
            start + " is marked as ignored");
      } else {
        refusals.missing(
            TrafficCatalogue.NEXT_HOP, place, via + " is not there.", start + " not found");
      }
    } else if (meant.size() > 1) {
      refusals.add(
          TrafficCatalogue.NEXT_HOP,
          place,
          "Several interfaces have a profile " + via + ".",
          "Route '"
              + route.words()
              + "' defined with next hop interface "
              + via
              + " but multiple interfaces are sharing this profile name");
    }
    return meant.size() == 1;
  }

  private Route values(Route route) {
    var settled = route;
    if (route.destination().isPresent()) {
      if (route.destination().get().isEmpty()) {
        settled = route.withDestination(Optional.empty());
      } else {
        var network = NetworkText.parse(route.destination().get());
        if (network.network().isEmpty()) {
          value(route, "destination", "is no network.", network.problem());
        }
        settled = route.withDestination(network.network().or(route::destination));
      }
    }
    address(route, "next-hop-address", "Invalid IP address : ");
    address(route, "source", "Failed to parse IP address '" + route.get("source").shown() + "': ");
    weight(settled);
    for (var name : List.of("cwnd", "mtu", "advmss")) {
      if (route.get(name).number().filter(n -> n == 0).isPresent()) {
        value(route, name, "is nothing.", "The value of '" + name + "' cannot be 0");
      }
    }
    return settled;
  }

  private void address(Route route, String setting, String words) {
    if (route.get(setting).text().filter(t -> IpLiteral.parse(t).isEmpty()).isPresent()) {
      value(route, setting, "is no address.", words + "invalid IP address syntax");
    }
  }

  private void weight(Route route) {
    var weight = route.get("weight");
    if (weight.number().isEmpty()) {
      return;
    }
    if (weight.number().get() < 1 || weight.number().get() > MAX_WEIGHT) {
      value(
          route,
          "weight",
          "is no weight.",
          "Invalid ECMP route weight " + weight.shown() + ", should be in the range of 1 to 256");
    }
    if (route.isV6()) {
      refusals.add(
          TrafficCatalogue.ROUTE_VALUE,
          weight,
          "IPv6 routes have no weight.",
          "NotSupportedError",
          "IPv6 ECMP route with weight is not supported yet");
    }
  }

  private void value(Route route, String setting, String what, String message) {
    refusals.add(
        TrafficCatalogue.ROUTE_VALUE,
        route.get(setting),
        "\"" + route.get(setting).shown() + "\" " + what,
        message);
  }

  /** Of the routes that drop packets there is one per destination, table and metric. */
  private void specials(List<Route> routes) {
    Map<List<Object>, Route> found = new HashMap<>();
    for (var route : routes) {
      if (route.isAbsent() || route.isUnicast() || route.destination().isEmpty()) {
        continue;
      }
      List<Object> key =
          List.of(route.destination().get(), route.effectiveTable(), route.effectiveMetric());
      var other = found.putIfAbsent(key, route);
      if (other != null && !other.get("route-type").text().equals(route.get("route-type").text())) {
        refusals.add(
            TrafficCatalogue.ROUTE,
            route.get("route-type"),
            "There is another one to " + route.destination().get() + ".",
            "Multiple special routes to "
                + route.destination().get()
                + " in table "
                + route.effectiveTable()
                + " with metric "
                + route.effectiveMetric()
                + " are not allowed, found '"
                + other.get("route-type").shown()
                + "' and '"
                + route.get("route-type").shown()
                + "'. Netlink can only hold one of blackhole, unreachable, or prohibit for the"
                + " same destination, table, and metric.");
      }
    }
  }

  private void nextHop(Route route) {
    if (route.via().isEmpty()) {
      return;
    }
    var meant = all.names.get(route.via().get());
    var via = meant.size() == 1 ? meant.get(0) : route.via().get();
    var found = all.find(via).map(i -> i.merged);
    if (found.isEmpty()) {
      return;
    }
    var start =
        "The next hop interface of desired Route '"
            + route.words(Optional.of(via), true)
            + "' has been marked as ";
    var place = route.get("next-hop-interface");
    if (found.get().isAbsent()) {
      refusals.add(TrafficCatalogue.NEXT_HOP, place, via + " goes away.", start + "absent");
      return;
    }
    var ip = found.get().ip(route.isV6());
    if (!found.get().hasIp(route.isV6()) && !ip.get("enabled").isOpen()) {
      var family = route.isV6() ? "IPv6" : "IPv4";
      if (ip.isSet()) {
        refusals.add(
            TrafficCatalogue.NEXT_HOP,
            place,
            via + " has no " + family + ".",
            start + family + " disabled");
      } else {
        refusals.missing(
            TrafficCatalogue.NEXT_HOP,
            place,
            via + " has no " + family + ".",
            start + family + " disabled");
      }
    }
  }
}
