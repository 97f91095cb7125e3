package io.kubevirtnet.provider.netris;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One answer of the controller of a test. */
record Reply(int status, Map<String, String> headers, byte[] body, Ending ending) {

  /** How the connection ends. */
  enum Ending {
    WHOLE,
    /** Half of the body comes. */
    CUT,
    /** Nothing comes, and the connection is closed. */
    CLOSED,
    /** Nothing comes. */
    SILENT
  }

  static Reply json(int status, String body) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        Ending.WHOLE);
  }

  static Reply data(String data) {
    return json(
        200, "{\"data\": " + data + ", \"errors\": {}, \"message\": \"\", \"isSuccess\": true}");
  }

  static Reply refused(int status, String message) {
    return json(
        status,
        "{\"data\": null, \"errors\": {}, \"message\": \"%s\", \"isSuccess\": false}"
            .formatted(message));
  }

  static Reply text(int status, String body) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/html"),
        body.getBytes(StandardCharsets.UTF_8),
        Ending.WHOLE);
  }

  static Reply redirect(int status, String location) {
    return new Reply(status, Map.of("Location", location), new byte[0], Ending.WHOLE);
  }

  Reply ending(Ending other) {
    return new Reply(status, headers, body, other);
  }
}
