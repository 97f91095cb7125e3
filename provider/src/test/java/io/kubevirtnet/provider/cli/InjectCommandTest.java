package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectCommandTest {
  private static final Path RESOURCES = Path.of("src/test/resources/inject");

  @Test
  void showsTheMachineOfEachNodeTypeAndWhatIsWrong() {
    var run = inject("provider.yaml");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare(RESOURCES.resolve("provider.txt"), run.out());
  }

  @Test
  void showsWhoSaysEachPropertyOfAClaimedMachine() {
    var run =
        inject(
            "alone.yaml",
            "--claim=" + path("claim.yaml"),
            "--environment=" + path("environment.yaml"),
            "--os-image=" + path("image.yaml"),
            "--config-template=" + path("template.yaml"),
            "--nad=" + path("nad.yaml"));

    assertThat(run.err()).isEmpty();
    Golden.compare(RESOURCES.resolve("claimed.txt"), run.out());
  }

  @Test
  void writesOneMachineAsJson() throws IOException {
    var run = inject("provider.yaml", "--type", "bridge-vm", "-o", "json");

    assertThat(run.exitCode()).isZero();
    Golden.compare(RESOURCES.resolve("bridge-vm.json"), run.out());
    assertThat(new JsonMapper().readTree(run.out()).fieldNames())
        .toIterable()
        .containsExactly("virtualMachine", "properties", "networkData", "findings", "assumptions");
  }

  @Test
  void writesTheSameAsYaml() throws IOException {
    var json = inject("provider.yaml", "--type", "sriov-vm", "-o", "json");
    var yaml = inject("provider.yaml", "--type", "sriov-vm", "-o", "yaml");

    assertThat(yaml.exitCode()).isEqualTo(json.exitCode());
    assertThat(new YAMLMapper().readTree(yaml.out()))
        .isEqualTo(new JsonMapper().readTree(json.out()));
  }

  @Test
  void tellsOnlyOfTheNodeTypeThatIsAskedFor() {
    assertThat(inject("provider.yaml", "--type", "bridge-vm").out())
        .doesNotContain("wrong-vm", "nodeTypes[1]", "nodeTypes[2]");
    assertThat(inject("provider.yaml", "--type", "wrong-vm"))
        .returns(1, CommandRun::exitCode)
        .extracting(CommandRun::out)
        .asString()
        .contains("Node type wrong-vm: ", "error: KVN-P027 spec.kubeVirt.nodeTypes[2]");
  }

  @Test
  void missesAnAttachmentOnlyWhereItIsToldWhichOnesThereAre() {
    assertThat(inject("alone.yaml").out()).doesNotContain("KVN-X042");
    assertThat(inject("alone.yaml", "--nad", path("nad.yaml")).out()).doesNotContain("error: ");
    assertThat(inject("provider.yaml", "--type", "sriov-vm").out())
        .contains("KVN-X042", "No object here is vms/fast");
  }

  @Test
  void readsAllFromStandardInput() throws IOException {
    var input = Files.readString(RESOURCES.resolve("provider.yaml"));

    var run = CommandRun.withInput(input, "inject", "--provider", "-");

    Golden.compare(RESOURCES.resolve("provider.txt"), run.out());
  }

  @Test
  void takesTheClaimThatStandsBesideTheProvider() throws IOException {
    var input =
        Files.readString(RESOURCES.resolve("alone.yaml"))
            + "---\n"
            + Files.readString(RESOURCES.resolve("claim.yaml"));

    var run = CommandRun.withInput(input, "inject", "--provider", "-");

    assertThat(run.out()).contains("VirtualMachine vms/web\n");
  }

  @Test
  void needsNoNodeTypeForAClaimThatBringsItsMachine() {
    var run = inject("provider.yaml", "--claim", path("whole.yaml"), "-o", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"networkName\" : \"net/office\"", "\"from\" : \"claim\"");
    assertThat(inject("provider.yaml", "--claim", path("whole.yaml")).out())
        .startsWith("VirtualMachine vms/web\n");
  }

  @Test
  void hasNoMachineWithoutNodeTypes() {
    var provider =
        "{apiVersion: management.loft.sh/v1, kind: NodeProvider, metadata: {name: kv},"
            + " spec: {kubeVirt: {clusterRef: {cluster: host, namespace: vms}, nodeTypes: []}}}";

    var run = CommandRun.withInput(provider, "inject", "--provider", "-", "-o", "json");

    assertThat(run.exitCode()).isBetween(0, 1);
    assertThat(run.out()).contains("\"virtualMachine\" : null", "\"properties\" : { }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| Missing required option: '--provider=FILE'",
        "--provider nowhere.yaml | nowhere.yaml: there is no such file.",
        "--provider claim.yaml | there is no NodeProvider.",
        "--provider provider.yaml --claim nad.yaml | there is no NodeClaim.",
        "--provider provider.yaml --nad claim.yaml | there is no NetworkAttachmentDefinition.",
        "--provider provider.yaml --type huge | NodeProvider kv has no node type huge; it has: bridge-vm, sriov-vm, wrong-vm.",
        "--provider provider.yaml -o json | NodeProvider kv has several node types; choose one of them with --type: bridge-vm, sriov-vm, wrong-vm.",
        "--provider alone.yaml --type other --claim claim.yaml | NodeProvider kv has no node type other; it has: small.",
        "--provider provider.yaml --claim claim.yaml | NodeProvider kv has no node type small; it has: bridge-vm, sriov-vm, wrong-vm.",
        "--provider provider.yaml --type sriov-vm --claim claim.yaml | The NodeClaim is for node type small, not sriov-vm.",
        "--provider alone.yaml --platform-version 4.9 | --platform-version: vCluster Platform 4.9 has other rules",
        "--provider alone.yaml --kubevirt-version 0.5 | --kubevirt-version: KubeVirt 0.5 has other rules"
      })
  void refusesWrongUsageInWords(String options, String message) {
    var arguments =
        Stream.concat(
            Stream.of("inject"),
            Arrays.stream(options == null ? new String[0] : options.split(" "))
                .map(o -> o.endsWith(".yaml") ? path(o) : o));

    var run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void refusesTwoProvidersAtOnce() throws IOException {
    var provider = Files.readString(RESOURCES.resolve("alone.yaml"));

    var run = CommandRun.withInput(provider + "---\n" + provider, "inject", "--provider", "-");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("there are 2 NodeProviders, and only one can be meant.");
  }

  @Test
  void goesByTheReleaseOfThePlatform() {
    var newer = inject("alone.yaml", "--platform-version", "v5.0.0");

    assertThat(newer.exitCode()).isZero();
    assertThat(newer.err()).contains("vCluster Platform 5.0 is newer than the rules here");
  }

  private static CommandRun inject(String provider, String... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("inject", "--provider", path(provider)), Arrays.stream(options))
            .toArray(String[]::new));
  }

  private static String path(String file) {
    return RESOURCES.resolve(file).toString();
  }
}
