package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The states of a policy and what its four conditions say in each. */
enum PolicyPhase {
  UNKNOWN("", "Unknown", "Unknown", "Unknown", "Unknown"),
  PROGRESSING("ConfigurationProgressing", "Unknown", "Unknown", "True", "False"),
  SUCCESS("SuccessfullyConfigured", "True", "False", "False", "False"),
  FAILED("FailedToConfigure", "False", "True", "False", "False"),
  NO_NODE("NoMatchingNode", "False", "False", "False", "True");

  private static final List<String> TYPES =
      List.of("Available", "Degraded", "Progressing", "Ignored");

  private final String reason;
  private final List<String> values;

  PolicyPhase(String reason, String... values) {
    this.reason = reason;
    this.values = List.of(values);
  }

  void writeTo(ObjectNode status, String message) {
    Conditions conditions = Conditions.of(status);
    for (int i = 0; i < TYPES.size(); i++) {
      String type = TYPES.get(i);
      String why = this == FAILED && type.equals("Progressing") ? PROGRESSING.reason : reason;
      conditions.set(type, values.get(i), why, values.get(i).equals("True") ? message : "");
    }
  }
}
