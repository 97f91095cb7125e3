package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.provider.cluster.Enactment.Phase;

/**
 * Where one node stands with one generation.
 *
 * @param phase of its enactment at this generation; unknown when it has none
 * @param handled a handler runs on it
 * @param counted it was awaited before
 */
record Standing(Phase phase, String message, boolean ready, boolean handled, boolean counted) {

  /** Nothing more will come of it at this generation. */
  boolean isFinal() {
    return switch (phase) {
      case DONE, FAILED, ABORTED -> true;
      case UNKNOWN, PENDING, APPLYING, RETRYING -> false;
    };
  }

  boolean awaited() {
    return !isFinal() && ((ready && handled) || begun());
  }

  /** Dropped out while it was awaited, before it began; it may be back soon. */
  boolean lost() {
    return !isFinal() && !awaited() && counted;
  }

  /** Neither has it finished, nor is anybody waiting for it. */
  boolean leftOut() {
    return !isFinal() && !awaited();
  }

  /** {@code applying}, {@code waiting for a slot}; with what keeps it from going on. */
  String text() {
    var text =
        switch (phase) {
          case UNKNOWN -> "not begun";
          case PENDING -> "waiting for a slot";
          case APPLYING -> "applying";
          case RETRYING -> "trying again";
          case DONE -> "done";
          case FAILED -> "failed";
          case ABORTED -> "not tried";
        };
    if (isFinal()) {
      return text;
    }
    return text + (ready ? "" : ", not Ready") + (handled ? "" : ", its handler is gone");
  }

  /** The same with the reason that its handler gave. */
  String fullText() {
    return phase == Phase.RETRYING && !message.isEmpty() ? text() + ": " + message : text();
  }

  private boolean begun() {
    return phase == Phase.APPLYING || phase == Phase.RETRYING;
  }
}
