package io.kubevirtnet.netriscontroller;

import java.util.Map;

/** A request that is not followed. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Map<String, String> errors;

  private Refused(int status, String message, Map<String, String> errors) {
    super(message);
    this.status = status;
    this.errors = Map.copyOf(errors);
  }

  static Refused field(String name, String why) {
    return new Refused(400, why, Map.of(name, why));
  }

  static Refused notFound() {
    return notFound("Not found.");
  }

  static Refused notFound(String message) {
    return new Refused(404, message, Map.of());
  }

  static Refused unauthorized() {
    return new Refused(401, "Unauthorized.", Map.of());
  }

  int status() {
    return status;
  }

  Map<String, String> errors() {
    return errors;
  }
}
