package io.kubevirtnet.e2e.faults;

import java.time.Duration;
import java.util.Optional;

/** What the proxy does with a request in place of passing it on. */
public sealed interface Fault {

  /** Somebody else has changed the object. */
  static Fault conflict() {
    return new Answer(409, "Conflict", "the object has been modified", Optional.empty());
  }

  /** The server has too much to do and says when to come back, in whole seconds. */
  static Fault throttled(Duration retryAfter) {
    return new Answer(429, "TooManyRequests", "too many requests", Optional.of(retryAfter));
  }

  static Fault internalError() {
    return new Answer(500, "InternalError", "etcdserver: request timed out", Optional.empty());
  }

  static Fault unavailable() {
    return new Answer(503, "ServiceUnavailable", "apiserver not ready", Optional.empty());
  }

  /** The connection ends; the server has never seen the request. */
  static Fault dropped() {
    return new Drop(false);
  }

  /** The server has done it; the connection ends before the client knows. */
  static Fault answerLost() {
    return new Drop(true);
  }

  static Fault delayed(Duration delay) {
    return new Delay(delay);
  }

  /** A watch from a version that the server no longer has: it begins, and says so. */
  static Fault gone() {
    return new Gone();
  }

  /** A status of Kubernetes instead of an answer. */
  record Answer(int code, String reason, String message, Optional<Duration> retryAfter)
      implements Fault {}

  /** The connection ends, before or after the server has got the request. */
  record Drop(boolean passedOn) implements Fault {}

  /** The request is passed on later. */
  record Delay(Duration delay) implements Fault {}

  /** The event with which a server ends a watch that is too old. */
  record Gone() implements Fault {}

  /** The request waits at a gate, before or after the server has got it. */
  record Held(Gate gate, boolean passedOn) implements Fault {}
}
