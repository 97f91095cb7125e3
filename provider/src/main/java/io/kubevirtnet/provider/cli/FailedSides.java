package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.report.Count;
import io.kubevirtnet.provider.report.Paragraph;
import io.kubevirtnet.provider.sides.ReadSides;
import io.kubevirtnet.provider.sides.ReadSides.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What to say of a preview that failed: what would change is not known then. */
final class FailedSides {
  private static final String INDENT = "  ";

  private FailedSides() {}

  static String text(ReadSides sides) {
    var errors = sides.said().stream().filter(Said::isError).toList();
    var lines = new ArrayList<String>();
    lines.add(
        errors.isEmpty()
            ? "The preview was interrupted; what would change is not known."
            : "The preview failed with "
                + Count.of(errors.size(), "error")
                + "; what would change is not known.");
    errors.stream()
        .map(Said::who)
        .distinct()
        .sorted()
        .forEach(
            who -> {
              lines.add("");
              lines.add(who.isEmpty() ? "The program" : who);
              errors.stream()
                  .filter(s -> s.who().equals(who))
                  .flatMap(s -> lines(s))
                  .forEach(lines::add);
            });
    return String.join("\n", lines) + "\n";
  }

  private static Stream<String> lines(Said said) {
    List<String> lines = said.line().lines().toList();
    return lines.stream()
        .flatMap(
            l -> {
              var margin = INDENT + l.substring(0, l.length() - l.stripLeading().length());
              return Paragraph.lines(l.strip(), margin, margin + INDENT).stream();
            });
  }
}
