package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a controller knows, as it is kept on disk. One thread at a time. */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
final class Fabric {
  final SortedMap<Integer, Tenant> tenants = new TreeMap<>();
  final SortedMap<Integer, Site> sites = new TreeMap<>();
  final SortedMap<Integer, Vpc> vpcs = new TreeMap<>();
  final SortedMap<Integer, Server> servers = new TreeMap<>();
  final SortedMap<Integer, Template> templates = new TreeMap<>();
  final SortedMap<Integer, ServerCluster> clusters = new TreeMap<>();
  final SortedMap<Integer, Vnet> vnets = new TreeMap<>();
  final SortedMap<Integer, Allocation> allocations = new TreeMap<>();
  final SortedMap<Integer, Subnet> subnets = new TreeMap<>();
  final SortedMap<Integer, Reservation> reservations = new TreeMap<>();
  final List<Host> hosts = new ArrayList<>();

  /** Ids are never given out twice, whatever was deleted. */
  private final SortedMap<String, Integer> ids = new TreeMap<>();

  /** One that is there, since another object refers to it. */
  static <T> T known(Map<Integer, T> all, int id) {
    return Optional.ofNullable(all.get(id)).orElseThrow();
  }

  int nextId(String kind) {
    return ids.merge(kind, 1, Integer::sum);
  }

  /** The first that no V-Net of the site has and nobody reserved. */
  int freeVlan(int site) {
    Site range = known(sites, site);
    for (int vlan = range.firstVlan(); vlan <= range.lastVlan(); vlan++) {
      int candidate = vlan;
      boolean used =
          vnets.values().stream().anyMatch(v -> v.site() == site && v.vlan() == candidate);
      if (!used && !reserved("vlan", candidate)) {
        return vlan;
      }
    }
    throw Refused.field("vlanID", "No VLAN id is left in site " + range.name() + ".");
  }

  int freeVxlan() {
    int vxlan = nextId("vxlan");
    while (reserved("vxlan", vxlan) || hasVxlan(vxlan)) {
      vxlan = nextId("vxlan");
    }
    return vxlan;
  }

  private boolean hasVxlan(int vxlan) {
    return vnets.values().stream().anyMatch(v -> v.vxlan() == vxlan);
  }

  private boolean reserved(String kind, int value) {
    return reservations.values().stream()
        .anyMatch(r -> r.kind().equals(kind) && r.value().equals(Integer.toString(value)));
  }

  Vpc standardVpc() {
    return vpcs.values().stream().filter(Vpc::standard).findFirst().orElseThrow();
  }

  Optional<ServerCluster> cluster(String name) {
    return clusters.values().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  Optional<Vnet> vnet(String name) {
    return vnets.values().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  Optional<Server> server(String name) {
    return servers.values().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** The one server cluster that has it as its own. */
  Optional<ServerCluster> owner(int server) {
    return clusters.values().stream()
        .filter(c -> c.members().contains(new Member(server, false)))
        .findFirst();
  }

  /** The subnet that a gateway is in. */
  Optional<Subnet> subnetOf(Vnet vnet, Gateway gateway) {
    String prefix = Cidr.parse(gateway.prefix()).map(c -> c.network().toString()).orElse("");
    return subnets.values().stream()
        .filter(s -> s.vpc() == vnet.vpc() && s.prefix().equals(prefix))
        .findFirst();
  }
}
