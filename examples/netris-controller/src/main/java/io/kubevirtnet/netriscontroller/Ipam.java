package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/v2/ipam}. Without a filter it tells of the default VPC only. */
final class Ipam {
  private static final String PATH = "/api/v2/ipam";

  private final Fabric fabric;
  private final Views views;
  private final Segments segments;

  Ipam(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    views = new Views(fabric, modes);
    segments = new Segments(fabric, modes);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, this::tree),
        Route.of("GET", PATH + "/subnets", this::subnets),
        Route.of("GET", PATH + "/hosts/{}", this::hosts),
        Route.of("POST", PATH + "/allocation", this::createAllocation),
        Route.of("POST", PATH + "/subnet", this::createSubnet),
        Route.of("DELETE", PATH + "/allocation/{}", this::deleteAllocation),
        Route.of("DELETE", PATH + "/subnet/{}", this::deleteSubnet));
  }

  /** The VPC that a list is about. */
  static int vpc(Fabric fabric, Request request) {
    return request
        .asked("filterByVpc")
        .filter(text -> text.matches("\\d+"))
        .map(Integer::valueOf)
        .orElseGet(() -> fabric.standardVpc().id());
  }

  private Reply tree(Request request) {
    int vpc = vpc(fabric, request);
    List<Allocation> found =
        fabric.allocations.values().stream().filter(a -> a.vpc() == vpc).toList();
    return Reply.of(Views.list(found, this::allocation));
  }

  private ObjectNode allocation(Allocation allocation) {
    ObjectNode node = Views.reference(allocation.id(), allocation.name());
    node.put("type", "allocation").put("prefix", allocation.prefix());
    node.set("tenant", views.tenant(allocation.tenant()));
    node.set("vpc", views.vpc(allocation.vpc()));
    Cidr all = Cidr.of(allocation.prefix());
    List<Subnet> children =
        subnetsOf(allocation.vpc())
            .filter(s -> Cidr.parse(s.prefix()).map(all::overlaps).orElse(false))
            .toList();
    node.set("children", Views.list(children, this::subnet));
    return node;
  }

  private Reply subnets(Request request) {
    return Reply.of(Views.list(subnetsOf(vpc(fabric, request)).toList(), this::subnet));
  }

  private Stream<Subnet> subnetsOf(int vpc) {
    return Stream.concat(fabric.subnets.values().stream(), segments.subnets().stream())
        .filter(s -> s.vpc() == vpc);
  }

  private ObjectNode subnet(Subnet subnet) {
    ObjectNode node = Views.reference(subnet.id(), subnet.name());
    node.put("type", "subnet").put("prefix", subnet.prefix()).put("purpose", subnet.purpose());
    node.set("tenant", views.tenant(subnet.tenant()));
    node.set("vpc", views.vpc(subnet.vpc()));
    node.putArray("sites").add(views.site(subnet.site()));
    node.putArray("tags");
    return node;
  }

  private Reply hosts(Request request) {
    List<Host> kept = fabric.hosts.stream().filter(h -> h.subnet() == request.id()).toList();
    return Reply.of(Views.list(kept.isEmpty() ? segments.hosts(request.id()) : kept, Ipam::host));
  }

  private static ObjectNode host(Host host) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("address", host.address()).put("type", "host");
    node.putObject("meta").put("anycast", host.anycast());
    return node;
  }

  private Reply createAllocation(Request request) {
    int id = fabric.nextId("allocation");
    fabric.allocations.put(
        id,
        new Allocation(
            id,
            request.text("name"),
            prefix(request),
            request.reference("tenant"),
            request.body().path("vpc").path("id").asInt(fabric.standardVpc().id())));
    return Reply.created(id);
  }

  private Reply createSubnet(Request request) {
    int vpc = request.body().path("vpc").path("id").asInt(fabric.standardVpc().id());
    String prefix = prefix(request);
    Cidr cidr = Cidr.of(prefix);
    if (subnetsOf(vpc).anyMatch(s -> Cidr.of(s.prefix()).overlaps(cidr))) {
      throw Refused.field("prefix", prefix + " is in use in this VPC.");
    }
    int id = fabric.nextId("subnet");
    fabric.subnets.put(
        id,
        new Subnet(
            id,
            request.text("name"),
            prefix,
            request.reference("tenant"),
            vpc,
            request.body().path("sites").path(0).path("id").asInt(1),
            request.text("purpose")));
    return Reply.created(id);
  }

  private static String prefix(Request request) {
    String prefix = request.text("prefix");
    if (Cidr.parse(prefix).isEmpty()) {
      throw Refused.field("prefix", prefix + " is no IPv4 prefix.");
    }
    return prefix;
  }

  private Reply deleteAllocation(Request request) {
    if (!fabric.allocations.containsKey(request.id())) {
      throw Refused.notFound();
    }
    fabric.allocations.remove(request.id());
    return Reply.done("Successfully deleted.");
  }

  private Reply deleteSubnet(Request request) {
    if (!fabric.subnets.containsKey(request.id())) {
      throw Refused.notFound();
    }
    fabric.subnets.remove(request.id());
    fabric.hosts.removeIf(h -> h.subnet() == request.id());
    return Reply.done("Successfully deleted.");
  }
}
