package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import java.util.Optional;

/**
 * Kind and name of an object that is read, perhaps for the first time (an import knows its URN and
 * ID only).
 */
final class Identity {
  private Identity() {}

  static ObjectRef of(String urn, String id, ObjectNode inputs) {
    String type = urn.split("::")[2];
    String token = type.substring(type.lastIndexOf('$') + 1).replaceFirst("^kubernetes:", "");
    int colon = token.lastIndexOf(':');
    String apiVersion =
        inputs.path("apiVersion").asText(token.substring(0, colon).replaceFirst("^core/", ""));
    String kind = inputs.path("kind").asText(token.substring(colon + 1));
    int slash = id.indexOf('/');
    Optional<String> namespace = slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash));
    return new ObjectRef(apiVersion, kind, namespace, id.substring(slash + 1));
  }
}
