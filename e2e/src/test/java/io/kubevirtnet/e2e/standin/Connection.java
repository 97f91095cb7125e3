package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.Kubeconfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster of a provider: its own kubeconfig (text or path), else KUBECONFIG; none is allowed in
 * a preview.
 */
record Connection(Optional<KubeApi> api, String namespace) {
  private static final String DEFAULT_NAMESPACE = "default";

  static Connection of(ObjectNode configuration, Map<String, String> environment) {
    Optional<String> text =
        nonEmpty(configuration.path("kubeconfig").asText())
            .or(() -> nonEmpty(environment.getOrDefault("KUBECONFIG", "")))
            .map(Connection::read);
    if (text.isEmpty()) {
      return new Connection(Optional.empty(), DEFAULT_NAMESPACE);
    }
    Kubeconfig access =
        Kubeconfig.parse(text.get(), nonEmpty(configuration.path("context").asText()));
    String namespace =
        nonEmpty(configuration.path("namespace").asText()).orElse(access.namespace());
    return new Connection(Optional.of(new KubeApi(access)), namespace);
  }

  KubeApi required() {
    return api.orElseThrow(
        () ->
            new IllegalStateException(
                "configured Kubernetes cluster is unreachable: no kubeconfig is configured and"
                    + " KUBECONFIG is not set"));
  }

  /** Whether the cluster serves the kind; false without a cluster. */
  boolean serves(ObjectNode object) {
    return api.flatMap(
            client ->
                client.resource(object.path("apiVersion").asText(), object.path("kind").asText()))
        .isPresent();
  }

  /** A kind that is not known yet counts as namespaced. */
  boolean isNamespaced(ObjectNode object) {
    return api.flatMap(
            client ->
                client.resource(object.path("apiVersion").asText(), object.path("kind").asText()))
        .map(resource -> resource.namespaced())
        .orElse(true);
  }

  /** The object as the server takes it: one that is not in a namespace names none. */
  ObjectNode placed(ObjectNode inputs) {
    ObjectNode object = inputs.deepCopy();
    if (!isNamespaced(object)) {
      object.withObjectProperty("metadata").remove("namespace");
    }
    return object;
  }

  private static Optional<String> nonEmpty(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private static String read(String textOrPath) {
    if (textOrPath.contains("clusters") && textOrPath.contains(":")) {
      return textOrPath;
    }
    try {
      return Files.readString(Path.of(textOrPath));
    } catch (IOException e) {
      throw new UncheckedIOException("kubeconfig " + textOrPath, e);
    }
  }
}
