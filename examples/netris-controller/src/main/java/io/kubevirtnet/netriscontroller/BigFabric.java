package io.kubevirtnet.netriscontroller;

import java.util.List;
import java.util.stream.IntStream;

/** A controller of a large site. */
final class BigFabric {
  private static final int CLUSTERS = 1_000;
  private static final int VNETS = 10_000;
  private static final int CLUSTERS_IN_A_SITE = 50;

  private BigFabric() {}

  /** Its V-Nets have no free VLAN to be looked for, so that it is made in no time. */
  static Fabric make() {
    Fabric fabric = Seed.DOCUMENTS.fabric();
    ServerCluster tenant = fabric.cluster("tenant-a").orElseThrow();
    fabric.clusters.clear();
    Seed.servers(fabric, 2_000 - fabric.servers.size());
    for (int i = 0; i < CLUSTERS - 1; i++) {
      cluster(fabric, i);
      if (i == CLUSTERS / 2) {
        place(fabric, tenant);
      }
    }
    while (fabric.vnets.size() < VNETS) {
      int id = fabric.nextId("vnet");
      fabric.vnets.put(id, vnet(id, "other-" + id, 1, 1, 0, "10.0.0.1/24"));
    }
    return fabric;
  }

  private static void place(Fabric fabric, ServerCluster tenant) {
    int id = fabric.nextId("cluster");
    fabric.clusters.put(
        id,
        new ServerCluster(
            id,
            tenant.name(),
            tenant.tenant(),
            tenant.site(),
            tenant.vpc(),
            tenant.template(),
            true,
            0,
            true,
            tenant.tags(),
            tenant.members(),
            tenant.vnets(),
            tenant.allocations(),
            tenant.subnets()));
  }

  private static void cluster(Fabric fabric, int index) {
    int site = site(fabric, index);
    int vpc = fabric.nextId("vpc");
    String name = "cluster-" + index;
    fabric.vpcs.put(vpc, new Vpc(vpc, name, 1, false, false, fabric.nextId("vni")));
    int vnet = fabric.nextId("vnet");
    int vlan = 2 + index % CLUSTERS_IN_A_SITE;
    fabric.vnets.put(vnet, vnet(vnet, name + "-nodes", site, vpc, vlan, "192.168.55.254/21"));
    int subnet = fabric.nextId("subnet");
    fabric.subnets.put(
        subnet, new Subnet(subnet, name + "-nodes", "192.168.48.0/21", 1, vpc, site, "common"));
    fabric.hosts.add(new Host(subnet, "192.168.55.254", true));
    List<Member> members =
        IntStream.rangeClosed(1, 4)
            .mapToObj(n -> new Member((index + n) % 2_000 + 1, true))
            .toList();
    int id = fabric.nextId("cluster");
    fabric.clusters.put(
        id,
        new ServerCluster(
            id,
            name,
            1,
            site,
            vpc,
            1,
            true,
            0,
            true,
            List.of("big"),
            members,
            List.of(vnet),
            List.of(),
            List.of(subnet)));
  }

  private static int site(Fabric fabric, int index) {
    int site = 2 + index / CLUSTERS_IN_A_SITE;
    if (!fabric.sites.containsKey(site)) {
      int id = fabric.nextId("site");
      fabric.sites.put(id, new Site(id, "site-" + id, 2, 1000));
    }
    return site;
  }

  private static Vnet vnet(int id, String name, int site, int vpc, int vlan, String gateway) {
    return new Vnet(
        id,
        name,
        false,
        1,
        site,
        vpc,
        vlan,
        100_000 + id,
        List.of(Gateway.of(gateway)),
        List.of("eth9", "eth10"));
  }
}
