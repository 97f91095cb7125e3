package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the API shows of an object, in the newest shape that is known. */
final class Views {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long CREATED = 1_767_225_600_000L;

  private final Fabric fabric;
  private final Modes modes;
  private final Segments segments;

  Views(Fabric fabric, Modes modes) {
    this.fabric = fabric;
    this.modes = modes;
    segments = new Segments(fabric, modes);
  }

  static <T> ArrayNode list(Iterable<T> all, Function<T, ? extends JsonNode> view) {
    ArrayNode list = JSON.arrayNode();
    all.forEach(one -> list.add(view.apply(one)));
    return list;
  }

  ObjectNode cluster(ServerCluster cluster) {
    ObjectNode node = JSON.objectNode().put("id", cluster.id()).put("name", cluster.name());
    boolean active = cluster.active() && !modes.has(Mode.DISABLED);
    boolean provisioning = cluster.pollsLeft() > 0 || modes.has(Mode.PROVISIONING);
    node.put("state", active ? "active" : "disabled");
    node.set("status", status(!active ? "Disabled" : provisioning ? "Provisioning" : "Active"));
    node.set("admin", tenant(cluster.tenant()));
    node.set("site", site(cluster.site()));
    node.set("vpc", vpc(cluster.vpc()));
    node.set(
        "srvClusterTemplate",
        reference(cluster.template(), Fabric.known(fabric.templates, cluster.template()).name()));
    node.set("tags", list(cluster.tags(), JSON::textNode));
    node.set("servers", list(cluster.members(), this::member));
    if (!modes.has(Mode.NO_RESOURCES)) {
      node.set("resources", resources(cluster));
    }
    return node.put("createdDate", CREATED).put("modifiedDate", CREATED);
  }

  ObjectNode vnet(Vnet vnet) {
    ObjectNode node = JSON.objectNode().put("id", vnet.id()).put("name", vnet.name());
    node.put("state", "active").put("vlanAware", false).put("internal", false);
    node.set("status", status("Active"));
    if (!modes.has(Mode.NO_VLAN)) {
      node.put("vlan", vnet.vlan());
    }
    if (!modes.has(Mode.NO_VXLAN)) {
      node.put("vxlanID", vnet.vxlan());
    }
    node.put("l3vpn", vnet.l3()).put("portsCount", vnet.nics().size());
    node.putArray("sites").add(site(vnet.site()));
    node.set("tenant", tenant(vnet.tenant()));
    node.putArray("guestTenants");
    node.set("vpc", vpc(vnet.vpc()));
    node.putArray("tags");
    node.set("gateways", list(vnet.gateways(), Views::gateway));
    return node;
  }

  ObjectNode fullVpc(Vpc vpc) {
    ObjectNode node = reference(vpc.id(), vpc.name());
    node.set("adminTenant", tenant(vpc.tenant()));
    node.putArray("guestTenant");
    node.putArray("tags");
    return node.put("isSystem", vpc.system())
        .put("isDefault", vpc.standard())
        .put("vni", vpc.vni());
  }

  ObjectNode site(int id) {
    return reference(id, Fabric.known(fabric.sites, id).name());
  }

  ObjectNode tenant(int id) {
    return reference(id, Fabric.known(fabric.tenants, id).name());
  }

  ObjectNode vpc(int id) {
    return reference(id, Fabric.known(fabric.vpcs, id).name());
  }

  static ObjectNode reference(int id, String name) {
    return JSON.objectNode().put("id", id).put("name", name);
  }

  private ObjectNode member(Member member) {
    return reference(member.server(), Fabric.known(fabric.servers, member.server()).name())
        .put("shared", member.shared());
  }

  private ObjectNode resources(ServerCluster cluster) {
    ObjectNode node = JSON.objectNode();
    node.set("vnets", list(segments.of(cluster), this::resource));
    node.set(
        "allocations",
        list(
            cluster.allocations(),
            id -> prefixed(id, Fabric.known(fabric.allocations, id).prefix())));
    node.set(
        "subnets",
        list(cluster.subnets(), id -> prefixed(id, Fabric.known(fabric.subnets, id).prefix())));
    return node;
  }

  private ObjectNode resource(Vnet vnet) {
    ObjectNode node = reference(vnet.id(), vnet.name());
    if (!modes.has(Mode.BARE_RESOURCES)) {
      if (vnet.vlan() > 0 && !modes.has(Mode.NO_VLAN)) {
        node.put("vlan", vnet.vlan());
      }
      node.set("vpc", vpc(vnet.vpc()));
    }
    node.set("ipv4Gateways", list(gateways(vnet, true), this::resourceGateway));
    node.set("ipv6Gateways", list(gateways(vnet, false), this::resourceGateway));
    return node;
  }

  private static List<Gateway> gateways(Vnet vnet, boolean ipv4) {
    return vnet.gateways().stream().filter(g -> g.ipv4() == ipv4).toList();
  }

  private JsonNode resourceGateway(Gateway gateway) {
    String prefix = gateway.prefix();
    if (modes.has(Mode.GATEWAY_AS_NETWORK)) {
      prefix = Cidr.parse(prefix).map(c -> c.network().toString()).orElse(prefix);
    }
    return modes.has(Mode.GATEWAYS_AS_STRINGS)
        ? JSON.textNode(prefix)
        : JSON.objectNode().put("prefix", prefix);
  }

  private static ObjectNode prefixed(int id, String prefix) {
    return JSON.objectNode().put("id", id).put("prefix", prefix);
  }

  private static ObjectNode gateway(Gateway gateway) {
    ObjectNode node = JSON.objectNode().put("prefix", gateway.prefix());
    node.put("ipFamily", gateway.ipv4() ? "ipv4" : "ipv6").put("dhcpEnabled", gateway.dhcp());
    if (gateway.dhcp()) {
      node.put("dhcpLeaseCount", 0)
          .putObject("dhcp")
          .put("start", gateway.dhcpStart())
          .put("end", gateway.dhcpEnd());
    }
    return node;
  }

  private JsonNode status(String label) {
    String value = label.toLowerCase(Locale.ROOT);
    return modes.has(Mode.STATUS_AS_STRING)
        ? JSON.textNode(value)
        : JSON.objectNode().put("label", label).put("value", value);
  }
}
