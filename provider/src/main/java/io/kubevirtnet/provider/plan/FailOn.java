package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Severity;

/** Which findings that arise make a plan fail. */
public enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NONE;

  boolean includes(Severity severity) {
    // From the gravest on, in both.
    return this != NONE && severity.ordinal() <= ordinal();
  }
}
