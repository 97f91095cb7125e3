package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report.NotChecked;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Claims, environments, images and templates of vCluster Platform. */
class PlatformObjectsTest {
  private static final Path FOLDER = Path.of("src/test/resources/platform");

  @Test
  void saysWhatIsWrongAtTheInputThatSaysIt() throws IOException {
    var stack = YamlStack.expand(Files.readString(FOLDER.resolve("objects.yaml")));

    Golden.compare(
        FOLDER.resolve("objects.findings.txt"),
        stack.findings().stream().map(PlatformObjectsTest::line).collect(Collectors.joining()));
  }

  @Test
  void leavesATemplateForBareMetalToThosePlatformsThatHaveIt() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:MachineConfigTemplate
            properties: {cloudInitTemplate: "{{ .Values.BareMetalHost.Name }}"}
            """);

    assertThat(stack.findings()).isEmpty();
    assertThat(stack.last().notChecked())
        .extracting(NotChecked::toString)
        .containsExactly(
            "cloudInitTemplate: the template takes values that machines of KubeVirt do not have");
  }

  @Test
  void namesTheAttachmentOfAnyNamespaceItIsIn() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:NetworkAttachment
            name: lan
            properties: {namespaces: [vms, other], linuxBridge: {bridgeName: br1}}
            ---
            type: kubevirtnet:NodeClaim
            properties: {namespace: p-default, provider: kubevirt, attachment: "${lan.attachment}"}
            """);

    assertThat(stack.findings()).isEmpty();
    var spec = (Fields) stack.last().children().get(0).inputs().get("spec").orElseThrow();
    assertThat(spec.get("properties").orElseThrow().plain())
        .isEqualTo(Map.of("kubevirt.vcluster.com/network-attachment-definition", "other/lan"));
  }

  @Test
  void keepsUnknownAndSecretValuesAtTheirPlaces() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:NodeClaim
            properties:
              namespace: p-default
              provider: "${unknown}"
              nodeType: small
              userData: "${secret:hunter2}"
              sshKeys: [ops, "${unknown}"]
              image: {osImage: ubuntu, rootDiskTemplate: {serial: "${secret:hunter2}"}}
            """);

    var spec = (Fields) stack.last().children().get(0).inputs().get("spec").orElseThrow();
    var properties = (Fields) spec.get("properties").orElseThrow();
    assertThat(stack.last().errors()).isEmpty();
    assertThat(spec.get("typeRef").orElseThrow().hasUnknown()).isTrue();
    assertThat(properties.get("vcluster.com/ssh-keys").orElseThrow().hasUnknown()).isTrue();
    assertThat(properties.get("vcluster.com/user-data").orElseThrow().allMarks().secret()).isTrue();
    assertThat(
            properties
                .get("kubevirt.vcluster.com/root-disk-template")
                .orElseThrow()
                .allMarks()
                .secret())
        .isTrue();
    assertThat(properties.get("vcluster.com/os-image").orElseThrow().allMarks().secret()).isFalse();
  }

  private static String line(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.line() + "\n";
  }
}
