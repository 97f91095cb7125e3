package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.Networks.Definition;
import io.kubevirtnet.provider.cluster.Networks.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One reading of the network attachments of a cluster. A kind of user that the cluster does not
 * know has none; one that may not be read is noted.
 */
final class NetworkReading {
  private static final String MACHINE = "VirtualMachine";
  private static final String INSTANCE = "VirtualMachineInstance";
  private static final String ENVIRONMENT = "NodeEnvironment";
  private static final String CLAIM = "NodeClaim";

  /** Who may not read them has nothing to do with nodes. */
  private static final Set<ApiKind> OF_THE_PLATFORM =
      Set.of(ApiKind.NODE_PROVIDERS, ApiKind.NODE_ENVIRONMENTS, ApiKind.NODE_CLAIMS);

  private final Listing listing;
  private final Optional<String> namespace;
  private final TreeMap<String, Definition> definitions = new TreeMap<>();
  private final TreeMap<String, Use> uses = new TreeMap<>();
  private final List<String> notRead = new ArrayList<>();
  private final NodeNetworks nodes = new NodeNetworks();

  NetworkReading(Listing listing, Optional<String> namespace) {
    this.listing = listing;
    this.namespace = namespace;
  }

  Networks read() {
    listing.read(
        namespace.map(ApiKind.ATTACHMENTS::pathIn).orElseGet(ApiKind.ATTACHMENTS::path),
        ApiQuery.ALL,
        Listing.PAGE,
        this::definition);
    users(ApiKind.VIRTUAL_MACHINES, MACHINE + "s", this::machine);
    users(ApiKind.MACHINES, INSTANCE + "s", this::instance);
    users(ApiKind.NODE_PROVIDERS, NodeProviderExpander.KIND + "s", this::nodeProvider);
    users(ApiKind.NODE_ENVIRONMENTS, ENVIRONMENT + "s", o -> ofNode(ENVIRONMENT, o));
    users(ApiKind.NODE_CLAIMS, CLAIM + "s", o -> ofNode(CLAIM, o));
    return new Networks(
        List.copyOf(definitions.values()), List.copyOf(uses.values()), List.copyOf(notRead));
  }

  private void definition(JsonNode object) {
    var definition =
        new Definition(
            namespace(object),
            name(object),
            JsonTree.fields(object)
                .with("apiVersion", NadExpander.API_VERSION)
                .with("kind", NadExpander.KIND),
            NetworkSummary.of(object.path("spec").path("config").asText()));
    definitions.put(definition.reference(), definition);
  }

  private void users(ApiKind kind, String kinds, Consumer<JsonNode> object) {
    try {
      listing.read(kind, ApiQuery.ALL, Listing.PAGE, object);
    } catch (ClusterProblem e) {
      if (e.kind() != Kind.NO_SUCH_KIND && e.kind() != Kind.FORBIDDEN) {
        throw e;
      }
      if (e.kind() == Kind.FORBIDDEN && !OF_THE_PLATFORM.contains(kind)) {
        forbidden(kind, kinds, object);
      }
    }
  }

  /** Who may only look into one namespace is told what is used from there. */
  private void forbidden(ApiKind kind, String kinds, Consumer<JsonNode> object) {
    if (namespace.isEmpty()) {
      notRead.add(kinds + ": not allowed to list them");
      return;
    }
    try {
      listing.read(kind.pathIn(namespace.get()), ApiQuery.ALL, Listing.PAGE, object);
      notRead.add(kinds + " of other namespaces: not allowed to list them");
    } catch (ClusterProblem e) {
      if (e.kind() != Kind.FORBIDDEN) {
        throw e;
      }
      notRead.add(kinds + ": not allowed to list them");
    }
  }

  private void machine(JsonNode object) {
    use("", MachineNetworks.ofMachine(object), MACHINE, namespace(object), name(object));
  }

  /** An instance has the name of its machine, and says more only where it still runs otherwise. */
  private void instance(JsonNode object) {
    var networks = new TreeSet<String>();
    for (var network : MachineNetworks.ofInstance(object)) {
      if (!uses.containsKey(
          key(network, new NetworkUser(MACHINE, namespace(object), name(object))))) {
        networks.add(network);
      }
    }
    use("", networks, INSTANCE, namespace(object), name(object));
  }

  private void nodeProvider(JsonNode object) {
    var provider = JsonTree.fields(object);
    use(
        nodes.add(provider),
        nodes.ofProvider(provider),
        NodeProviderExpander.KIND,
        "",
        name(object));
  }

  private void ofNode(String kind, JsonNode object) {
    var node = JsonTree.fields(object);
    use(nodes.cluster(node), nodes.ofNode(node), kind, namespace(object), name(object));
  }

  private void use(
      String cluster, Set<String> references, String kind, String namespace, String name) {
    var user = new NetworkUser(kind, namespace, name);
    references.forEach(r -> uses.put(key(r, user), new Use(cluster, r, user)));
  }

  private static String key(String reference, NetworkUser user) {
    return String.join("\n", user.kind(), user.namespace(), user.name(), reference);
  }

  private static String namespace(JsonNode object) {
    return object.path("metadata").path("namespace").asText();
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }
}
