package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.provider.cluster.StatusConditions.Condition;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a NodeNetworkConfigurationEnactment. */
final class EnactmentObject {
  static final String POLICY_LABEL = "nmstate.io/policy";
  static final String NODE_LABEL = "nmstate.io/node";

  private EnactmentObject() {}

  static Enactment read(JsonNode object) {
    var captured = new LinkedHashMap<String, Fields>();
    object
        .path("status")
        .path("capturedStates")
        .properties()
        .forEach(e -> captured.put(e.getKey(), JsonTree.fields(e.getValue().path("state"))));
    return read(object, captured);
  }

  /** Without the captured states, which are large. */
  static Enactment summary(JsonNode object) {
    return read(object, Map.of());
  }

  private static Enactment read(JsonNode object, Map<String, Fields> captured) {
    var conditions = StatusConditions.of(object);
    var phase = phase(conditions);
    var labels = object.path("metadata").path("labels");
    return new Enactment(
        labels.path(NODE_LABEL).asText(owner(object)),
        labels.path(POLICY_LABEL).asText(),
        object.path("status").path("policyGeneration").asLong(),
        phase,
        message(conditions, phase),
        captured);
  }

  /** The name is no help: both of its parts may have dots. */
  private static String owner(JsonNode object) {
    for (var owner : object.path("metadata").path("ownerReferences")) {
      if (owner.path("kind").asText().equals("Node")) {
        return owner.path("name").asText();
      }
    }
    return "";
  }

  /** kubernetes-nmstate: enactmentconditions; several of them are True at a time. */
  static Phase phase(StatusConditions conditions) {
    if (conditions.is("Aborted")) {
      return Phase.ABORTED;
    }
    if (conditions.is("Failing")) {
      boolean again =
          conditions.is("Progressing")
              || conditions.get("Failing").filter(c -> c.reason().equals("Retrying")).isPresent();
      return again ? Phase.RETRYING : Phase.FAILED;
    }
    if (conditions.is("Progressing")) {
      return Phase.APPLYING;
    }
    if (conditions.is("Pending")) {
      return Phase.PENDING;
    }
    return conditions.is("Available") ? Phase.DONE : Phase.UNKNOWN;
  }

  private static String message(StatusConditions conditions, Phase phase) {
    var types =
        switch (phase) {
          case RETRYING, FAILED -> List.of("Failing");
          case ABORTED -> List.of("Aborted");
          case APPLYING -> List.of("Progressing");
          case PENDING -> List.of("Pending");
          case DONE -> List.of("Available");
          case UNKNOWN -> List.<String>of();
        };
    return types.stream()
        .flatMap(t -> conditions.get(t).map(Condition::message).or(Optional::empty).stream())
        .findFirst()
        .map(NmstateMessage::clean)
        .orElse("");
  }
}
