package io.kubevirtnet.provider.report;

import io.kubevirtnet.provider.plan.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody should agree to: how much of it, each one, and the words that agree. */
record MarkdownRisks(List<Risk> risks) {
  private static final int NAMED = 10;
  private static final int LONGEST_NAME = 300;
  private static final int SENTENCE = 800;

  /** Stays whatever else is cut: {@code 2 restart, 1 migration}. */
  String counts() {
    if (risks.isEmpty()) {
      return "";
    }
    return "**"
        + Count.of(risks.size(), "risk")
        + " to acknowledge**: "
        + Arrays.stream(Risk.Kind.values())
            .filter(k -> number(k) > 0)
            .map(k -> Count.of(number(k)) + " " + k.wire())
            .collect(Collectors.joining(", "))
        + ".\n\n";
  }

  MarkdownSection section() {
    return new MarkdownSection("risk", "", risks.stream().map(MarkdownRisks::entry).toList(), "\n");
  }

  private static MarkdownEntry entry(Risk risk) {
    var name = "- [ ] " + MarkdownText.code(risk.name(), LONGEST_NAME);
    return new MarkdownEntry(
        name + ": " + MarkdownText.of(risk.what(), SENTENCE) + "\n", name + "\n");
  }

  /** A few by their names, many by their kinds. */
  MarkdownSection command() {
    var block = new MarkdownBlock("sh");
    boolean byName =
        risks.size() <= NAMED
            && risks.stream().allMatch(r -> r.name().length() <= LONGEST_NAME / 2);
    var names =
        byName
            ? risks.stream().map(Risk::name).toList()
            : risks.stream().map(r -> r.kind().wire()).distinct().toList();
    block.line("", "kubevirtnet plan … \\");
    for (int i = 0; i < names.size(); i++) {
      block.line(
          "  ", "--acknowledge " + quoted(names.get(i)) + (i + 1 < names.size() ? " \\" : ""));
    }
    var text = "To agree to " + (byName ? "them" : "all of them, by kind") + ":\n\n" + block.text();
    return new MarkdownSection(
        "command", "", risks.isEmpty() ? List.of() : List.of(MarkdownEntry.of(text)), "\n");
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "'\\''") + "'";
  }

  private long number(Risk.Kind kind) {
    return risks.stream().filter(r -> r.kind() == kind).count();
  }
}
