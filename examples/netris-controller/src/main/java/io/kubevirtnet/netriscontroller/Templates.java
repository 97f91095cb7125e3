package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v2/server-cluster-template}. */
final class Templates {
  private static final String PATH = "/api/v2/server-cluster-template";
  private static final Set<String> TYPES =
      Set.of("l2vpn", "l2pvn", "l3vpn", "netris-ufm", "netris-nvlink");

  private final Fabric fabric;

  Templates(Fabric fabric) {
    this.fabric = fabric;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "GET", PATH, r -> Reply.of(Views.list(fabric.templates.values(), Templates::view))),
        Route.of("POST", PATH, this::create),
        Route.of("GET", PATH + "/{}", r -> Reply.of(view(find(r)))),
        Route.of("PUT", PATH + "/{}", this::update),
        Route.of("DELETE", PATH + "/{}", this::delete));
  }

  private Reply create(Request request) {
    int id = fabric.nextId("template");
    fabric.templates.put(id, new Template(id, request.text("name"), vnets(request)));
    return Reply.created(id);
  }

  private Reply update(Request request) {
    Template template = find(request);
    fabric.templates.put(
        template.id(), new Template(template.id(), request.text("name"), vnets(request)));
    return Reply.done("Successfully updated.");
  }

  private Reply delete(Request request) {
    Template template = find(request);
    if (fabric.clusters.values().stream().anyMatch(c -> c.template() == template.id())) {
      throw Refused.field("id", "The template is used by a server cluster.");
    }
    fabric.templates.remove(template.id());
    return Reply.done("Successfully deleted.");
  }

  private static JsonNode vnets(Request request) {
    JsonNode vnets = request.body().path("vnets");
    if (!vnets.isArray() || vnets.isEmpty()) {
      throw Refused.field("vnets", "vnets is required.");
    }
    for (JsonNode vnet : vnets) {
      if (!TYPES.contains(vnet.path("type").asText())) {
        throw Refused.field(
            "vnets.type", "A type is one of l2vpn, l3vpn, netris-ufm, netris-nvlink.");
      }
      if (vnet.path("postfix").asText().isEmpty()) {
        throw Refused.field("vnets.postfix", "postfix is required.");
      }
      if (vnet.path("ipv4DhcpEnabled").asBoolean() && !vnet.hasNonNull("ipv4Gateway")) {
        throw Refused.field("vnets.ipv4DhcpEnabled", "DHCP needs an ipv4Gateway.");
      }
    }
    return vnets;
  }

  private static ObjectNode view(Template template) {
    ObjectNode node = Views.reference(template.id(), template.name());
    node.set("vnets", template.vnets());
    return node;
  }

  private Template find(Request request) {
    return Optional.ofNullable(fabric.templates.get(request.id())).orElseThrow(Refused::notFound);
  }
}
