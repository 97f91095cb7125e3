package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Fields that cannot be changed in place. */
final class Replacements {
  private static final List<String> ALWAYS =
      List.of("apiVersion", "kind", "metadata.name", "metadata.namespace");

  private Replacements() {}

  static boolean forces(String path, ObjectNode inputs) {
    return ALWAYS.contains(path)
        || ofKind(inputs.path("apiVersion").asText(), inputs.path("kind").asText()).stream()
            .anyMatch(
                root ->
                    path.equals(root)
                        || path.startsWith(root + ".")
                        || path.startsWith(root + "["));
  }

  /** pulumi-kubernetes treats these as immutable unless it is configured otherwise. */
  private static List<String> ofKind(String apiVersion, String kind) {
    if (!apiVersion.equals("v1")) {
      return List.of();
    }
    return switch (kind) {
      case "ConfigMap" -> List.of("binaryData", "data");
      case "Secret" -> List.of("type", "stringData", "data");
      default -> List.of();
    };
  }
}
