package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An answer in the envelope that all answers have. */
record Reply(int status, JsonNode data, String message, Map<String, String> errors) {

  static Reply of(JsonNode data) {
    return new Reply(200, data, "", Map.of());
  }

  static Reply created(int id) {
    return new Reply(
        200,
        JsonNodeFactory.instance.objectNode().put("id", id),
        "Successfully created.",
        Map.of());
  }

  static Reply done(String message) {
    return new Reply(200, JsonNodeFactory.instance.nullNode(), message, Map.of());
  }

  static Reply refused(Refused why) {
    return new Reply(
        why.status(),
        JsonNodeFactory.instance.nullNode(),
        String.valueOf(why.getMessage()),
        why.errors());
  }

  /** With a success that is none. */
  ObjectNode notSuccessful() {
    ObjectNode envelope = envelope();
    envelope.putNull("data");
    return envelope.put("isSuccess", false).put("message", "The request could not be served.");
  }

  ObjectNode envelope() {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("data", data);
    ObjectNode fields = envelope.putObject("errors");
    errors.forEach(fields::put);
    envelope.put("message", message).put("isSuccess", status < 400);
    envelope.putObject("meta").put("apiVersion", "2").put("statusCode", status);
    return envelope;
  }
}
