package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Sites, tenants, servers, reservations, and what the account may. */
final class Inventory {
  private static final String RESERVATION = "/api/v2/reservation/";
  private static final String VERSION = "4.15.0-stand-in";

  private final Fabric fabric;
  private final Views views;

  Inventory(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    views = new Views(fabric, modes);
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "GET", "/api/v2/sites", r -> Reply.of(Views.list(fabric.sites.values(), this::site))),
        Route.of("GET", "/api/v2/sites/{}", this::oneSite),
        Route.of(
            "GET",
            "/api/tenants",
            r -> Reply.of(Views.list(fabric.tenants.values(), this::tenant))),
        Route.of("GET", "/api/v2/hw", this::hardware),
        Route.of("GET", "/api/users/permissions", r -> permissions()),
        Route.of("GET", RESERVATION + "{}", this::reservations),
        Route.of("POST", RESERVATION + "{}", this::reserve),
        Route.of("DELETE", RESERVATION + "{}/{}", this::release));
  }

  private ObjectNode site(Site site) {
    return Views.reference(site.id(), site.name())
        .put("switchFabric", "netris")
        .put("vlanRange", "2-4094")
        .put("vlanRangeAutoAssign", site.firstVlan() + "-" + site.lastVlan());
  }

  private Reply oneSite(Request request) {
    Site site = Optional.ofNullable(fabric.sites.get(request.id())).orElseThrow(Refused::notFound);
    return Reply.of(site(site));
  }

  private ObjectNode tenant(Tenant tenant) {
    return Views.reference(tenant.id(), tenant.name()).put("description", tenant.description());
  }

  private Reply hardware(Request request) {
    boolean servers = request.asked("type").orElse("server").equals("server");
    return Reply.of(
        Views.list(servers ? fabric.servers.values() : List.<Server>of(), this::server));
  }

  private ObjectNode server(Server server) {
    ObjectNode node = Views.reference(server.id(), server.name()).put("type", "server");
    node.set("site", views.site(server.site()));
    node.set("tenant", views.tenant(server.tenant()));
    node.set(
        "links",
        Views.list(server.nics(), n -> JsonNodeFactory.instance.objectNode().put("name", n)));
    return node;
  }

  private static Reply permissions() {
    return Reply.of(JsonNodeFactory.instance.objectNode().put("buildVersion", VERSION));
  }

  private Reply reservations(Request request) {
    String kind = kind(request);
    List<Reservation> found =
        fabric.reservations.values().stream().filter(r -> r.kind().equals(kind)).toList();
    return Reply.of(Views.list(found, Inventory::reservation));
  }

  private static ObjectNode reservation(Reservation reservation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", reservation.id());
    if (reservation.kind().equals("ip")) {
      node.putObject("host").put("address", reservation.value());
    } else {
      node.put(reservation.kind(), Integer.parseInt(reservation.value()));
    }
    node.putObject("consumer").put("type", reservation.consumer());
    return node;
  }

  private Reply reserve(Request request) {
    String kind = kind(request);
    String value = value(kind, request);
    boolean taken =
        fabric.reservations.values().stream()
            .anyMatch(r -> r.kind().equals(kind) && r.value().equals(value));
    if (taken) {
      throw Refused.field(kind, value + " is reserved.");
    }
    int id = fabric.nextId("reservation");
    String consumer = request.body().path("consumer").path("type").asText("sys");
    fabric.reservations.put(id, new Reservation(id, kind, value, consumer));
    return Reply.created(id);
  }

  private String value(String kind, Request request) {
    if (kind.equals("ip")) {
      return request.body().path("host").path("address").asText();
    }
    int number = request.body().path(kind).asInt();
    return Integer.toString(number == 0 && kind.equals("vxlan") ? fabric.freeVxlan() : number);
  }

  private Reply release(Request request) {
    String kind = kind(request);
    Reservation found =
        fabric.reservations.values().stream()
            .filter(r -> r.kind().equals(kind))
            .filter(r -> request.variable(1).equals(Integer.toString(r.id())))
            .findFirst()
            .orElseThrow(Refused::notFound);
    fabric.reservations.remove(found.id());
    return Reply.done("Successfully deleted.");
  }

  private static String kind(Request request) {
    String kind = request.variable(0);
    if (!List.of("ip", "vlan", "vxlan").contains(kind)) {
      throw Refused.notFound();
    }
    return kind;
  }
}
