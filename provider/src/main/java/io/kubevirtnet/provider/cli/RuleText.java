package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.report.Fact;
import java.util.List;
import java.util.stream.Collectors;

/** Rules as a person reads them. */
final class RuleText {
  private static final String INDENT = "  ";

  private RuleText() {}

  static String of(Rule rule) {
    var text = new StringBuilder();
    text.append(rule.code()).append(": ").append(rule.title()).append('\n');
    var facts =
        List.of(
            Fact.of("about", RuleRoom.of(rule).title()),
            Fact.of("severity", severity(rule)),
            Fact.of("why", rule.why()),
            Fact.of("fix", rule.fix()),
            Fact.of("lowered", lowered(rule)),
            Fact.of("source", rule.source()));
    facts.stream().flatMap(f -> f.shown(INDENT).stream()).forEach(l -> text.append(l).append('\n'));
    return text.append('\n').append(example(rule)).toString();
  }

  /** By what they are about, each in a line. */
  static String list(List<Rule> rules) {
    var text = new StringBuilder();
    for (var room : RuleRoom.values()) {
      var inside = rules.stream().filter(r -> RuleRoom.of(r) == room).toList();
      if (!inside.isEmpty()) {
        var columns = new Columns();
        inside.forEach(r -> columns.row(r.code(), severity(r), r.title()));
        text.append(text.isEmpty() ? "" : "\n").append(room.title()).append('\n');
        text.append(columns.text().indent(INDENT.length()));
      }
    }
    return text.toString();
  }

  static String severity(Rule rule) {
    return rule.severity().wire() + (rule.fixed() ? ", fixed" : "");
  }

  private static String lowered(Rule rule) {
    if (RuleRoom.of(rule) == RuleRoom.HEALTH) {
      return "It can not be: doctor says what it finds.";
    }
    return rule.fixed()
        ? "It can not be: the cluster would refuse it, or nothing could be made of it."
        : "For a stack by kubevirtnet:severities, for a resource by suppress, for a plan by"
            + " --severity %s=info or by a file for --suppress.".formatted(rule.code());
  }

  private static String example(Rule rule) {
    var place = ExamplePlace.of(rule);
    var lines = rule.example().lines().toList();
    var text = new StringBuilder("Example").append(place.map(p -> ", at " + p.path()).orElse(""));
    text.append(":\n");
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      text.append((INDENT + lines.get(i)).stripTrailing()).append('\n');
      text.append(place.filter(p -> p.line() == line).map(RuleText::mark).orElse(""));
    }
    return text.toString();
  }

  private static String mark(ExamplePlace place) {
    return INDENT + " ".repeat(place.column() - 1) + "^".repeat(place.length()) + "\n";
  }

  /** As docs/rules.md has it. */
  static String markdown(Rule rule) {
    return "## %s\n**%s** (%s). %s %s\n\nSource: %s.\n\n```yaml\n%s```\n"
        .formatted(
            rule.code(),
            rule.title(),
            severity(rule),
            rule.why(),
            rule.fix(),
            rule.source(),
            rule.example());
  }

  static String markdown(List<Rule> rules) {
    return rules.stream()
        .map(r -> "| %s | %s | %s |\n".formatted(r.code(), severity(r), r.title()))
        .collect(
            Collectors.joining("", "| code | severity | what is wrong |\n|---|---|---|\n", ""));
  }
}
