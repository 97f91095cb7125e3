package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Names one Kubernetes object; the namespace is empty for cluster-scoped kinds. */
public record ObjectRef(String apiVersion, String kind, Optional<String> namespace, String name) {

  public static ObjectRef cluster(String apiVersion, String kind, String name) {
    return new ObjectRef(apiVersion, kind, Optional.empty(), name);
  }

  public static ObjectRef in(String namespace, String apiVersion, String kind, String name) {
    return new ObjectRef(apiVersion, kind, Optional.of(namespace), name);
  }

  public static ObjectRef of(JsonNode object) {
    String namespace = object.at("/metadata/namespace").asText("");
    return new ObjectRef(
        object.path("apiVersion").asText(),
        object.path("kind").asText(),
        namespace.isEmpty() ? Optional.empty() : Optional.of(namespace),
        object.at("/metadata/name").asText());
  }

  /** {@code namespace/name} or {@code name}. */
  public String qualifiedName() {
    return namespace.map(value -> value + "/" + name).orElse(name);
  }
}
