package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @ParameterizedTest
  @CsvSource({
    "good.yaml, good.txt, 0",
    "bad.yaml, bad.txt, 1",
    "list.json, list.txt, 1",
    "empty.yaml, empty.txt, 0",
    "together.yaml, together.txt, 1",
    "seed-openshift.yaml, seed-openshift.txt, 1",
    "seed-callouts.yaml, seed-callouts.txt, 1",
    "seed-kubevirt.yaml, seed-kubevirt.txt, 1",
    "seed-vcluster.yaml, seed-vcluster.txt, 0"
  })
  void saysWhatIsWrongWithTheObjectsOfAFile(String file, String golden, int exitCode) {
    var run = CommandRun.of("check", path(file));

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
    Golden.compare(RESOURCES.resolve("check/" + golden), run.out());
  }

  @Test
  void writesFindingsAsJson() {
    var run = CommandRun.of("check", "-o", "json", path("list.json"));

    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare(RESOURCES.resolve("check/list.out.json"), run.out());
  }

  @Test
  void looksAtSeveralFilesTogether() {
    var run = CommandRun.of("check", path("good.yaml"), path("second-bridge.yaml"));

    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare(RESOURCES.resolve("check/good-and-second-bridge.txt"), run.out());
  }

  @Test
  void judgesPoliciesAgainstNodes() {
    var run = CommandRun.of("check", "--state", path("workers.state.yaml"), path("good.yaml"));

    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare(RESOURCES.resolve("check/good-on-workers.txt"), run.out());
  }

  @Test
  void takesATouchedManagementInterfaceForMeantWhenItIsTold() {
    var run =
        CommandRun.of(
            "check",
            "--management-interface=allow",
            "--state",
            path("workers.state.yaml"),
            path("good.yaml"));

    assertThat(run.out()).doesNotContain("error: KVN-N250");
  }

  @Test
  void readsStandardInput() throws IOException {
    var run =
        CommandRun.withInput(Files.readString(RESOURCES.resolve("check/good.yaml")), "check", "-");

    assertThat(run.exitCode()).isZero();
    Golden.compare(RESOURCES.resolve("check/good.txt"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [", "\tkind: x", "a: b", "- 1", "just text", "{\"kind\": \"Pod\"", "a: *b"})
  void refusesWhatHoldsNoObjectsInOneLine(String text) {
    var run = CommandRun.withInput(text, "check", "-");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("standard input");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    var run = CommandRun.of("check", "nowhere.yaml");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err().strip()).isEqualTo("nowhere.yaml: there is no such file.");
  }

  @Test
  void refusesAFolderAndAFileOfBytes(@TempDir Path folder) throws IOException {
    var bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(CommandRun.of("check", folder.toString()))
        .returns(64, CommandRun::exitCode)
        .returns(folder + ": this is a folder.", r -> r.err().strip());
    assertThat(CommandRun.of("check", bytes.toString()))
        .returns(64, CommandRun::exitCode)
        .returns(bytes + ": not text in UTF-8.", r -> r.err().strip());
  }

  @Test
  void readsAnchorsAsKubectlDoes() {
    var run =
        CommandRun.withInput(
            """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: &m {name: lan, namespace: vms}
            spec: {config: '{"type": "bridge", "bridge": "br1", "vlan": 9999}'}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: x}
            """,
            "check",
            "-");

    assertThat(run.out()).contains("spec.config.vlan: 9999", "in 2 objects (1 not checked)");
  }

  @Test
  void findsTheSameInWhateverOrderTheObjectsCome() throws IOException {
    var documents =
        new ArrayList<>(
            List.of(Files.readString(RESOURCES.resolve("check/together.yaml")).split("---\n", -1)));
    var expected = findings(String.join("---\n", documents));
    assertThat(expected).isNotEmpty();

    for (int i = 1; i < documents.size(); i++) {
      Collections.rotate(documents, 1);
      assertThat(findings(String.join("---\n", documents)))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Of two objects that are equals in a quarrel the later one gets the finding. */
  private static List<String> findings(String input) {
    return CommandRun.withInput(input, "check", "-")
        .out()
        .lines()
        .filter(l -> l.contains(": KVN-X") && !l.contains("KVN-X037") && !l.contains("KVN-X041"))
        .toList();
  }

  @Test
  void keepsMachinesToTheirNamespaceWhenItIsTold() {
    var file = path("together.yaml");

    assertThat(CommandRun.of("check", file).out()).doesNotContain("KVN-X043");
    assertThat(CommandRun.of("check", "--namespace-isolation", file).out())
        .contains("KVN-X043 spec.template.spec.networks[3].multus.networkName: net/corp");
    assertThat(
            CommandRun.of("check", "--namespace-isolation", "--global-namespaces=net,default", file)
                .out())
        .doesNotContain("KVN-X043");
  }

  private static String path(String file) {
    return RESOURCES.resolve("check/" + file).toString();
  }
}
