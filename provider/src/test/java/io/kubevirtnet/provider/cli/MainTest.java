package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.component.Versions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "paln",
        "check",
        "check -o xml file",
        "plan",
        "plan --program",
        "plan --program x --config novalue",
        "version now",
        "--nothing"
      })
  void answersWrongUseWithALineAndWhereToLook(String line) {
    var run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help").doesNotContain("Exception");
    assertThat(run.err().lines().count()).isEqualTo(2);
  }

  @Test
  void tellsItsVersionAndThatOfTheKubernetesPlugin() {
    var run = CommandRun.of("version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "kubevirtnet " + Versions.OWN, "kubernetes plugin " + Versions.KUBERNETES_PLUGIN);
  }

  @Test
  void printsTheSchemaAsItIsPackaged() throws IOException {
    var run = CommandRun.of("schema");

    assertThat(run.exitCode()).isZero();
    var schema = new JsonMapper().readTree(run.out());
    assertThat(schema.get("name").asText()).isEqualTo("kubevirtnet");
    assertThat(schema.get("resources").has("kubevirtnet:index:BridgeNetwork")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "plan --help", "check --help", "schema --help"})
  void helpsOnStandardOutput(String line) {
    var run = CommandRun.of(line.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: kubevirtnet");
    assertThat(run.err()).isEmpty();
  }
}
