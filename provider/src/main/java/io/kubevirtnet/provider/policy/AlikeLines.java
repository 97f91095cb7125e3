package io.kubevirtnet.provider.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to a node without its own addresses: nodes that differ in these only are alike. */
public final class AlikeLines {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\d+(?:\\.\\d+){3}(?:/\\d+)?|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f]*(?:/\\d+)?");

  private static final String OWN = "its address";

  private AlikeLines() {}

  public static List<String> of(List<String> lines) {
    return lines.stream().map(line -> ADDRESS.matcher(line).replaceAll(OWN)).toList();
  }

  /**
   * What alike nodes have in common: only addresses in which they differ are left out.
   *
   * @param nodes the lines of each, at least one; alike ones
   */
  public static List<String> common(List<List<String>> nodes) {
    var first = nodes.get(0);
    if (nodes.stream().allMatch(first::equals)) {
      return first;
    }
    var common = new ArrayList<String>();
    for (int i = 0; i < first.size(); i++) {
      int line = i;
      common.add(commonLine(nodes.stream().map(n -> n.get(line)).distinct().toList()));
    }
    return List.copyOf(common);
  }

  private static String commonLine(List<String> lines) {
    var others = lines.stream().skip(1).map(AlikeLines::addresses).toList();
    var own = new ArrayList<Boolean>();
    var first = addresses(lines.get(0));
    for (int i = 0; i < first.size(); i++) {
      int place = i;
      own.add(others.stream().anyMatch(o -> !o.get(place).equals(first.get(place))));
    }
    var turn = own.iterator();
    return ADDRESS
        .matcher(lines.get(0))
        .replaceAll(m -> turn.next() ? OWN : Matcher.quoteReplacement(m.group()));
  }

  private static List<String> addresses(String line) {
    return ADDRESS.matcher(line).results().map(MatchResult::group).toList();
  }
}
