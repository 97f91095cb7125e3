package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of some bridges and localnets the CNI configuration of a network attachment uses. */
record CniUse(Collection<String> bridges, Collection<String> localnets) {

  /** Nothing when it uses none, or is no JSON: then no pod can use it either. */
  Optional<String> target(String config) {
    try {
      var root = JsonTree.MAPPER.readTree(config);
      var plugins = root.path("plugins");
      return plugins.isArray()
          ? Stream.iterate(0, i -> i < plugins.size(), i -> i + 1)
              .flatMap(i -> target(plugins.get(i), root.path("name").asText()).stream())
              .findFirst()
          : target(root, root.path("name").asText());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> target(JsonNode plugin, String network) {
    return switch (plugin.path("type").asText()) {
      case "bridge", "cnv-bridge", "ovs" ->
          Optional.of(plugin.path("bridge").asText()).filter(bridges::contains);
      case "ovn-k8s-cni-overlay" ->
          plugin.path("topology").asText().equals("localnet")
              ? Optional.of(plugin.path("physicalNetworkName").asText(network))
                  .filter(localnets::contains)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
