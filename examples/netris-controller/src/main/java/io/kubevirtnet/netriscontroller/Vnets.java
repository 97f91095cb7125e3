package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /api/v2/vnet}. */
final class Vnets {
  private static final String PATH = "/api/v2/vnet";

  private final Fabric fabric;
  private final Modes modes;
  private final Views views;
  private final Segments segments;

  Vnets(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    this.modes = modes;
    views = new Views(fabric, modes);
    segments = new Segments(fabric, modes);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, this::list),
        Route.of("POST", PATH, this::create),
        Route.of("GET", PATH + "/{}", this::get),
        Route.of("PUT", PATH + "/{}", this::update),
        Route.of("DELETE", PATH + "/{}", this::delete));
  }

  private Reply list(Request request) {
    int vpc = Ipam.vpc(fabric, request);
    Set<Integer> sites =
        request.asked("filterBySites").stream()
            .flatMap(text -> Stream.of(text.replaceAll("[\\[\\] ]", "").split(",")))
            .filter(text -> text.matches("\\d+"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    List<Vnet> found =
        segments.all().stream()
            .filter(v -> v.vpc() == vpc && (sites.isEmpty() || sites.contains(v.site())))
            .toList();
    return Reply.of(Views.list(found, views::vnet));
  }

  private Reply get(Request request) {
    ObjectNode node = views.vnet(find(request));
    if (!modes.has(Mode.VNET_AS_ARRAY)) {
      return Reply.of(node);
    }
    return Reply.of(JsonNodeFactory.instance.arrayNode().add(node));
  }

  private Reply create(Request request) {
    String name = request.text("name");
    if (fabric.vnet(name).isPresent()) {
      throw Refused.field("name", "There is a V-Net " + name + " already.");
    }
    int site = request.body().path("sites").path(0).path("id").asInt();
    if (!fabric.sites.containsKey(site)) {
      throw Refused.field("sites", "There is no site " + site + ".");
    }
    JsonNode vpc = request.body().path("vpc").path("id");
    int wanted = request.body().path("vlan").asInt();
    boolean automatic = request.body().path("vlan").asText().equals("auto");
    int vxlan = request.body().path("vxlanID").asInt();
    int id = fabric.nextId("vnet");
    fabric.vnets.put(
        id,
        new Vnet(
            id,
            name,
            request.body().path("l3vpn").asBoolean(),
            request.body().path("tenant").path("id").asInt(1),
            site,
            vpc.asInt(fabric.standardVpc().id()),
            automatic ? fabric.freeVlan(site) : wanted,
            vxlan == 0 ? fabric.freeVxlan() : vxlan,
            gateways(request.body()),
            List.of()));
    return Reply.created(id);
  }

  private Reply update(Request request) {
    Vnet vnet = find(request);
    fabric.vnets.put(vnet.id(), vnet.gateways(gateways(request.body())));
    return Reply.done("Successfully updated.");
  }

  private Reply delete(Request request) {
    fabric.vnets.remove(find(request).id());
    return Reply.done("Successfully deleted.");
  }

  private static List<Gateway> gateways(JsonNode body) {
    List<Gateway> all = new ArrayList<>();
    for (JsonNode sent : body.path("gateways")) {
      JsonNode dhcp = sent.path("dhcp");
      all.add(
          Gateway.of(sent.path("prefix").asText())
              .dhcp(dhcp.path("start").asText(), dhcp.path("end").asText()));
    }
    return List.copyOf(all);
  }

  private Vnet find(Request request) {
    return segments.find(request.id()).orElseThrow(Refused::notFound);
  }
}
