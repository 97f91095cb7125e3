package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.component.Catalogue;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.health.HealthCatalogue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules whose example is a Kubernetes object: {@code check} finds them. */
class CatalogueObjectsTest {

  static List<Rule> rulesWithObjectExample() {
    return Catalogue.ALL.stream()
        .filter(r -> r.example().contains("apiVersion:") && !r.example().startsWith("old:"))
        .filter(r -> !HealthCatalogue.ALL.contains(r))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rulesWithObjectExample")
  void findsJustThisInTheExampleOf(Rule rule) {
    var run = CommandRun.withInput(rule.example(), "check", "-");

    assertThat(run.exitCode()).isEqualTo(rule.severity() == Severity.ERROR ? 1 : 0);
    assertThat(machines(run.out()).lines())
        .filteredOn(l -> l.contains(": KVN-"))
        .singleElement()
        .asString()
        .startsWith("  " + rule.severity().wire() + ": " + rule.code() + " ");
  }

  /** What is said of a KubeVirt is left out where it only tells what a machine is for. */
  private static String machines(String out) {
    return out.matches("(?s).*\nVirtualMachine\\w* .*")
        ? out.replaceAll("(?m)^KubeVirt .*\n(  .*\n)*", "")
        : out;
  }
}
