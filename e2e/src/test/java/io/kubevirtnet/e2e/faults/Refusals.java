package io.kubevirtnet.e2e.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The answers that the proxy gives itself, in the API server's form. */
final class Refusals {
  private Refusals() {}

  static byte[] status(Fault.Answer answer) {
    byte[] body =
        status(answer.code(), answer.reason(), answer.message())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                .formatted(answer.code(), answer.reason(), body.length)
            + answer
                .retryAfter()
                .map(pause -> "Retry-After: " + pause.toSeconds() + "\r\n")
                .orElse("")
            + "\r\n";
    return joined(head, body);
  }

  /** A watch that begins and ends with the error. */
  static byte[] gone() {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "ERROR");
    event.set("object", status(410, "Expired", "too old resource version: 1 (2)"));
    return joined(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
        (event + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode status(int code, String reason, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", "Failure")
        .put("message", message)
        .put("reason", reason)
        .put("code", code);
  }

  private static byte[] joined(String head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
