package io.kubevirtnet.e2e.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The answers that the proxy gives itself, in the API server's form. */
final class Refusals {
  private static final String WEBSOCKET_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT_FRAME = 0x81;
  private static final int SHORT_FRAME = 125;
  private static final int MEDIUM_FRAME = 126;

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

  /** Over a web socket or as a plain answer, as the client has asked. */
  static byte[] gone(Message request) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "ERROR");
    event.set("object", status(410, "Expired", "too old resource version: 1 (2)"));
    byte[] text = event.toString().getBytes(StandardCharsets.UTF_8);
    return request
        .header("Sec-WebSocket-Key")
        .map(
            key ->
                joined(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accepted(key)
                        + "\r\n\r\n",
                    frame(text)))
        .orElseGet(
            () ->
                joined(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
                    joined(event + "\n", new byte[0])));
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

  private static String accepted(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(
              digest.digest((key + WEBSOCKET_KEY).getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] frame(byte[] text) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(TEXT_FRAME);
    if (text.length <= SHORT_FRAME) {
      frame.write(text.length);
    } else {
      frame.write(MEDIUM_FRAME);
      frame.write(text.length >> 8);
      frame.write(text.length);
    }
    frame.writeBytes(text);
    return frame.toByteArray();
  }

  private static byte[] joined(String head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
