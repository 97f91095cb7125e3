package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.nmstate.StateRules;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What nmstate says about a case and what we say, made comparable. */
final class Verdicts {
  private static final Pattern PARSER =
      Pattern.compile(
          "Provide file is not valid NetworkState or NetworkPolicy: (.*?)(?: at line \\d+ column"
              + " \\d+)?",
          Pattern.DOTALL);

  /** The order of what stands in them depends on nmstate's hash maps. */
  private static final List<Pattern> UNORDERED =
      List.of(
          Pattern.compile("Port \\S+ is overbooked by two controller: (.*)"),
          Pattern.compile("Ports in `port` but not in `ports_config`: ([^.]*)\\."),
          Pattern.compile("Ports in `ports_config` but not in `port`: ([^.]*)\\."),
          Pattern.compile("pointing to a single interface, but got \\{(.*)}"),
          Pattern.compile("InfiniBand interface \\[(.*)]"));

  private Verdicts() {}

  static List<Finding> ours(Map<String, Object> desired, Optional<Map<String, Object>> current) {
    var report = new Report();
    StateRules.check(
        (Fields) Tree.of((Object) desired),
        current.map(c -> new NetworkState((Fields) Tree.of((Object) c))),
        PropertyPath.ROOT,
        report);
    return report.findings();
  }

  static List<String> messages(List<Finding> findings) {
    return findings.stream()
        .flatMap(f -> f.upstream().stream())
        .filter(u -> u.tool().equals("nmstate"))
        .map(Upstream::message)
        .toList();
  }

  /** Whether one of our messages is the one of nmstate. */
  static boolean contains(List<String> ours, String theirs) {
    var parser = PARSER.matcher(theirs);
    boolean parsed = parser.matches();
    var text = normalised(parsed ? parser.group(1) : theirs);
    return ours.stream()
        .map(Verdicts::normalised)
        .anyMatch(o -> text.equals(o) || parsed && text.endsWith(": " + o) || isCut(o, text));
  }

  /** It prints the whole interface there. */
  private static boolean isCut(String ours, String theirs) {
    return ours.startsWith("Found 2+ interface matching") && theirs.startsWith(ours);
  }

  private static String normalised(String message) {
    var text = message;
    for (var pattern : UNORDERED) {
      var m = pattern.matcher(text);
      if (m.find()) {
        var sorted =
            Arrays.stream(m.group(1).split(", ")).sorted().collect(Collectors.joining(", "));
        text = text.substring(0, m.start(1)) + sorted + text.substring(m.end(1));
      }
    }
    return text.strip();
  }
}
