package io.kubevirtnet.vcluster;

import static io.kubevirtnet.vcluster.PropertyOrigin.CLAIM;
import static io.kubevirtnet.vcluster.PropertyOrigin.ENVIRONMENT;
import static io.kubevirtnet.vcluster.PropertyOrigin.OS_IMAGE;
import static io.kubevirtnet.vcluster.PropertyOrigin.PROVIDER;
import static io.kubevirtnet.vcluster.PropertyOrigin.TYPE;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Null;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts together who says what: provider, type, environment, claim and image, in this order. */
final class PropertyMerge {
  private static final Set<PropertyKey> SOURCE =
      Set.of(PropertyKey.IMAGE_URL, PropertyKey.IMAGE_DATA_SOURCE);
  private static final Set<PropertyKey> SOURCE_AND_CHECKSUM =
      Set.of(PropertyKey.IMAGE_URL, PropertyKey.IMAGE_DATA_SOURCE, PropertyKey.IMAGE_CHECKSUM);

  private static final Set<PropertyKey> DECIDING =
      Set.of(PropertyKey.ENVIRONMENT_NAME, PropertyKey.MACHINE_TEMPLATE);

  private final NodeSources sources;
  private final Map<PropertyOrigin, Part> own = new EnumMap<>(PropertyOrigin.class);

  PropertyMerge(NodeSources sources) {
    this.sources = sources;
    own.put(PROVIDER, sources.provider().get("spec", "properties"));
    own.put(TYPE, sources.type().get("properties"));
    sources.claim().ifPresent(c -> own.put(CLAIM, c.get("spec", "properties")));
  }

  EffectiveProperties all() {
    var merged = merged(withEnvironment());
    var image = osImage();
    return image.isUsed() ? overlaid(merged, image.properties()) : merged;
  }

  /** The maps of properties that count, by who wrote them. */
  Map<PropertyOrigin, Part> layers() {
    var layers = withEnvironment();
    var image = osImage();
    if (image.isUsed()) {
      layers.put(OS_IMAGE, image.properties());
    }
    return layers;
  }

  /** The environment, named by the properties of all others, else by the claim itself. */
  NamedSource environment() {
    var name = merged(own).set(PropertyKey.ENVIRONMENT_NAME).map(NodeProperty::value);
    return new NamedSource(
        name.or(
            () -> sources.claim().map(c -> c.get("spec", "environmentRef")).filter(Part::isSet)),
        sources.environment(),
        sources.claim().isEmpty());
  }

  NamedSource osImage() {
    var name = merged(withEnvironment()).set(PropertyKey.OS_IMAGE_NAME).map(NodeProperty::value);
    return new NamedSource(name, sources.osImage(), false);
  }

  private Map<PropertyOrigin, Part> withEnvironment() {
    var layers = new EnumMap<>(own);
    var environment = environment();
    if (environment.isUsed()) {
      layers.put(ENVIRONMENT, environment.properties());
    }
    return layers;
  }

  /** Whether the documents say that an image's own wins. */
  static boolean isSource(String key) {
    return SOURCE_AND_CHECKSUM.stream().anyMatch(k -> k.key().equals(key));
  }

  private static EffectiveProperties merged(Map<PropertyOrigin, Part> layers) {
    var merged = new EffectiveProperties(Map.of());
    for (var layer : layers.entrySet()) {
      merged = over(merged, layer.getKey(), layer.getValue());
    }
    return merged;
  }

  /** What is not known as a whole may say anything else about every key. */
  private static EffectiveProperties over(
      EffectiveProperties below, PropertyOrigin origin, Part layer) {
    if (layer.isOpen()) {
      var all = new TreeMap<String, NodeProperty>();
      below
          .properties()
          .keySet()
          .forEach(key -> all.put(key, new NodeProperty(key, layer, origin)));
      return new EffectiveProperties(all, Optional.of(new NodeProperty("", layer, origin)));
    }
    var merged = below;
    for (var key : keys(layer)) {
      if (!isIgnored(key, origin)) {
        merged = merged.with(new NodeProperty(key, layer.get(key), origin));
      }
    }
    return merged;
  }

  private static EffectiveProperties overlaid(EffectiveProperties below, Part image) {
    if (SOURCE.stream().noneMatch(k -> image.get(k.key()).isSet())) {
      return over(below, OS_IMAGE, image);
    }
    var kept = new TreeMap<>(below.properties());
    SOURCE_AND_CHECKSUM.forEach(k -> kept.remove(k.key()));
    return over(new EffectiveProperties(kept, below.others()), OS_IMAGE, image);
  }

  /** The keys of a map, where it is one. */
  static List<String> keys(Part layer) {
    return layer.tree().stream()
        .filter(Fields.class::isInstance)
        .flatMap(t -> ((Fields) t).fields().entrySet().stream())
        .filter(e -> !(e.getValue() instanceof Null))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What decides which sources there are is not read from sources that come of it. */
  static boolean isIgnored(String key, PropertyOrigin origin) {
    return PropertyKey.find(key)
        .filter(DECIDING::contains)
        .filter(k -> !k.mayBeSaidBy(origin))
        .isPresent();
  }
}
