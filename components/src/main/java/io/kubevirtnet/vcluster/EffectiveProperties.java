package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The properties that count for one machine, by key, in the order of the keys.
 *
 * @param properties those that nobody says are left out
 * @param others what any other key may be, while a map of properties is not known as a whole
 */
public record EffectiveProperties(
    Map<String, NodeProperty> properties, Optional<NodeProperty> others) {
  public EffectiveProperties {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  public EffectiveProperties(Map<String, NodeProperty> properties) {
    this(properties, Optional.empty());
  }

  /** Without the platform's defaults, which count only for machines that need them. */
  public static EffectiveProperties of(NodeSources sources) {
    return new PropertyMerge(sources).all();
  }

  public Optional<NodeProperty> find(String key) {
    return Optional.ofNullable(properties.get(key))
        .or(
            () ->
                others
                    .filter(o -> !PropertyMerge.isIgnored(key, o.origin()))
                    .map(o -> new NodeProperty(key, o.value(), o.origin())));
  }

  public Optional<NodeProperty> find(PropertyKey key) {
    return find(key.key());
  }

  /** One that has an effect: an empty text, or what is no text at all, counts as nothing. */
  public Optional<NodeProperty> set(PropertyKey key) {
    return find(key)
        .filter(p -> p.value().isOpen() || p.value().text().filter(t -> !t.isEmpty()).isPresent());
  }

  /** What a property says, when it says something and that is known. */
  public Optional<String> text(PropertyKey key) {
    return set(key).flatMap(p -> p.value().text());
  }

  public boolean isOpen(PropertyKey key) {
    return find(key).filter(p -> p.value().isOpen()).isPresent();
  }

  EffectiveProperties with(NodeProperty property) {
    var more = new TreeMap<>(properties);
    more.put(property.key(), property);
    return new EffectiveProperties(more, others);
  }

  /** What the platform takes where nobody says anything. */
  EffectiveProperties withDefault(PropertyKey key, String value, NodeProperty because) {
    if (set(key).isPresent()) {
      return this;
    }
    var tree = Tree.of((Object) value).writtenAt(because.value().written());
    return with(
        new NodeProperty(
            key.key(), Part.of(because.value().path(), (Scalar) tree), PropertyOrigin.DEFAULT));
  }
}
