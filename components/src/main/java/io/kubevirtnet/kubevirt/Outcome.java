package io.kubevirtnet.kubevirt;

/**
 * What comes of a change.
 *
 * @param reason a sentence
 * @param advice a sentence, a command that ends with a point, or nothing
 */
record Outcome(Effect effect, String reason, String advice) {
  static Outcome of(Effect effect, String reason) {
    return new Outcome(effect, reason, "");
  }

  static Outcome nothing(String reason) {
    return of(Effect.NOTHING, reason);
  }
}
