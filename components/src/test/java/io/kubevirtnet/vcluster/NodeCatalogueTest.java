package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules whose example is a manifest of the platform. */
class NodeCatalogueTest {

  static List<Rule> rules() {
    return VclusterCatalogue.ALL.stream()
        .filter(r -> r.example().startsWith("apiVersion:"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    var report = JudgedNodes.of(NodeFile.of(rule.example()), PlatformRelease.newest());

    assertThat(report.findings())
        .extracting(Finding::code, Finding::severity)
        .as("%s", report.findings())
        .containsExactly(tuple(rule.code(), rule.severity()));
    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.what()).endsWith(".");
              assertThat(finding.fix()).matches("(?s).*[.?]");
            });
  }
}
