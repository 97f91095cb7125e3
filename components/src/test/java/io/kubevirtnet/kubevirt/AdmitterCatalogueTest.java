package io.kubevirtnet.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.testing.MachineExample;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdmitterCatalogueTest {

  static Stream<Rule> rules() {
    return AdmitterCatalogue.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    var findings = MachineExample.of(rule.example()).check(AdmitterRules::check).findings();

    assertThat(findings)
        .extracting(Finding::code, Finding::severity)
        .isNotEmpty()
        .containsOnly(tuple(rule.code(), rule.severity()));
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.what()).endsWith(".");
              assertThat(finding.fix()).matches("(?s).*[.?]");
            });
  }
}
