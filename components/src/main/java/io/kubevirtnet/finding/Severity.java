package io.kubevirtnet.finding;

import java.util.Arrays;
import java.util.Optional;

/** How much a finding weighs; an error stops the component. */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String wire;

  Severity(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public static Optional<Severity> parse(String wire) {
    return Arrays.stream(values()).filter(s -> s.wire.equals(wire)).findFirst();
  }
}
