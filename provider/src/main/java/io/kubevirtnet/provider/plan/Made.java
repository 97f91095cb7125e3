package io.kubevirtnet.provider.plan;

import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.policy.Claims;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a policy has made on a node, thing by thing. */
record Made(List<Thing> things) {
  static final Made NOTHING = new Made(List.of());
  private static final Set<String> CARDS = Set.of("ethernet", "infiniband", "unknown", "");
  private static final Map<String, String> LABELS =
      Map.of(
          "linux-bridge", "bridge ",
          "ovs-bridge", "OVS bridge ",
          "ovs-interface", "OVS interface ",
          "vlan", "VLAN ",
          "vxlan", "VXLAN ",
          "vrf", "VRF ");

  Made {
    things = List.copyOf(things);
  }

  /** Where a thing is found again. */
  enum Kind {
    /** An interface that would not be there without the policy. */
    INTERFACE,
    /** Settings of an interface that is there anyway. */
    SETTINGS,
    ROUTE,
    MAPPING,
    DNS
  }

  /**
   * One of them.
   *
   * @param name of the interface, or of the network of a mapping
   * @param over the ports and the base of an interface
   */
  record Thing(Kind kind, String name, List<String> over, String text) {
    Thing {
      over = List.copyOf(over);
    }
  }

  static Made by(Fields desired) {
    var things = new ArrayList<Thing>();
    for (var link : new NetworkState(desired).interfaces()) {
      if (link.name().isPresent() && link.state().equals("up")) {
        things.add(thing(link, link.name().get()));
      }
    }
    for (var route : entries(desired, "routes", "config")) {
      var via = text(route, "next-hop-interface");
      things.add(
          new Thing(
              Kind.ROUTE, via, List.of(), "route " + text(route, "destination") + " on " + via));
    }
    for (var mapping : entries(desired, "ovn", "bridge-mappings")) {
      var name = text(mapping, "localnet");
      things.add(new Thing(Kind.MAPPING, name, List.of(), "OVN mapping " + name));
    }
    if (desired.get("dns-resolver").isPresent()) {
      things.add(new Thing(Kind.DNS, "", List.of(), "DNS servers"));
    }
    return new Made(things);
  }

  private static Thing thing(NetworkInterface link, String name) {
    var type = link.type().orElse("");
    if (CARDS.contains(type)) {
      return new Thing(Kind.SETTINGS, name, List.of(), "settings of " + name);
    }
    var over = new ArrayList<>(link.ports());
    link.base().ifPresent(over::add);
    over.remove(name);
    return new Thing(
        Kind.INTERFACE,
        name,
        over,
        LABELS.getOrDefault(type, "")
            + name
            + (over.isEmpty() ? "" : " over " + String.join(", ", over)));
  }

  /** Without what a newer policy says something about. */
  Made without(Made now) {
    var kept = now.keys();
    return new Made(things.stream().filter(t -> !kept.contains(key(t))).toList());
  }

  /** Without what others want. */
  Made without(Claims others) {
    return new Made(
        things.stream()
            .filter(
                t ->
                    switch (t.kind()) {
                      case INTERFACE, SETTINGS, ROUTE -> !others.interfaces().contains(t.name());
                      case MAPPING -> !others.localnets().contains(t.name());
                      case DNS -> !others.dns();
                    })
            .toList());
  }

  private Set<String> keys() {
    return things.stream().map(Made::key).collect(Collectors.toSet());
  }

  private static String key(Thing thing) {
    return switch (thing.kind()) {
      case INTERFACE, SETTINGS -> "interface " + thing.name();
      case ROUTE, MAPPING, DNS -> thing.text();
    };
  }

  /** What of it is on a node. */
  Made on(NetworkState node) {
    var names =
        node.interfaces().stream().flatMap(i -> i.name().stream()).collect(Collectors.toSet());
    var routes = by(Tree.of("routes", node.fields().get("routes").orElse(Fields.EMPTY))).keys();
    var mappings = by(Tree.of("ovn", node.fields().get("ovn").orElse(Fields.EMPTY))).keys();
    return new Made(
        things.stream()
            .filter(
                t ->
                    switch (t.kind()) {
                      case INTERFACE, SETTINGS -> names.contains(t.name());
                      case ROUTE -> routes.contains(key(t));
                      case MAPPING -> mappings.contains(key(t));
                      case DNS -> true;
                    })
            .toList());
  }

  boolean isEmpty() {
    return things.isEmpty();
  }

  String text() {
    return things.stream().map(Thing::text).distinct().collect(Collectors.joining(", "));
  }

  List<String> interfaces() {
    return things.stream().filter(t -> t.kind() == Kind.INTERFACE).map(Thing::name).toList();
  }

  /** Network cards that are under one of them. */
  List<String> cards() {
    var made = interfaces();
    return things.stream()
        .filter(t -> t.kind() == Kind.INTERFACE)
        .flatMap(t -> t.over().stream())
        .filter(o -> !made.contains(o))
        .distinct()
        .toList();
  }

  private static List<Fields> entries(Fields in, String section, String list) {
    return in
        .get(section)
        .filter(Fields.class::isInstance)
        .flatMap(s -> ((Fields) s).get(list))
        .filter(Items.class::isInstance)
        .map(l -> ((Items) l).items())
        .orElse(List.of())
        .stream()
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .filter(e -> !text(e, "state").equals("absent"))
        .toList();
  }

  private static String text(Fields in, String key) {
    return in.get(key).filter(Tree.Scalar.class::isInstance).map(String::valueOf).orElse("");
  }
}
