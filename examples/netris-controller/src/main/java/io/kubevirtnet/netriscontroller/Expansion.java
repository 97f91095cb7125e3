package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes what the template of a server cluster says. */
final class Expansion {
  private final Fabric fabric;
  private final String name;
  private final int tenant;
  private final int site;
  private final int vpc;
  private final JsonNode answers;

  final List<Integer> vnets = new ArrayList<>();
  final List<Integer> allocations = new ArrayList<>();
  final List<Integer> subnets = new ArrayList<>();

  /**
   * @param answers what the request says to entries that leave a value to it
   */
  Expansion(Fabric fabric, String name, int tenant, int site, int vpc, JsonNode answers) {
    this.fabric = fabric;
    this.name = name;
    this.tenant = tenant;
    this.site = site;
    this.vpc = vpc;
    this.answers = answers;
  }

  void run(Template template) {
    template.vnets().forEach(this::entry);
  }

  private void entry(JsonNode entry) {
    String type = entry.path("type").asText();
    // The published description of 4.4 spells it with two letters swapped.
    boolean l2 = type.equals("l2vpn") || type.equals("l2pvn");
    if (!l2 && !type.equals("l3vpn")) {
      return;
    }
    String postfix = entry.path("postfix").asText();
    int id = fabric.nextId("vnet");
    List<Gateway> gateways = l2 ? gateways(entry, postfix) : List.of();
    List<String> nics =
        StreamSupport.stream(entry.path("serverNics").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    Vnet vnet =
        new Vnet(
            id,
            name + "-" + postfix,
            !l2,
            tenant,
            site,
            vpc,
            l2 ? vlan(entry, postfix) : 0,
            fabric.freeVxlan(),
            gateways,
            nics);
    fabric.vnets.put(id, vnet);
    vnets.add(id);
    gateways.stream().filter(Gateway::ipv4).forEach(g -> addresses(vnet, g));
  }

  private int vlan(JsonNode entry, String postfix) {
    if (!leftToRequest(entry.path("vlanID"))) {
      return fabric.freeVlan(site);
    }
    int vlan = answer("vlans", postfix).path("vlan").asInt();
    if (vlan < 1 || vlan > 4094) {
      throw Refused.field("srvClusterTemplate.vlans", "A VLAN id is required for " + postfix + ".");
    }
    return vlan;
  }

  private List<Gateway> gateways(JsonNode entry, String postfix) {
    List<Gateway> all = new ArrayList<>();
    JsonNode ipv4 = entry.path("ipv4Gateway");
    if (ipv4.isObject()) {
      all.add(Gateway.of(automatic(ipv4)));
    } else if (leftToRequest(ipv4)) {
      all.add(Gateway.of(answer("ipv4Gateways", postfix).path("address").asText()));
    } else if (ipv4.isTextual()) {
      all.add(Gateway.of(ipv4.asText()));
    }
    for (Gateway gateway : all) {
      if (!gateway.ipv4()) {
        throw Refused.field("ipv4Gateway", "An address with its length is required.");
      }
    }
    if (entry.path("ipv4DhcpEnabled").asBoolean()) {
      all.replaceAll(Gateway::dhcpEverywhere);
    }
    JsonNode ipv6 = entry.path("ipv6Gateway");
    if (ipv6.isTextual() && !leftToRequest(ipv6)) {
      all.add(Gateway.of(ipv6.asText()));
    }
    return all;
  }

  /** The first part of an allocation that no subnet of the VPC has. */
  private String automatic(JsonNode wish) {
    Cidr allocation =
        Cidr.parse(wish.path("allocation").asText())
            .orElseThrow(() -> Refused.field("ipv4Gateway", "An allocation is required."));
    int length = wish.path("childSubnetPrefixLength").asInt(allocation.length());
    Cidr child = new Cidr(allocation.network().address(), length);
    while (child.address() <= allocation.last()) {
      if (!taken(child)) {
        return new Cidr(child.address() + wish.path("hostnum").asInt(1), length).toString();
      }
      child = new Cidr(child.last() + 1, length);
    }
    throw Refused.field("ipv4Gateway", "No subnet is left in " + allocation + ".");
  }

  private boolean taken(Cidr candidate) {
    return fabric.subnets.values().stream()
        .filter(s -> s.vpc() == vpc)
        .anyMatch(s -> Cidr.parse(s.prefix()).map(candidate::overlaps).orElse(false));
  }

  private void addresses(Vnet vnet, Gateway gateway) {
    Cidr cidr = Cidr.of(gateway.prefix());
    if (taken(cidr)) {
      throw Refused.field("ipv4Gateway", "The subnet of " + cidr + " is in use in this VPC.");
    }
    String prefix = cidr.network().toString();
    int allocation = fabric.nextId("allocation");
    fabric.allocations.put(
        allocation, new Allocation(allocation, vnet.name(), prefix, tenant, vpc));
    allocations.add(allocation);
    int subnet = fabric.nextId("subnet");
    fabric.subnets.put(
        subnet, new Subnet(subnet, vnet.name(), prefix, tenant, vpc, site, "common"));
    subnets.add(subnet);
    fabric.hosts.add(new Host(subnet, cidr.host(), true));
  }

  /** The older description calls it dynamic. */
  private static boolean leftToRequest(JsonNode value) {
    return value.asText().equals("specify") || value.asText().equals("dynamic");
  }

  private JsonNode answer(String kind, String postfix) {
    return StreamSupport.stream(answers.path(kind).spliterator(), false)
        .filter(a -> a.path("postfix").asText().equals(postfix))
        .findFirst()
        .orElse(answers.path(kind).path(-1));
  }
}
