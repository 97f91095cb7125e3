package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The states of an enactment and what its five conditions say in each. */
enum EnactmentPhase {
  FRESH("", "Unknown", "Unknown", "Unknown", "Unknown", "Unknown"),
  APPLYING("ConfigurationProgressing", "Unknown", "Unknown", "True", "False", "False"),
  AVAILABLE("SuccessfullyConfigured", "True", "False", "False", "False", "False"),
  PENDING("MaxUnavailableLimitReached", "False", "False", "False", "True", "False"),
  RETRYING("Retrying", "False", "True", "True", "False", "False"),
  FAILED("FailedToConfigure", "False", "True", "False", "False", "False"),
  ABORTED("ConfigurationAborted", "False", "False", "False", "False", "True");

  private static final List<String> TYPES =
      List.of("Available", "Failing", "Progressing", "Pending", "Aborted");

  private final String reason;
  private final List<String> values;

  EnactmentPhase(String reason, String... values) {
    this.reason = reason;
    this.values = List.of(values);
  }

  void writeTo(ObjectNode status, String message) {
    Conditions conditions = Conditions.of(status);
    for (int i = 0; i < TYPES.size(); i++) {
      String type = TYPES.get(i);
      // Upstream repeats the message of a pending enactment there.
      boolean said =
          values.get(i).equals("True") || (this == PENDING && type.equals("Progressing"));
      String why =
          type.equals("Aborted") && (this == RETRYING || this == FAILED)
              ? AVAILABLE.reason
              : reason;
      conditions.set(type, values.get(i), why, said ? message : "");
    }
  }

  /** Whether an enactment of this generation is in this state. */
  boolean isOf(JsonNode status, long generation) {
    if (status.path("policyGeneration").asLong() != generation) {
      return false;
    }
    for (int i = 0; i < TYPES.size(); i++) {
      if (!Conditions.is(status, TYPES.get(i), values.get(i))) {
        return false;
      }
    }
    return true;
  }
}
