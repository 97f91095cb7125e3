package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One policy in the hands of one handler. */
final class Work {
  /** What the handler does next. */
  enum Step {
    BEGIN,
    TAKE_SLOT,
    APPLY,
    COMMIT,
    REPORT
  }

  final String policy;
  Step step = Step.BEGIN;
  long generation;
  boolean again;
  ObjectNode status = Json.object();
  Optional<Rollout> rollout = Optional.empty();
  Optional<HostState> changed = Optional.empty();
  private Instant notBefore = Instant.EPOCH;

  Work(String policy) {
    this.policy = policy;
  }

  void postpone(Duration pause) {
    notBefore = Instant.now().plus(pause);
  }

  boolean isDue() {
    return !Instant.now().isBefore(notBefore);
  }

  Rollout rollout() {
    return rollout.orElseThrow();
  }
}
