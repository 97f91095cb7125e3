package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Counts the enactments of one generation, as every handler does at the end of its work. */
record PolicySummary(int nodes, int ready, int available, int failed, int aborted, int pending) {

  static PolicySummary of(
      int nodes, int ready, List<? extends JsonNode> enactments, long generation) {
    List<? extends JsonNode> current =
        enactments.stream()
            .filter(status -> status.path("policyGeneration").asLong() == generation)
            .toList();
    return new PolicySummary(
        nodes,
        ready,
        count(current, "Available"),
        count(current, "Failing"),
        count(current, "Aborted"),
        count(current, "Pending"));
  }

  PolicyPhase phase() {
    if (nodes == 0) {
      return PolicyPhase.NO_NODE;
    }
    if (failed > 0 || aborted > 0) {
      return PolicyPhase.FAILED;
    }
    return available < ready || pending > 0 ? PolicyPhase.PROGRESSING : PolicyPhase.SUCCESS;
  }

  void writeTo(ObjectNode status) {
    phase().writeTo(status, message());
  }

  private String message() {
    return switch (phase()) {
      case UNKNOWN -> "";
      case NO_NODE -> "Policy does not match any node";
      case FAILED ->
          "%d/%d nodes failed to configure".formatted(failed, nodes)
              + (aborted > 0 ? ", %d nodes aborted configuration".formatted(aborted) : "");
      case PROGRESSING ->
          "Policy is progressing %d/%d nodes finished".formatted(available, ready)
              // Upstream counts the pending ones only when as many have finished as are ready.
              + (available >= ready ? ", %d pending".formatted(pending) : "")
              + notReady();
      case SUCCESS ->
          "%d/%d nodes successfully configured".formatted(available, nodes) + notReady();
    };
  }

  private String notReady() {
    return nodes > ready ? ", %d nodes ignored due to NotReady state".formatted(nodes - ready) : "";
  }

  private static int count(List<? extends JsonNode> enactments, String type) {
    return (int) enactments.stream().filter(status -> Conditions.is(status, type, "True")).count();
  }
}
