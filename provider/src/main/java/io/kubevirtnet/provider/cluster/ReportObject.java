package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.nmstate.NetworkState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads a NodeNetworkState. */
final class ReportObject {
  private ReportObject() {}

  /** Nothing when the handler has not reported yet. */
  static Optional<NodeReport> read(JsonNode object) {
    var status = object.path("status");
    if (!status.path("currentState").isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new NodeReport(
            object.path("metadata").path("name").asText(),
            new NetworkState(JsonTree.fields(status.path("currentState"))),
            instant(status.path("lastSuccessfulUpdateTime").asText()),
            Optional.of(status.path("handlerNmstateVersion").asText()).filter(v -> !v.isEmpty())));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
