package io.kubevirtnet.finding;

import java.util.List;
import java.util.stream.Collectors;

/** Findings as a person reads them in a terminal. */
public final class FindingText {
  private FindingText() {}

  /** All errors of a component in one message. */
  public static String errors(String component, List<Finding> errors) {
    return (errors.size() == 1 ? "1 problem in " : errors.size() + " problems in ")
        + component
        + ":\n"
        + errors.stream().map(f -> "  " + f.line()).collect(Collectors.joining("\n"));
  }
}
