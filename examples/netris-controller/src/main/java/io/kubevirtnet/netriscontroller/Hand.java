package io.kubevirtnet.netriscontroller;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What somebody does on the web page of the controller: it is not counted, and no session is
 * needed. A name that is none is an {@link IllegalArgumentException}.
 */
public final class Hand {
  private final Controller controller;

  Hand(Controller controller) {
    this.controller = controller;
  }

  public void vlan(String vnet, int vlan) {
    change(vnet, v -> v.vlan(vlan));
  }

  public void vxlan(String vnet, int vxlan) {
    change(vnet, v -> v.vxlan(vxlan));
  }

  /** Moves the V-Net into the subnet of another gateway, without DHCP. */
  public void gateway(String vnet, String prefix) {
    controller.change(
        fabric -> {
          Vnet found = vnet(fabric, vnet);
          Cidr cidr = Cidr.of(prefix);
          found.gateways().stream()
              .flatMap(g -> fabric.subnetOf(found, g).stream())
              .forEach(subnet -> move(fabric, subnet, cidr));
          fabric.vnets.put(found.id(), found.gateways(List.of(Gateway.of(prefix))));
        });
  }

  /** Lets DHCP give out a range. */
  public void dhcp(String vnet, String start, String end) {
    change(vnet, v -> v.gateways(v.gateways().stream().map(g -> g.dhcp(start, end)).toList()));
  }

  public void noDhcp(String vnet) {
    dhcp(vnet, "", "");
  }

  /** Marks an address of the V-Net's subnet as used. */
  public void used(String vnet, String address) {
    controller.change(
        fabric -> {
          Vnet found = vnet(fabric, vnet);
          Subnet subnet =
              found.gateways().stream()
                  .flatMap(g -> fabric.subnetOf(found, g).stream())
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException(vnet + " has no subnet"));
          fabric.hosts.add(new Host(subnet.id(), address, false));
        });
  }

  /** Adds a server to a server cluster, or changes how it is in it. */
  public void member(String cluster, String server, boolean shared) {
    controller.change(
        fabric -> {
          ServerCluster found = cluster(fabric, cluster);
          Member member = new Member(server(fabric, server), shared);
          List<Member> members = new ArrayList<>(found.members());
          int at = members.stream().map(Member::server).toList().indexOf(member.server());
          if (at < 0) {
            members.add(member);
          } else {
            members.set(at, member);
          }
          fabric.clusters.put(found.id(), found.members(List.copyOf(members)));
        });
  }

  public void noMember(String cluster, String server) {
    controller.change(
        fabric -> {
          ServerCluster found = cluster(fabric, cluster);
          int id = server(fabric, server);
          fabric.clusters.put(
              found.id(),
              found.members(found.members().stream().filter(m -> m.server() != id).toList()));
        });
  }

  /** Another server cluster of the first template without servers, in a VPC of its own. */
  public void serverCluster(String name) {
    controller.change(fabric -> Seed.cluster(fabric, name, List.of()));
  }

  private void change(String vnet, UnaryOperator<Vnet> change) {
    controller.change(
        fabric -> {
          Vnet found = vnet(fabric, vnet);
          fabric.vnets.put(found.id(), change.apply(found));
        });
  }

  private static void move(Fabric fabric, Subnet subnet, Cidr gateway) {
    String prefix = gateway.network().toString();
    fabric.subnets.put(
        subnet.id(),
        new Subnet(
            subnet.id(),
            subnet.name(),
            prefix,
            subnet.tenant(),
            subnet.vpc(),
            subnet.site(),
            subnet.purpose()));
    fabric.allocations.replaceAll(
        (id, a) ->
            a.vpc() == subnet.vpc() && a.prefix().equals(subnet.prefix())
                ? new Allocation(id, a.name(), prefix, a.tenant(), a.vpc())
                : a);
    fabric.hosts.removeIf(h -> h.subnet() == subnet.id());
    fabric.hosts.add(new Host(subnet.id(), gateway.host(), true));
  }

  private static Vnet vnet(Fabric fabric, String name) {
    return fabric
        .vnet(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no V-Net " + name));
  }

  private static ServerCluster cluster(Fabric fabric, String name) {
    return fabric
        .cluster(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no server cluster " + name));
  }

  private static int server(Fabric fabric, String name) {
    return fabric
        .server(name)
        .map(Server::id)
        .orElseThrow(() -> new IllegalArgumentException("there is no server " + name));
  }
}
