package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report.NotChecked;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden pairs: {@code x.yaml} has plugins, {@code x.findings.txt} what is said of them. */
class PluginFindingsTest {
  private static final Path PAIRS = Path.of("src/test/resources/plugin");

  @ParameterizedTest
  @ValueSource(strings = {"known", "mistakes"})
  void saysWhatIsWrongWhereItWasWritten(String pair) throws IOException {
    var findings = YamlStack.expand(Files.readString(PAIRS.resolve(pair + ".yaml"))).findings();

    Golden.compare(
        PAIRS.resolve(pair + ".findings.txt"),
        findings.stream().map(PluginFindingsTest::line).collect(Collectors.joining()));
  }

  @Test
  void listsWhatHasToBeThereAlready() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:BindingPlugin
            name: macvtap
            properties:
              attachmentType: tap
              sidecarImage: registry.example/mine:1
              attachmentName: mine
              migration: supported
            """);

    assertThat(stack.findings()).isEmpty();
    assertThat(stack.last().notChecked())
        .extracting(NotChecked::toString)
        .containsExactlyInAnyOrder(
            "sidecarImage: every node with such a machine pulls the image registry.example/mine:1",
            "attachmentName: looked up in the namespace of each machine that has it",
            "migration: each machine needs a macAddress of its own: on another node the device"
                + " gets another one",
            "kubevirtName: the KubeVirt object has to be there: the update fails with \"spec:"
                + " Required value\" where it is not");
  }

  /** The names and the number of the objects must not depend on what a preview can not tell. */
  @Test
  void keepsUnknownAndSecretValuesAtTheirPlaces() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:BindingPlugin
            name: mine
            properties:
              attachmentType: tap
              sidecarImage: "${secret:hunter2}"
              migration: "${unknown}"
              cni: {program: "${unknown}", namespace: default, config: "${unknown}"}
            """);

    assertThat(stack.last().errors()).isEmpty();
    assertThat(stack.last().children())
        .extracting(Child::name)
        .containsExactly("mine-mark", "mine-cni", "mine");
    assertThat(stack.last().children().get(1).inputs().get("spec").orElseThrow().hasUnknown())
        .isTrue();
    assertThat(
            stack.last().children().get(2).inputs().get("spec").orElseThrow().allMarks().secret())
        .isTrue();
    assertThat(stack.last().children())
        .extracting(Child::follows)
        .containsExactly(false, false, true);
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.line() + "\n";
  }
}
