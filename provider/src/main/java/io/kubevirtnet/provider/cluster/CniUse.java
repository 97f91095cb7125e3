package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** Which of some bridges and localnets the CNI configuration of a network attachment uses. */
record CniUse(Collection<String> bridges, Collection<String> localnets) {

  /** Nothing when it uses none, or is no JSON: then no pod can use it either. */
  Optional<String> target(String config) {
    return CniConfig.read(config)
        .flatMap(c -> c.plugins().stream().flatMap(p -> target(c, p).stream()).findFirst());
  }

  private Optional<String> target(CniConfig config, JsonNode plugin) {
    return CniConfig.bridge(plugin)
        .filter(bridges::contains)
        .or(() -> config.localnet(plugin).filter(localnets::contains));
  }
}
