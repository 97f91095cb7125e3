package io.kubevirtnet.provider.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.health.HealthCatalogue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples that are objects of a cluster. */
class HealthExamplesTest {

  static List<Rule> rules() {
    return HealthCatalogue.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsJustThisInTheExampleOf(Rule rule) {
    var symptoms =
        WrittenCluster.with(rule.example()).examine().stream()
            .flatMap(c -> c.symptoms().stream())
            .toList();

    assertThat(symptoms)
        .singleElement()
        .satisfies(
            symptom -> {
              var finding = symptom.finding();
              assertThat(finding.code()).as(finding.line()).isEqualTo(rule.code());
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.what()).endsWith(".").doesNotContain("..").doesNotContain(" .");
              assertThat(finding.fix()).endsWith(".");
              assertThat(finding.resource()).isPresent();
              assertThat(symptom.command()).startsWith("kubectl ");
            });
  }
}
