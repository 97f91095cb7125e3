package io.kubevirtnet.netriscontroller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The V-Nets as the modes show them: those that are there, and for some modes more that follow from
 * a server cluster and are nowhere kept.
 */
final class Segments {
  private static final int STORAGE = 1_000_000;
  private static final int FABRIC = 2_000_000;
  private static final int HEARTBEAT = 3_000_000;
  private static final String STORAGE_GATEWAY = "10.55.0.254/24";

  private final Fabric fabric;
  private final Modes modes;

  Segments(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    this.modes = modes;
  }

  /** In the order in which the server cluster lists them. */
  List<Vnet> of(ServerCluster cluster) {
    List<Vnet> all = new ArrayList<>();
    if (modes.has(Mode.L3VPN_FIRST)) {
      all.add(fabric(cluster));
    }
    if (modes.has(Mode.PURE_L2_FIRST)) {
      all.add(heartbeat(cluster));
    }
    cluster.vnets().forEach(id -> Optional.ofNullable(fabric.vnets.get(id)).ifPresent(all::add));
    if (modes.has(Mode.TWO_L2VPN)) {
      all.add(storage(cluster));
    }
    return all.stream().map(this::shown).toList();
  }

  List<Vnet> all() {
    List<Vnet> all = new ArrayList<>(fabric.vnets.values().stream().map(this::shown).toList());
    for (ServerCluster cluster : fabric.clusters.values()) {
      of(cluster).stream().filter(v -> !fabric.vnets.containsKey(v.id())).forEach(all::add);
    }
    return all;
  }

  Optional<Vnet> find(int id) {
    if (id < STORAGE) {
      return Optional.ofNullable(fabric.vnets.get(id)).map(this::shown);
    }
    return Optional.ofNullable(fabric.clusters.get(id % STORAGE)).stream()
        .flatMap(c -> of(c).stream())
        .filter(v -> v.id() == id)
        .findFirst();
  }

  /** The subnets of the V-Nets that are nowhere kept. */
  List<Subnet> subnets() {
    if (!modes.has(Mode.TWO_L2VPN)) {
      return List.of();
    }
    String prefix = Cidr.of(STORAGE_GATEWAY).network().toString();
    return fabric.clusters.values().stream()
        .map(
            c ->
                new Subnet(
                    STORAGE + c.id(),
                    c.name() + "-storage",
                    prefix,
                    c.tenant(),
                    c.vpc(),
                    c.site(),
                    "common"))
        .toList();
  }

  /** The used addresses of such a subnet. */
  List<Host> hosts(int subnet) {
    return subnets().stream().anyMatch(s -> s.id() == subnet)
        ? List.of(new Host(subnet, Cidr.of(STORAGE_GATEWAY).host(), true))
        : List.of();
  }

  private Vnet shown(Vnet vnet) {
    if (modes.has(Mode.NO_GATEWAY)) {
      return vnet.gateways(List.of());
    }
    if (modes.has(Mode.DHCP_EVERYWHERE)) {
      return vnet.gateways(
          vnet.gateways().stream().map(g -> g.dhcp() ? g.dhcpEverywhere() : g).toList());
    }
    return vnet;
  }

  private Vnet storage(ServerCluster cluster) {
    Vnet plain = more(cluster, STORAGE, "storage", false, 1001);
    return plain.gateways(List.of(Gateway.of(STORAGE_GATEWAY)));
  }

  private Vnet fabric(ServerCluster cluster) {
    return more(cluster, FABRIC, "fabric", true, 0);
  }

  private Vnet heartbeat(ServerCluster cluster) {
    return more(cluster, HEARTBEAT, "heartbeat", false, 1002);
  }

  private static Vnet more(ServerCluster cluster, int base, String postfix, boolean l3, int vlan) {
    int id = base + cluster.id();
    return new Vnet(
        id,
        cluster.name() + "-" + postfix,
        l3,
        cluster.tenant(),
        cluster.site(),
        cluster.vpc(),
        vlan,
        id,
        List.of(),
        List.of());
  }
}
