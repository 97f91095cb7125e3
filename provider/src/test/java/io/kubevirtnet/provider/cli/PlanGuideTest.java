package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.plan.Acknowledgement;
import io.kubevirtnet.provider.plan.Outcome;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/plan.md says. */
class PlanGuideTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern ACKNOWLEDGED = Pattern.compile("--acknowledge '?([\\w/*-]+)");
  private static final Pattern KIND = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|");
  private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\|");

  @Test
  void hasAFileThatIsAccepted() throws IOException {
    var file = AcceptanceFile.read("accept.yaml", blocks().findFirst().orElseThrow());

    assertThat(file.problems()).isEmpty();
    assertThat(file.suppressions()).hasSize(1);
    assertThat(file.acknowledgements()).hasSize(1);
  }

  @Test
  void hasPipelinesThatAreYaml() throws IOException {
    for (var block : blocks().skip(1).toList()) {
      assertThat(YamlStack.YAML.readValue(block, Map.class)).isNotEmpty();
    }
    assertThat(blocks()).hasSize(3);
  }

  @Test
  void namesEachKindOfRiskAndEachExitCode() throws IOException {
    assertThat(found(KIND))
        .isEqualTo(Arrays.stream(Risk.Kind.values()).map(Risk.Kind::wire).toList());
    assertThat(found(EXIT_CODE))
        .containsExactlyElementsOf(
            Stream.concat(
                    Arrays.stream(Outcome.values()).map(Outcome::exitCode), Stream.of(Main.USAGE))
                .map(String::valueOf)
                .toList());
  }

  @Test
  void acknowledgesWhatCanBeARisk() throws IOException {
    assertThat(found(ACKNOWLEDGED))
        .hasSize(3)
        .allMatch(risk -> new Acknowledgement(risk, "", "").isPossible());
  }

  private static Stream<String> blocks() throws IOException {
    return found(YAML).stream();
  }

  private static List<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of("../docs/plan.md")))
        .results()
        .map(r -> r.group(1))
        .toList();
  }
}
