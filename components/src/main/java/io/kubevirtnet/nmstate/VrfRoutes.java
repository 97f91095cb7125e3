package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.Optional;

/** Routes that name a VRF lie in its table. */
final class VrfRoutes {
  private VrfRoutes() {}

  static Route resolve(Route route, Optional<String> via, MergedIfaces all) {
    var place = route.get("vrf-name");
    var name = place.text();
    if (name.isEmpty()) {
      return route;
    }
    var meant = via.map(all.names::get).filter(m -> m.size() == 1).map(m -> m.get(0));
    var start = "VRF defined in Route '" + route.words(meant.or(() -> via), false) + "' ";
    var vrf = all.find(name.get()).map(i -> i.merged).filter(i -> i.isType(Iface.VRF));
    if (vrf.filter(v -> v.state().equals("down")).isPresent()) {
      refuse(all, place, name.get() + " is down.", start + "is marked as 'state: down'");
    } else if (vrf.filter(Iface::isAbsent).isPresent()) {
      refuse(all, place, name.get() + " goes away.", start + "is marked as 'state: absent'");
    } else {
      var table = vrf.filter(Iface::isUp).flatMap(v -> v.part("vrf", "route-table-id").number());
      if (table.isPresent()) {
        return inTable(route, table.get(), start, all);
      }
      all.refusals.missing(
          TrafficCatalogue.ROUTE_VRF,
          place,
          "There is no VRF " + name.get() + ".",
          start + "does not exist");
    }
    return route;
  }

  private static Route inTable(Route route, long table, String start, MergedIfaces all) {
    if (route.table().filter(t -> t != table).isPresent()) {
      refuse(
          all,
          route.get("table-id"),
          "The table of the VRF is " + table + ".",
          start.substring("VRF defined in ".length())
              + "has both table id and VRF name defined, but desired table ID is "
              + route.table().get()
              + " while table ID for VRF "
              + route.get("vrf-name").shown()
              + " is "
              + table);
    }
    return route.withTable(table);
  }

  private static void refuse(MergedIfaces all, Part place, String what, String message) {
    all.refusals.add(TrafficCatalogue.ROUTE_VRF, place, what, message);
  }
}
