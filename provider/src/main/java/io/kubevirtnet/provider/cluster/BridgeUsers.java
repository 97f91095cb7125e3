package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds what uses a bridge or localnet: network attachments, networks of OVN-Kubernetes, and the
 * virtual machines that run on those attachments. A kind that the cluster does not know has none.
 */
final class BridgeUsers {
  private final Listing listing;
  private final CniUse use;
  private final Collection<String> localnets;
  private final TreeMap<String, String> targets = new TreeMap<>();
  private final TreeMap<String, BridgeUser> users = new TreeMap<>();

  BridgeUsers(Listing listing, Collection<String> bridges, Collection<String> localnets) {
    this.listing = listing;
    this.use = new CniUse(bridges, localnets);
    this.localnets = localnets;
  }

  /** In the order of kind, namespace and name. */
  List<BridgeUser> read() {
    each(ApiKind.ATTACHMENTS, this::attachment);
    each(ApiKind.CLUSTER_NETWORKS, this::network);
    if (!targets.isEmpty()) {
      each(ApiKind.MACHINES, this::machine);
    }
    return List.copyOf(users.values());
  }

  private void each(ApiKind kind, Consumer<JsonNode> object) {
    try {
      listing.read(kind, ApiQuery.ALL, Listing.PAGE, object);
    } catch (ClusterProblem e) {
      if (e.kind() != Kind.NO_SUCH_KIND) {
        throw e;
      }
    }
  }

  private void attachment(JsonNode object) {
    use.target(object.path("spec").path("config").asText())
        .ifPresent(
            target -> {
              targets.put(namespace(object) + "/" + name(object), target);
              add("NetworkAttachmentDefinition", object, target);
            });
  }

  private void network(JsonNode object) {
    var network = object.path("spec").path("network");
    var target = network.path("localnet").path("physicalNetworkName").asText();
    if (network.path("topology").asText().equals("Localnet") && localnets.contains(target)) {
      add("ClusterUserDefinedNetwork", object, target);
    }
  }

  private void machine(JsonNode object) {
    MachineNetworks.ofInstance(object).stream()
        .filter(targets::containsKey)
        .findFirst()
        .ifPresent(
            network -> add("VirtualMachineInstance", object, targets.getOrDefault(network, "")));
  }

  private void add(String kind, JsonNode object, String target) {
    var user =
        new BridgeUser(
            kind,
            namespace(object),
            name(object),
            target,
            object.path("metadata").has("deletionTimestamp"));
    users.put(String.join("/", kind, user.namespace(), user.name()), user);
  }

  private static String namespace(JsonNode object) {
    return object.path("metadata").path("namespace").asText();
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }
}
