package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies a desired state to a node's model: enough of nmstate for the life of a policy, written
 * for the double alone, so that a test does not compare the product with itself.
 */
final class HostChange {
  private static final Set<String> USER_SPACE = Set.of("ovs-bridge", "ovs-interface");
  private static final Set<String> PHYSICAL = Set.of("ethernet", "infiniband");
  private static final Set<String> NOT_SHOWN =
      Set.of("copy-mac-from", "identifier", "wait-ip", "dispatch");

  private final HostState state;

  HostChange(HostState state) {
    this.state = state;
  }

  /** Throws {@link Refused}, and then the model is not to be used any more. */
  void apply(JsonNode desired) {
    List<ObjectNode> entries = Json.objects(desired.path("interfaces").deepCopy());
    for (ObjectNode entry : entries) {
      Ports.unify(entry);
      if (stateOf(entry).equals("absent") || (stateOf(entry).equals("down") && isVirtual(entry))) {
        remove(entry);
      }
    }
    entries.stream().filter(entry -> !stateOf(entry).equals("absent")).forEach(this::put);
    entries.stream().filter(entry -> stateOf(entry).equals("up")).forEach(this::claimPorts);
    entries.stream().filter(entry -> stateOf(entry).equals("up")).forEach(this::requireBase);
    routes(desired.at("/routes/config"));
    if (desired.path("dns-resolver").has("config")) {
      state.tree().withObject("/dns-resolver").set("config", dns(desired));
    }
    mappings(desired.at("/ovn/bridge-mappings"));
    state.derive();
  }

  /** An empty list purges as a missing one does, and is not shown. */
  private static ObjectNode dns(JsonNode desired) {
    ObjectNode config = Json.object();
    desired
        .at("/dns-resolver/config")
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isEmpty()) {
                config.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
    return config;
  }

  private void remove(ObjectNode entry) {
    String name = entry.path("name").asText();
    Optional<ObjectNode> present = find(entry);
    if (present.isEmpty()) {
      return;
    }
    ObjectNode current = present.get();
    if (PHYSICAL.contains(current.path("type").asText())) {
      reset(current);
      return;
    }
    Ports.of(current).forEach(port -> free(port, name));
    Json.keep(state.interfaces(), other -> other != current);
    dropRoutes(name);
    // What stands on a removed parent goes with it, one level deep.
    for (ObjectNode other : Json.objects(state.interfaces())) {
      boolean child = baseOf(other).filter(name::equals).isPresent();
      boolean internal =
          other.path("type").asText().equals("ovs-interface")
              && other.path("controller").asText().equals(name)
              && current.path("type").asText().equals("ovs-bridge");
      if (child || internal) {
        Json.keep(state.interfaces(), kept -> kept != other);
        dropRoutes(other.path("name").asText());
      }
    }
  }

  private void reset(ObjectNode nic) {
    nic.put("state", "down");
    nic.remove("controller");
    nic.putObject("ipv4").put("enabled", false);
    nic.putObject("ipv6").put("enabled", false);
    dropRoutes(nic.path("name").asText());
  }

  private void put(ObjectNode desired) {
    if (stateOf(desired).equals("ignore")
        || (stateOf(desired).equals("down") && isVirtual(desired))) {
      return;
    }
    ObjectNode entry = find(desired).orElseGet(() -> create(desired));
    List<String> portsBefore = Ports.of(entry);
    ObjectNode change = desired.deepCopy();
    change.remove(NOT_SHOWN);
    if (change.path("controller").asText("-").isEmpty()) {
      change.remove("controller");
      entry.remove("controller");
    }
    change.put("state", stateOf(desired));
    Json.merge(entry, change);
    for (String family : List.of("ipv4", "ipv6")) {
      if (!entry.path(family).path("enabled").asBoolean()) {
        entry.putObject(family).put("enabled", false);
      }
    }
    if (stateOf(desired).equals("down")) {
      reset(entry);
    }
    List<String> ports = Ports.of(entry);
    portsBefore.stream()
        .filter(port -> !ports.contains(port))
        .forEach(port -> free(port, entry.path("name").asText()));
    String source = desired.path("copy-mac-from").asText();
    state.find(source).ifPresent(from -> entry.set("mac-address", from.path("mac-address")));
  }

  private ObjectNode create(ObjectNode desired) {
    String name = desired.path("name").asText();
    String type = desired.path("type").asText();
    if (PHYSICAL.contains(type) || type.isEmpty()) {
      throw new Refused(
          "InvalidArgument", "Failed to find unknown type interface " + name + " in current state");
    }
    ObjectNode entry = state.interfaces().addObject();
    entry.put("name", name).put("type", type).put("state", "up");
    entry.put("mac-address", macFor(desired));
    entry.put("mtu", 1500);
    entry.putObject("ipv4").put("enabled", false);
    entry.putObject("ipv6").put("enabled", false);
    return entry;
  }

  private String macFor(ObjectNode desired) {
    return Ports.of(desired).stream()
        .flatMap(port -> state.find(port).stream())
        .map(port -> port.path("mac-address").asText())
        .findFirst()
        .orElseGet(
            () ->
                "02:00:%08X"
                    .formatted(desired.path("name").asText().hashCode())
                    .replaceAll("(?<=[0-9A-F])(?=([0-9A-F]{2})+$)", ":"));
  }

  private void claimPorts(ObjectNode desired) {
    String name = desired.path("name").asText();
    boolean ovs = desired.path("type").asText().equals("ovs-bridge");
    for (String port : Ports.stated(desired).orElse(List.of())) {
      ObjectNode entry =
          state
              .find(port)
              .filter(found -> !(ovs && found.path("type").asText().equals("ovs-bridge")))
              .or(() -> ovs ? Optional.of(internal(port)) : Optional.empty())
              .orElseThrow(
                  () ->
                      new Refused(
                          "InvalidArgument",
                          "Controller interface " + name + " is holding unknown port " + port));
      steal(port, name);
      entry.put("controller", name).put("state", "up");
      if (!desired.path("type").asText().equals("vrf")
          && !entry.path("type").asText().equals("ovs-interface")) {
        entry.putObject("ipv4").put("enabled", false);
        entry.putObject("ipv6").put("enabled", false);
        dropRoutes(port);
      }
    }
  }

  /** OVS makes an interface for a port that nobody else has made; also for a mistyped one. */
  private ObjectNode internal(String port) {
    return Json.objects(state.interfaces()).stream()
        .filter(entry -> entry.path("name").asText().equals(port))
        .filter(entry -> entry.path("type").asText().equals("ovs-interface"))
        .findFirst()
        .orElseGet(() -> create(Json.object().put("name", port).put("type", "ovs-interface")));
  }

  /** A port that another controller has is moved without a word. */
  private void steal(String port, String newController) {
    for (ObjectNode other : Json.objects(state.interfaces())) {
      if (!other.path("name").asText().equals(newController) && Ports.of(other).contains(port)) {
        for (String list : List.of("/bridge", "/link-aggregation", "/vrf")) {
          if (other.at(list).path("port") instanceof ArrayNode ports) {
            Json.keep(
                ports,
                entry -> !(entry.isTextual() ? entry : entry.path("name")).asText().equals(port));
          }
        }
      }
    }
  }

  /** The former address of a port does not come back. */
  private void free(String port, String controller) {
    state
        .find(port)
        .filter(entry -> entry.path("controller").asText().equals(controller))
        .ifPresent(entry -> entry.remove("controller"));
  }

  private void requireBase(ObjectNode desired) {
    baseOf(desired)
        .filter(base -> state.find(base).isEmpty())
        .ifPresent(
            base -> {
              throw new Refused(
                  "InvalidArgument",
                  "Interface %s is using base interface %s which does not exist"
                      .formatted(desired.path("name").asText(), base));
            });
  }

  private void routes(JsonNode desired) {
    ArrayNode config = state.routes("config");
    for (JsonNode route : desired) {
      if (route.path("state").asText().equals("absent")) {
        Json.keep(config, present -> !matches(route, present));
      }
    }
    for (JsonNode route : desired) {
      if (!route.path("state").asText().equals("absent")) {
        ObjectNode added = route.deepCopy();
        if (!added.has("table-id")) {
          added.put("table-id", HostState.MAIN_TABLE);
        }
        Json.keep(config, present -> !present.equals(added));
        config.add(added);
      }
    }
  }

  private static boolean matches(JsonNode pattern, JsonNode route) {
    return pattern.properties().stream()
        .filter(key -> !key.getKey().equals("state"))
        .allMatch(key -> key.getValue().asText().equals(route.path(key.getKey()).asText()));
  }

  private void mappings(JsonNode desired) {
    ArrayNode mappings = state.mappings();
    for (JsonNode mapping : desired) {
      Json.keep(mappings, present -> !present.path("localnet").equals(mapping.path("localnet")));
      if (!mapping.path("state").asText().equals("absent")) {
        mappings
            .addObject()
            .put("localnet", mapping.path("localnet").asText())
            .put("bridge", mapping.path("bridge").asText());
      }
    }
  }

  private void dropRoutes(String name) {
    Json.keep(
        state.routes("config"), route -> !route.path("next-hop-interface").asText().equals(name));
  }

  /** User space interfaces of different types may share a name. */
  private Optional<ObjectNode> find(ObjectNode desired) {
    String type = desired.path("type").asText();
    return Json.objects(state.interfaces()).stream()
        .filter(entry -> entry.path("name").equals(desired.path("name")))
        .filter(
            entry ->
                type.isEmpty()
                    || entry.path("type").asText().equals(type)
                    || !(USER_SPACE.contains(type)
                        || USER_SPACE.contains(entry.path("type").asText())))
        .findFirst();
  }

  private boolean isVirtual(ObjectNode desired) {
    String type =
        find(desired).map(entry -> entry.path("type")).orElse(desired.path("type")).asText();
    return !PHYSICAL.contains(type) && !type.equals("loopback");
  }

  private static Optional<String> baseOf(JsonNode entry) {
    for (String kind : List.of("vlan", "vxlan", "mac-vlan", "mac-vtap", "ipvlan", "macsec")) {
      String base = entry.path(kind).path("base-iface").asText();
      if (!base.isEmpty()) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }

  private static String stateOf(JsonNode entry) {
    return entry.path("state").asText("up");
  }
}
