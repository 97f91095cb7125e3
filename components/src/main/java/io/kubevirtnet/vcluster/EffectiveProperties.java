package io.kubevirtnet.vcluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The properties that count for one machine, by key, in the order of the keys.
 *
 * @param properties those that nobody says are left out
 */
public record EffectiveProperties(Map<String, NodeProperty> properties) {
  public EffectiveProperties {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  public Optional<NodeProperty> find(String key) {
    return Optional.ofNullable(properties.get(key));
  }
}
