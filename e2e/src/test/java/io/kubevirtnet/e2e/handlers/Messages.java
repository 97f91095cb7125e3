package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.JsonNode;

/** What handlers write for people to read, in upstream's form and with upstream's slips. */
final class Messages {
  static final String APPLYING = "Applying desired state";
  static final String RECONCILED = "successfully reconciled";
  static final String WAITING = "Waiting for progressing nodes to finish";

  private Messages() {}

  static String aborted(String enactment) {
    return "reconciliation of enactment \"" + enactment + "\" has aborted";
  }

  static String retrying(String node, int attempt, int attempts) {
    return "failed to reconcile NodeNetworkConfigurationPolicy on node %s. Retrying %d/%d"
        .formatted(node, attempt, attempts);
  }

  static String notGenerated(NmstateError error) {
    return "failure generating desiredState and capturedStates: failed calling nmstatectl rollback:"
        + " , "
        + error.onStandardError()
        + ": failed to execute nmstatectl policy --current /tmp/currentState --json"
        + " --output-captured /tmp/capturedState /tmp/policy: exit status 1";
  }

  static String failed(String node, NmstateError error) {
    return failed(
        node,
        ", "
            + error.onStandardError()
            + ": failed to execute nmstatectl apply --no-commit --timeout 480: exit status 1");
  }

  static String failedProbe(String node, String probe, JsonNode current) {
    return failed(
        node,
        "rolling back desired state configuration: failed runnig probes after network changes:"
            + " failed runnig probe '%s' with after network reconfiguration -> currentState: %s:"
                .formatted(probe, Json.yaml(current))
            + " context deadline exceeded");
  }

  private static String failed(String node, String cause) {
    return "error reconciling NodeNetworkConfigurationPolicy on node %s at desired state apply: %s,\n %s"
        .formatted(node, "\"\"", cause);
  }
}
