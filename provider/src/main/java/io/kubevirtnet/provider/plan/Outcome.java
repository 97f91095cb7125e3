package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.WireEnum;

/** What a plan comes to; the wire texts and the exit codes never change. */
public enum Outcome implements WireEnum {
  /** Nothing becomes different. */
  NO_CHANGES("no-changes", 0),
  /** The rules object to what would come. */
  ERRORS("errors", 1),
  CHANGES("changes", 2),
  /** Something changes that somebody should have agreed to. */
  UNACKNOWLEDGED("unacknowledged", 3);

  private final String wire;
  private final int exitCode;

  Outcome(String wire, int exitCode) {
    this.wire = wire;
    this.exitCode = exitCode;
  }

  @Override
  public String wire() {
    return wire;
  }

  public int exitCode() {
    return exitCode;
  }
}
