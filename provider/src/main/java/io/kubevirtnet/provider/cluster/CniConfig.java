package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The plugins of a CNI configuration in their order, right or not. */
record CniConfig(String name, List<JsonNode> plugins) {
  CniConfig {
    plugins = List.copyOf(plugins);
  }

  /** Nothing when it is no JSON object: then no pod can use it either. */
  static Optional<CniConfig> read(String text) {
    try {
      var root = JsonTree.MAPPER.readTree(text);
      if (!root.isObject()) {
        return Optional.empty();
      }
      var plugins = root.path("plugins");
      return Optional.of(
          new CniConfig(
              root.path("name").asText(),
              plugins.isArray()
                  ? StreamSupport.stream(plugins.spliterator(), false).toList()
                  : List.of(root)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static String type(JsonNode plugin) {
    return plugin.path("type").asText();
  }

  /** The bridge of the node that a plugin connects to. */
  static Optional<String> bridge(JsonNode plugin) {
    return switch (type(plugin)) {
      case "bridge", "cnv-bridge", "ovs" -> text(plugin, "bridge");
      default -> Optional.empty();
    };
  }

  /** The same, where it is one of the kernel. */
  static Optional<String> linuxBridge(JsonNode plugin) {
    return type(plugin).equals("ovs") ? Optional.empty() : bridge(plugin);
  }

  /** The localnet that a plugin of OVN-Kubernetes connects to; it has the name of the network. */
  Optional<String> localnet(JsonNode plugin) {
    boolean localnet =
        type(plugin).equals("ovn-k8s-cni-overlay")
            && plugin.path("topology").asText().equals("localnet");
    return localnet
        ? Optional.of(text(plugin, "physicalNetworkName").orElse(name))
        : Optional.empty();
  }

  static Optional<String> text(JsonNode plugin, String key) {
    return Optional.of(plugin.path(key).asText()).filter(t -> !t.isEmpty());
  }
}
