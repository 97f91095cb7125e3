package io.kubevirtnet.platform;

import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which input of a node type says what stands in the list of a provider. */
record TypeOrigins(List<NodeTypeSpec> types) {

  /** The input and its type, {@code guestAddresses.cidr of small}; absent where there is none. */
  Value<String> of(PropertyPath place) {
    return types.stream()
        .filter(type -> place.text().startsWith(type.path() + "."))
        .findFirst()
        .flatMap(type -> of(type, place.text().substring(type.path().text().length() + 1)))
        .orElseGet(() -> new Value.Absent<>(place));
  }

  /** That of the nearest thing around it. */
  private static Optional<Value<String>> of(NodeTypeSpec type, String place) {
    return type.origins().known().orElse(Map.of()).entrySet().stream()
        .filter(origin -> covers(origin.getKey(), place))
        .max(Comparator.comparingInt(origin -> origin.getKey().length()))
        .map(origin -> origin.getValue().with(type.name(), (input, name) -> input + " of " + name));
  }

  private static boolean covers(String origin, String place) {
    return place.startsWith(origin)
        && (place.length() == origin.length() || ".[".indexOf(place.charAt(origin.length())) >= 0);
  }
}
