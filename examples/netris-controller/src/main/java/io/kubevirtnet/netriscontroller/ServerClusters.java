package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** {@code /api/v2/server-cluster}. */
final class ServerClusters {
  private static final String PATH = "/api/v2/server-cluster";

  /** How often a new one says that it is being provisioned. */
  private static final int POLLS = 2;

  private final Fabric fabric;
  private final Views views;

  ServerClusters(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    views = new Views(fabric, modes);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, r -> Reply.of(Views.list(fabric.clusters.values(), views::cluster))),
        Route.of("POST", PATH, this::create),
        Route.of("GET", PATH + "/servers", r -> servers()),
        Route.of("GET", PATH + "/{}", this::get),
        Route.of("PUT", PATH + "/{}", this::update),
        Route.of("PUT", PATH + "/{}/active", r -> active(r, true)),
        Route.of("PUT", PATH + "/{}/disabled", r -> active(r, false)),
        Route.of("DELETE", PATH + "/{}", this::delete));
  }

  private Reply create(Request request) {
    String name = request.text("name");
    int tenant = known(request, "admin", fabric.tenants.keySet());
    int site = known(request, "site", fabric.sites.keySet());
    int template = known(request, "srvClusterTemplate", fabric.templates.keySet());
    int wantedVpc = request.reference("vpc");
    if (wantedVpc != 0) {
      known(request, "vpc", fabric.vpcs.keySet());
    }
    int id = fabric.nextId("cluster");
    List<Member> members = Members.read(fabric, request.body().path("servers"), id);
    int vpc = wantedVpc == 0 ? newVpc(name, tenant) : wantedVpc;
    Expansion expansion =
        new Expansion(fabric, name, tenant, site, vpc, request.body().path("srvClusterTemplate"));
    expansion.run(Fabric.known(fabric.templates, template));
    fabric.clusters.put(
        id,
        new ServerCluster(
            id,
            name,
            tenant,
            site,
            vpc,
            template,
            true,
            POLLS,
            wantedVpc == 0,
            tags(request.body()),
            members,
            expansion.vnets,
            expansion.allocations,
            expansion.subnets));
    return Reply.created(id);
  }

  private int newVpc(String name, int tenant) {
    int id = fabric.nextId("vpc");
    fabric.vpcs.put(id, new Vpc(id, name, tenant, false, false, fabric.nextId("vni")));
    return id;
  }

  private static int known(Request request, String field, Set<Integer> ids) {
    int id = request.reference(field);
    if (!ids.contains(id)) {
      throw Refused.field(field, "There is no " + field + " " + id + ".");
    }
    return id;
  }

  private Reply get(Request request) {
    ServerCluster cluster = find(request);
    if (cluster.pollsLeft() > 0) {
      fabric.clusters.put(cluster.id(), cluster.polled());
    }
    return Reply.of(views.cluster(cluster));
  }

  private Reply update(Request request) {
    ServerCluster cluster = find(request);
    if (request.body().has("name")
        && !request.body().path("name").asText().equals(cluster.name())) {
      throw Refused.field("name", "The name of a server cluster can not be changed.");
    }
    List<Member> members = Members.read(fabric, request.body().path("servers"), cluster.id());
    fabric.clusters.put(cluster.id(), cluster.members(members, tags(request.body())));
    return Reply.done("Successfully updated.");
  }

  private Reply active(Request request, boolean on) {
    ServerCluster cluster = find(request);
    fabric.clusters.put(cluster.id(), cluster.active(on));
    return Reply.done("Successfully updated.");
  }

  private Reply delete(Request request) {
    ServerCluster cluster = find(request);
    fabric.clusters.remove(cluster.id());
    cluster.vnets().forEach(fabric.vnets::remove);
    cluster.allocations().forEach(fabric.allocations::remove);
    cluster.subnets().forEach(fabric.subnets::remove);
    fabric.hosts.removeIf(h -> cluster.subnets().contains(h.subnet()));
    if (cluster.ownVpc() && Vpcs.empty(fabric, cluster.vpc())) {
      fabric.vpcs.remove(cluster.vpc());
    }
    return Reply.done("Successfully deleted.");
  }

  /** Servers to pick from. Those that are somebody's own have a server cluster. */
  private Reply servers() {
    return Reply.of(Views.list(fabric.servers.values(), this::server));
  }

  private ObjectNode server(Server server) {
    ObjectNode node = Views.reference(server.id(), server.name());
    node.set("site", views.site(server.site()));
    node.set("tenant", views.tenant(server.tenant()));
    Optional<ServerCluster> owner = fabric.owner(server.id());
    JsonNodeFactory json = JsonNodeFactory.instance;
    node.set(
        "serverClusterID",
        owner.<JsonNode>map(c -> json.numberNode(c.id())).orElse(json.nullNode()));
    boolean shared =
        fabric.clusters.values().stream()
            .anyMatch(c -> c.members().contains(new Member(server.id(), true)));
    return node.put("shared", shared);
  }

  private ServerCluster find(Request request) {
    return Optional.ofNullable(fabric.clusters.get(request.id())).orElseThrow(Refused::notFound);
  }

  private static List<String> tags(JsonNode body) {
    return StreamSupport.stream(body.path("tags").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
