package io.kubevirtnet.component;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulePagesTest {
  @Test
  void printsTheCatalogueAsAPage() {
    var rows = Catalogue.ALL.stream().map(RulePagesTest::row).collect(Collectors.joining());
    var entries = Catalogue.ALL.stream().map(RulePagesTest::entry).collect(Collectors.joining());

    Golden.compare(
        Path.of("../docs/rules.md"),
        """
        # Rules

        Generated from the catalogue; `./mvnw -pl codegen,components verify -Daccept` writes it anew.
        A *fixed* severity can not be lowered, because the cluster would refuse it or nothing could be made
        of it. All others can: for a stack by `kubevirtnet:severities`, for a resource by `suppress`.
        `KVN-D…` is what `kubevirtnet doctor` finds; these examples are objects of a cluster that is healthy
        otherwise, with the one node w1, which has the bridge br1.

        | code | severity | what is wrong |
        |---|---|---|
        """
            + rows
            + entries);
  }

  private static String row(Rule rule) {
    return "| [%s](#%s) | %s | %s |\n"
        .formatted(
            rule.code(),
            rule.code().toLowerCase(java.util.Locale.ROOT),
            severity(rule),
            rule.title());
  }

  private static String entry(Rule rule) {
    return "\n## %s\n**%s** (%s). %s %s\n\nSource: %s.\n\n```yaml\n%s```\n"
        .formatted(
            rule.code(),
            rule.title(),
            severity(rule),
            rule.why(),
            rule.fix(),
            rule.source(),
            rule.example());
  }

  private static String severity(Rule rule) {
    return rule.severity().wire() + (rule.fixed() ? ", fixed" : "");
  }
}
