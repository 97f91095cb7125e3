package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from a node's configuration: leased addresses, controllers, running routes, DNS. */
final class Derived {
  private final HostState state;

  Derived(HostState state) {
    this.state = state;
  }

  void refresh() {
    ArrayNode running = state.routes("running");
    running.removeAll();
    List<String> leasedDns = new ArrayList<>();
    for (ObjectNode entry : Json.objects(state.interfaces())) {
      if (!isUp(entry) || !entry.at("/ipv4/dhcp").asBoolean()) {
        continue;
      }
      ArrayNode addresses = entry.withObject("/ipv4").putArray("address");
      leaseOf(entry.path("name").asText(), new HashSet<>())
          .ifPresent(
              lease -> {
                addresses
                    .addObject()
                    .put("ip", lease.address())
                    .put("prefix-length", lease.prefix());
                running
                    .addObject()
                    .put("destination", "0.0.0.0/0")
                    .put("next-hop-interface", entry.path("name").asText())
                    .put("next-hop-address", lease.gateway())
                    .put("metric", 100)
                    .put("table-id", HostState.MAIN_TABLE);
                leasedDns.add(lease.gateway());
              });
    }
    for (JsonNode route : state.routes("config")) {
      if (state.find(route.path("next-hop-interface").asText()).filter(Derived::isUp).isPresent()) {
        running.add(route.deepCopy());
      }
    }
    refreshDns(leasedDns);
  }

  /** Configured servers win over leased ones. */
  private void refreshDns(List<String> leased) {
    JsonNode config = state.tree().at("/dns-resolver/config");
    ObjectNode running = state.tree().withObject("/dns-resolver").putObject("running");
    if (!config.path("server").isEmpty()) {
      running.setAll((ObjectNode) config.deepCopy());
    } else if (!leased.isEmpty()) {
      ArrayNode servers = running.putArray("server");
      leased.stream().distinct().forEach(servers::add);
    }
  }

  /** The lease of the NIC at the bottom of an interface. */
  private Optional<Lease> leaseOf(String name, Set<String> seen) {
    if (!seen.add(name)) {
      return Optional.empty();
    }
    Lease own = state.leases().get(name);
    if (own != null) {
      return Optional.of(own);
    }
    return state.find(name).stream()
        .flatMap(entry -> below(entry).stream())
        .flatMap(lower -> leaseOf(lower, seen).stream())
        .findFirst();
  }

  private List<String> below(ObjectNode entry) {
    List<String> names = new ArrayList<>(Ports.of(entry));
    // The network at another VLAN is another one.
    for (String kind : List.of("mac-vlan", "mac-vtap", "ipvlan")) {
      String base = entry.path(kind).path("base-iface").asText();
      if (!base.isEmpty()) {
        names.add(base);
      }
    }
    if (entry.path("type").asText().equals("ovs-interface")) {
      String bridge = entry.path("controller").asText();
      Json.objects(state.interfaces()).stream()
          .filter(other -> other.path("type").asText().equals("ovs-bridge"))
          .filter(other -> other.path("name").asText().equals(bridge))
          .flatMap(other -> Ports.of(other).stream())
          .forEach(names::add);
    }
    return names;
  }

  private static boolean isUp(JsonNode entry) {
    return entry.path("state").asText("up").equals("up");
  }
}
