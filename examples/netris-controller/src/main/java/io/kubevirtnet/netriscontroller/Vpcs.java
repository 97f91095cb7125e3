package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code /api/v2/vpc}. */
final class Vpcs {
  private static final String PATH = "/api/v2/vpc";

  private final Fabric fabric;
  private final Views views;

  Vpcs(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    views = new Views(fabric, modes);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, r -> Reply.of(Views.list(fabric.vpcs.values(), views::fullVpc))),
        Route.of("POST", PATH, this::create),
        Route.of("GET", PATH + "/{}", r -> Reply.of(views.fullVpc(find(r)))),
        Route.of("PUT", PATH + "/{}", this::update),
        Route.of("PUT", PATH + "/{}/make-default", this::makeStandard),
        Route.of("GET", PATH + "/{}/resources", this::resources),
        Route.of("DELETE", PATH + "/{}", this::delete));
  }

  static boolean empty(Fabric fabric, int vpc) {
    return fabric.vnets.values().stream().noneMatch(v -> v.vpc() == vpc)
        && fabric.clusters.values().stream().noneMatch(c -> c.vpc() == vpc)
        && fabric.subnets.values().stream().noneMatch(s -> s.vpc() == vpc)
        && fabric.allocations.values().stream().noneMatch(a -> a.vpc() == vpc);
  }

  private Reply create(Request request) {
    int tenant = request.reference("adminTenant");
    if (!fabric.tenants.containsKey(tenant)) {
      throw Refused.field("adminTenant", "There is no tenant " + tenant + ".");
    }
    int id = fabric.nextId("vpc");
    fabric.vpcs.put(
        id, new Vpc(id, request.text("name"), tenant, false, false, fabric.nextId("vni")));
    return Reply.created(id);
  }

  private Reply update(Request request) {
    Vpc vpc = find(request);
    fabric.vpcs.put(
        vpc.id(),
        new Vpc(
            vpc.id(), request.text("name"), vpc.tenant(), vpc.system(), vpc.standard(), vpc.vni()));
    return Reply.done("Successfully updated.");
  }

  private Reply makeStandard(Request request) {
    Vpc now = find(request);
    fabric.vpcs.replaceAll((id, vpc) -> vpc.standard(id == now.id()));
    return Reply.done("Successfully updated.");
  }

  private Reply resources(Request request) {
    Vpc vpc = find(request);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(
        "vnets",
        Views.list(
            fabric.vnets.values().stream().filter(v -> v.vpc() == vpc.id()).toList(),
            v -> Views.reference(v.id(), v.name())));
    node.set(
        "serverClusters",
        Views.list(
            fabric.clusters.values().stream().filter(c -> c.vpc() == vpc.id()).toList(),
            c -> Views.reference(c.id(), c.name())));
    return Reply.of(node);
  }

  private Reply delete(Request request) {
    Vpc vpc = find(request);
    if (vpc.system() || vpc.standard()) {
      throw Refused.field("id", "The system's VPC and the default one stay.");
    }
    if (!empty(fabric, vpc.id())) {
      throw Refused.field("id", "There is something in this VPC.");
    }
    fabric.vpcs.remove(vpc.id());
    return Reply.done("Successfully deleted.");
  }

  private Vpc find(Request request) {
    return Optional.ofNullable(fabric.vpcs.get(request.id()))
        .orElseThrow(() -> Refused.notFound("VPC is not found."));
  }
}
