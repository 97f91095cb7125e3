package io.kubevirtnet.provider.cluster;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The one sentence of an enactment's message that says what is wrong. The message itself has the
 * log of nmstatectl in it, and after a failed probe the whole state of the node.
 */
final class NmstateMessage {
  private static final int LONGEST = 500;

  /** "runnig" is what kubernetes-nmstate writes. */
  private static final Pattern PROBE = Pattern.compile("failed runnin?g probe '([^']+)'");

  private static final String AFTER_ROLLBACK = "failed running probes after rollback";

  private static final List<Pattern> ERRORS =
      List.of(
          Pattern.compile("NmstateError: ?[A-Za-z]+:[^\\r\\n]*"),
          Pattern.compile("serde_(?:yaml|json)::Error:[^\\r\\n]*"),
          Pattern.compile("failure generating desiredState and capturedStates:[^\\r\\n]*"));

  /** What kubernetes-nmstate puts behind the output of nmstatectl. */
  private static final Pattern COMMAND = Pattern.compile("[,:]? *failed to execute nmstatectl.*");

  private static final Pattern LOG_LINE = Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d[T ].*");

  private NmstateMessage() {}

  static String clean(String text) {
    var probe = PROBE.matcher(text);
    if (probe.find()) {
      return "the probe "
          + probe.group(1)
          + " failed after the change, and the change was rolled back"
          + (text.contains(AFTER_ROLLBACK) ? "; it fails after the rollback as well" : "");
    }
    for (var error : ERRORS) {
      var match = error.matcher(text);
      if (match.find()) {
        return shortened(withoutCommand(match.group()));
      }
    }
    return shortened(
        text.lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !LOG_LINE.matcher(l).matches())
            .findFirst()
            .orElse(""));
  }

  private static String withoutCommand(String error) {
    var cut = COMMAND.matcher(error).replaceFirst("").strip();
    return cut.endsWith("'") && cut.chars().filter(c -> c == '\'').count() % 2 == 1
        ? cut.substring(0, cut.length() - 1)
        : cut;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
