package io.kubevirtnet.finding;

import java.util.List;
import java.util.stream.Collectors;

/** Findings as a person reads them in a terminal. */
public final class FindingText {
  /** How a line starts that says what a rule had to leave open. */
  public static final String NOT_CHECKED = "not checked: ";

  private static final String SEE_ABOVE = " errors, see above. Nothing was made for ";

  private FindingText() {}

  /** All errors of a component in one message. */
  public static String errors(String component, List<Finding> errors) {
    return (errors.size() == 1 ? "1 problem in " : errors.size() + " problems in ")
        + component
        + ":\n"
        + errors.stream().map(f -> "  " + f.line()).collect(Collectors.joining("\n"));
  }

  /** What a program ends with, after each of its failed components has said why. */
  public static String end(int failed) {
    return failed == 1
        ? "1 component has" + SEE_ABOVE + "it."
        : failed + " components have" + SEE_ABOVE + "them.";
  }

  public static boolean isEnd(String message) {
    return message.contains(SEE_ABOVE);
  }
}
