package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    "empty.yaml, empty.txt, 0"
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

    assertThat(run.out())
        .contains("KVN-A007 spec.config.vlan: 9999", "in 2 objects (1 not checked)");
  }

  private static String path(String file) {
    return RESOURCES.resolve("check/" + file).toString();
  }
}
