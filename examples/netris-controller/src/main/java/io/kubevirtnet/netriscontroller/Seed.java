package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a controller knows that starts for the first time. */
public enum Seed {
  /** The system's own objects and nothing else. */
  EMPTY {
    @Override
    Fabric fabric() {
      return ground();
    }
  },
  /**
   * Server cluster {@code tenant-a} in the numbers of vCluster's documents: V-Net {@code
   * tenant-a-nodes}, gateway 192.168.55.254/21, VLAN 3, VXLAN 14, three shared servers. DHCP gives
   * out 192.168.50.1 to 192.168.51.254.
   */
  DOCUMENTS {
    @Override
    Fabric fabric() {
      Fabric fabric = ground();
      template(fabric, "vcluster");
      servers(fabric, 4);
      cluster(fabric, "tenant-a", List.of(1, 2, 3));
      Vnet made = fabric.vnet("tenant-a-nodes").orElseThrow();
      Gateway gateway = made.gateways().get(0).dhcp("192.168.50.1", "192.168.51.254");
      fabric.vnets.put(made.id(), made.vlan(3).vxlan(14).gateways(List.of(gateway)));
      return fabric;
    }
  },
  /** 1,000 server clusters and 10,000 V-Nets, {@code tenant-a} in the middle of them. */
  BIG {
    @Override
    Fabric fabric() {
      return BigFabric.make();
    }
  };

  abstract Fabric fabric();

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Fabric ground() {
    Fabric fabric = new Fabric();
    int tenant = fabric.nextId("tenant");
    fabric.tenants.put(tenant, new Tenant(tenant, "Admin", "Owns everything"));
    int site = fabric.nextId("site");
    fabric.sites.put(site, new Site(site, "site-1", 2, 1000));
    int vpc = fabric.nextId("vpc");
    fabric.vpcs.put(vpc, new Vpc(vpc, "VPC-1", tenant, true, true, fabric.nextId("vni")));
    return fabric;
  }

  /** One L2VPN with the second pair of cards, and DHCP. */
  static void template(Fabric fabric, String name) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("postfix", "nodes").put("type", "l2vpn").put("vlan", "untagged");
    entry.put("vlanID", "auto").put("ipFamily", "ipv4");
    entry.putArray("serverNics").add("eth9").add("eth10");
    entry.put("ipv4Gateway", "192.168.55.254/21").put("ipv4DhcpEnabled", true);
    int id = fabric.nextId("template");
    fabric.templates.put(
        id, new Template(id, name, JsonNodeFactory.instance.arrayNode().add(entry)));
  }

  static void servers(Fabric fabric, int count) {
    List<String> nics = IntStream.rangeClosed(1, 10).mapToObj(n -> "eth" + n).toList();
    for (int i = 0; i < count; i++) {
      int id = fabric.nextId("server");
      fabric.servers.put(id, new Server(id, "srv-" + id, 1, 1, nics));
    }
  }

  /** A server cluster of the first template with shared servers, ready, in a VPC of its own. */
  static void cluster(Fabric fabric, String name, List<Integer> servers) {
    int vpc = fabric.nextId("vpc");
    fabric.vpcs.put(vpc, new Vpc(vpc, name, 1, false, false, fabric.nextId("vni")));
    Expansion expansion =
        new Expansion(fabric, name, 1, 1, vpc, JsonNodeFactory.instance.objectNode());
    Template template = fabric.templates.values().iterator().next();
    expansion.run(template);
    int id = fabric.nextId("cluster");
    List<Member> members = servers.stream().map(server -> new Member(server, true)).toList();
    fabric.clusters.put(
        id,
        new ServerCluster(
            id,
            name,
            1,
            1,
            vpc,
            template.id(),
            true,
            0,
            true,
            List.of(),
            members,
            expansion.vnets,
            expansion.allocations,
            expansion.subnets));
  }
}
