package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the sides of a plan come from. */
class PlanSourcesTest {
  private static final Path PREVIEWS = Path.of("src/test/resources/previews");
  private static final String DEFINITION =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      metadata: {namespace: vms, name: lan}
      spec: {config: '{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "bridge": "br7"}'}
      """;

  @TempDir Path folder;

  @Test
  void aPreviewIsReadFromAFileAndFromStandardInput() throws IOException {
    var file = PREVIEWS.resolve("site.json");

    var fromFile = CommandRun.of("plan", "--preview", file.toString());
    var piped = CommandRun.withInput(Files.readString(file), "plan", "--preview", "-");

    assertThat(fromFile.err()).isEmpty();
    assertThat(fromFile.out()).contains("vms/gone").doesNotContain("vms/still");
    assertThat(piped).isEqualTo(fromFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json", "html"})
  void aFailedPreviewFailsInEachForm(String format) {
    var run =
        CommandRun.of(
            "plan", "--preview", PREVIEWS.resolve("failed.json").toString(), "-o", format);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out() + run.err())
        .startsWith("The preview failed with 1 error; what would change is not known.")
        .contains("BridgeNetwork hosts\n  error: 1 problem in hosts:\n    KVN-N003");
  }

  @Test
  void whatIsNoPreviewIsAWrongInput() throws IOException {
    var run = CommandRun.withInput("Previewing update (prod)", "plan", "--preview", "-");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).startsWith("standard input: not what `pulumi preview --json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--old a | Say what shall be, by one of --new, --preview and --program.",
        "--new a --preview b | Say what shall be, by one of --new, --preview and --program.",
        "--new a | Say what is there already, by --old or --context.",
        "--preview a --old b | A preview knows what is there already: leave out --old.",
        "--old - --new - | Standard input can be read only once.",
        "--old a --new - --state - | Standard input can be read only once."
      })
  void refusesWhatCanNotBeMeant(String arguments, String message) {
    var run = CommandRun.of(("plan " + arguments).split(" "));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).startsWith(message);
  }

  @Test
  void aCheckoutOfGitMayHoldOtherFiles() throws IOException {
    var old = Files.createDirectories(folder.resolve("old/.git/x"));
    Files.writeString(old.resolve("broken.yaml"), "kind: [");
    Files.writeString(folder.resolve("old/values.yaml"), "replicas: 3\n");
    Files.writeString(folder.resolve("old/lan.yaml"), DEFINITION);
    Files.createDirectories(folder.resolve("new/deep/er"));
    Files.createSymbolicLink(
        folder.resolve("new/deep/er/lan.yaml"), folder.resolve("old/lan.yaml"));

    var run =
        CommandRun.of(
            "plan",
            "--old",
            folder.resolve("old").toString(),
            "--new",
            folder.resolve("new").toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aClusterThatIsNotThereFailsOnlyWhereItIsTheOldSide() throws IOException {
    var lan = Files.writeString(folder.resolve("lan.yaml"), DEFINITION).toString();
    var nobody = nobody();

    var alone = CommandRun.of("plan", "--new", lan, "--kubeconfig", nobody, "--timeout", "1");
    var beside =
        CommandRun.of(
            "plan",
            "--old",
            lan,
            "--new",
            lan,
            "--kubeconfig",
            nobody,
            "--timeout",
            "1",
            "-o",
            "json");

    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.err()).contains("127.0.0.1:1").doesNotContain("\tat ");
    assertThat(beside.exitCode()).isZero();
    assertThat(beside.out()).contains("nodes, machines and all else of the cluster");
  }

  @Test
  void aContextThatIsNotThereIsWrongUse() throws IOException {
    var run = CommandRun.of("plan", "--new", "x", "--kubeconfig", nobody(), "--context", "y");
    var lan = Files.writeString(folder.resolve("lan.yaml"), DEFINITION).toString();
    var wrong = CommandRun.of("plan", "--new", lan, "--kubeconfig", nobody(), "--context", "y");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(wrong.exitCode()).isEqualTo(64);
    assertThat(wrong.err()).contains("no context \"y\". It has nobody.");
  }

  @Test
  void statesMayBeFilesOrFolders() throws IOException {
    var lan = Files.writeString(folder.resolve("lan.yaml"), DEFINITION).toString();
    var states = Files.createDirectory(folder.resolve("states"));
    Files.writeString(states.resolve("w1.yaml"), "hostname: {running: w1}\ninterfaces: []\n");

    var run =
        CommandRun.of(
            "plan", "--old", lan, "--new", lan, "--state", states.toString(), "-o", "json");
    var broken = CommandRun.of("plan", "--old", lan, "--new", lan, "--state", "nowhere.yaml");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("no cluster reachable");
    assertThat(broken.exitCode()).isEqualTo(64);
  }

  private String nobody() throws IOException {
    return Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: nobody, cluster: {server: "http://127.0.0.1:1"}}]
            users: [{name: nobody, user: {token: x}}]
            contexts: [{name: nobody, context: {cluster: nobody, user: nobody}}]
            current-context: nobody
            """)
        .toString();
  }
}
