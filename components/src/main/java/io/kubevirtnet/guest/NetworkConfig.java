package io.kubevirtnet.guest;

import io.kubevirtnet.guest.GuestInterface.Link;
import io.kubevirtnet.spec.GuestNetworkSpec;
import io.kubevirtnet.spec.GuestRouteSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what an author wrote to the tree of network data. */
final class NetworkConfig {
  private static final int MII_MONITOR_INTERVAL_MS = 100;

  private final GuestInterfaces interfaces;
  private final EntryNames names;
  private final Set<String> ports;
  private final Set<String> carriers;

  private NetworkConfig(GuestInterfaces interfaces) {
    this.interfaces = interfaces;
    this.names = EntryNames.of(interfaces);
    this.ports = interfaces.ports();
    this.carriers = interfaces.carriers();
  }

  static Tree of(GuestNetworkSpec spec, GuestInterfaces interfaces) {
    boolean namesOpen =
        interfaces.open() || interfaces.links().stream().anyMatch(l -> l.spec().name().isUnknown());
    if (!namesOpen) {
      return new NetworkConfig(interfaces).tree();
    }
    var marks = interfaces.cards().stream().map(c -> c.network().marks().and(c.mac().marks()));
    return new Unknown(spec.tree().allMarks().and(Marks.all(marks)));
  }

  private Fields tree() {
    var bonds = Tree.fields();
    for (var bond : interfaces.bonds()) {
      bonds = put(bonds, bond, bond(bond));
    }
    var bridges = Tree.fields();
    for (var bridge : interfaces.bridges()) {
      bridges = put(bridges, bridge, bridge(bridge));
    }
    var vlans = Tree.fields();
    for (var vlan : interfaces.vlans()) {
      vlans = put(vlans, vlan, vlan(vlan));
    }
    var ethernets = ethernets();
    return Tree.of("version", 2)
        .withIf(!ethernets.fields().isEmpty(), "ethernets", ethernets)
        .withIf(!bonds.fields().isEmpty(), "bonds", bonds)
        .withIf(!bridges.fields().isEmpty(), "bridges", bridges)
        .withIf(!vlans.fields().isEmpty(), "vlans", vlans);
  }

  /** In the order of the machine's cards. */
  private Fields ethernets() {
    var ethernets = Tree.fields();
    for (var card : interfaces.cards()) {
      var network = card.network().known().orElse("");
      var link = interfaces.link(card);
      if (link.isPresent() || carriers.contains(network) || card.pod()) {
        ethernets = ethernets.with(names.of(network), ethernet(card, network, link));
      }
    }
    return ethernets;
  }

  private Tree ethernet(GuestCard card, String network, Optional<Link> link) {
    var name = link.map(l -> l.spec().name()).filter(Value::isGiven);
    var entry = Tree.fields();
    if (card.mac().isGiven()) {
      entry = entry.with("match", Tree.of("macaddress", card.canonicalMac()));
      // Others name it by its key; a card that turns out to be called otherwise would be missed.
      if (name.isPresent() || carriers.contains(network)) {
        entry = entry.with("set-name", names.of(network));
      }
    }
    var addressing =
        link.map(GuestInterface::addressing).orElse(Addressing.none(card.network().path()));
    entry = addressed(entry, addressing, card.pod() && !ports.contains(network));
    return entry.marked(card.network().marks().and(name.map(Value::marks).orElse(Marks.NONE)));
  }

  private Fields bond(GuestInterface.Bond bond) {
    var spec = bond.spec();
    var parameters =
        Tree.of("mode", spec.mode())
            .with(
                "mii-monitor-interval",
                spec.miiMonitorIntervalMs().orDefault(MII_MONITOR_INTERVAL_MS))
            .with("primary", spec.primary().map(names::of));
    return addressed(
        Tree.of("interfaces", under(bond)).with("parameters", parameters),
        bond.addressing(),
        false);
  }

  private Fields bridge(GuestInterface.Bridge bridge) {
    // Left out it would be on, and the ports would be silent for the first half minute.
    var parameters = Tree.of("stp", bridge.spec().stp().orDefault(false));
    return addressed(
        Tree.of("interfaces", under(bridge)).with("parameters", parameters),
        bridge.addressing(),
        false);
  }

  private Fields vlan(GuestInterface.Vlan vlan) {
    return addressed(
        Tree.of("id", vlan.spec().id()).with("link", vlan.spec().over().map(names::of)),
        vlan.addressing(),
        false);
  }

  private List<Value<String>> under(GuestInterface above) {
    return above.under().known().orElse(List.of()).stream()
        .map(v -> v.<String>map(names::of))
        .toList();
  }

  private static Fields put(Fields all, GuestInterface made, Fields entry) {
    return all.with(made.label().known().orElse(""), entry.marked(made.label().marks()));
  }

  private static Fields addressed(Fields entry, Addressing a, boolean onPod) {
    var routes = routes(a);
    boolean asksByItself = onPod && a.fixed(Family.V4).findAny().isEmpty() && !a.hasOpenAddresses();
    var dns =
        Tree.fields()
            .with("addresses", some(a.nameservers()))
            .with("search", some(a.searchDomains()));
    return entry
        .with("dhcp4", asksByItself ? a.dhcp4().orDefault(true) : a.dhcp4())
        .with("dhcp6", a.dhcp6())
        .with("accept-ra", a.acceptRa())
        .with("addresses", some(a.addresses()))
        .with("gateway4", gateway(a, Family.V4))
        .with("gateway6", gateway(a, Family.V6))
        .withIf(!dns.fields().isEmpty(), "nameservers", dns)
        .with("routes", routes)
        .with("mtu", a.mtu())
        .with("optional", a.optional());
  }

  /** An empty list says nothing. */
  private static <T> Value<List<T>> some(Value<List<T>> list) {
    return list.known().filter(List::isEmpty).isPresent() ? new Value.Absent<>(list.path()) : list;
  }

  private static Value<String> gateway(Addressing a, Family family) {
    return a.gateway(family)
        .or(
            a.plainDefault(family)
                .map(GuestRouteSpec::gateway)
                .orElse(new Value.Absent<>(a.gateway(family).path())));
  }

  private static Value<List<Tree>> routes(Addressing a) {
    var said = a.plainDefault(Family.V4).stream().toList();
    var said6 = a.plainDefault(Family.V6).stream().toList();
    return some(
        a.routes()
            .map(
                all ->
                    all.stream()
                        .filter(
                            r ->
                                r.known()
                                    .filter(k -> said.contains(k) || said6.contains(k))
                                    .isEmpty())
                        .map(NetworkConfig::route)
                        .toList()));
  }

  private static Tree route(Value<GuestRouteSpec> given) {
    return given
        .known()
        .<Tree>map(
            r ->
                Tree.of("to", destination(r))
                    .with("via", r.gateway())
                    .with("metric", r.metric())
                    .with("on-link", r.onLink())
                    .marked(given.marks()))
        .orElseGet(() -> new Unknown(given.marks()));
  }

  /** Older ones do not know {@code default}. */
  private static Value<String> destination(GuestRouteSpec route) {
    if (route.destination().known().filter("default"::equals).isEmpty()) {
      return route.destination();
    }
    return route.gateway().isUnknown()
        ? new Value.Unknown<>(route.destination().path(), route.gateway().marks())
        : route
            .destination()
            .map(d -> Addressing.defaultFamily(route).map(Family::everything).orElse(d));
  }
}
