package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} on virtual machines and on KubeVirt itself. */
class CheckMachinesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BARE = "{name: default}";
  private static final String MASQUERADE = "{name: default, masquerade: {}}";

  @Test
  void takesAMachineThatWorks() {
    var run = check(machine(MASQUERADE));

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                0,
                """
                Not checked:
                  VirtualMachine vms/web: all but what has to do with networks
                Nothing found in 1 object
                """,
                ""));
  }

  @Test
  void saysWhatKubeVirtWouldSayInItsWordsAndOrder() throws IOException {
    var found =
        findings(
            check(
                machine("{name: other, masquerade: {}, macAddress: zz, model: ne3k}"),
                "-o",
                "json"));

    assertThat(found)
        .extracting(f -> upstream(f, "type") + " " + upstream(f, "field"))
        .containsExactly(
            "FieldValueInvalid spec.template.spec.domain.devices.interfaces[0].name",
            "FieldValueRequired spec.template.spec.networks[0].name",
            "FieldValueInvalid spec.template.spec.domain.devices.interfaces[0].name",
            "FieldValueNotSupported spec.template.spec.domain.devices.interfaces[0].model",
            "FieldValueInvalid spec.template.spec.domain.devices.interfaces[0].macAddress");
    assertThat(found)
        .allSatisfy(
            f -> {
              assertThat(upstream(f, "tool")).isEqualTo("kubevirt");
              assertThat(upstream(f, "message")).isNotEmpty();
              assertThat(f.path("severity").asText()).isEqualTo("error");
              assertThat(f.at("/resource/name").asText()).isEqualTo("web");
            });
  }

  @Test
  void capsNothingAndKeepsWhatIsSaidTwice() throws IOException {
    var options = new ArrayList<String>();
    for (int i = 0; i < 15; i++) {
      options.add("{option: 10, value: x}");
    }
    var nic =
        "{name: default, masquerade: {}, dhcpOptions: {privateOptions: ["
            + String.join(", ", options)
            + "]}}";

    assertThat(findings(check(machine(nic), "-o", "json")))
        .hasSizeGreaterThan(15)
        .allSatisfy(f -> assertThat(upstream(f, "field")).isEqualTo("spec.template.spec"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "v1.8.4"})
  void followsTheReleaseOfKubeVirt(String version) {
    assertThat(check(machine(BARE)).exitCode()).isEqualTo(1);
    assertThat(check(machine(BARE), "--kubevirt-version", version).out())
        .doesNotContain("kubevirt says: logical");
  }

  @Test
  void takesANewerReleaseForTheNewestAndSaysSo() {
    var run = check(machine(BARE), "--kubevirt-version=1.12");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("KubeVirt 1.12 is newer").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "v0.58.0", "new", ""})
  void refusesAReleaseWhoseRulesAreNotKnown(String version) {
    var run = check(machine(MASQUERADE), "--kubevirt-version=" + version);

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("--kubevirt-version: ");
  }

  @Test
  void judgesMachinesForTheKubeVirtBesideThem() {
    var passt = machine("{name: default, passtBinding: {}}");
    var without = kubeVirt("{developerConfiguration: {disabledFeatureGates: [PasstBinding]}}");

    assertThat(check(passt).exitCode()).isZero();
    assertThat(check(passt + "---\n" + without).out()).contains("error: KVN-V017 ");
    assertThat(check(without + "---\n" + passt).out()).contains("error: KVN-V017 ");
  }

  @Test
  void knowsThePluginsOfTheKubeVirtBesideThem() {
    var mine = machine("{name: default, binding: {name: mine}}");

    assertThat(check(mine).out()).contains("whether KubeVirt has the binding plugin mine");
    assertThat(
            check(
                    mine
                        + "---\n"
                        + kubeVirt(
                            "{network: {binding: {mine: {migration: {}, domainAttachmentType: tap}}}}"))
                .exitCode())
        .isZero();
    assertThat(check(mine + "---\n" + kubeVirt("{network: {}}")).out())
        .contains("error: KVN-X055 ");
  }

  @Test
  void judgesTheKubeVirtItself() {
    assertThat(check(kubeVirt("{network: {defaultNetworkInterface: pass}}")).out())
        .contains("error: KVN-V101 spec.configuration.network.defaultNetworkInterface: ");
  }

  @Test
  void saysOnlyWhatUpstreamSaysWhenItIsTold() throws IOException {
    var nic = "{name: default, bridge: {}, ports: [{port: 0}]}";

    assertThat(codes(check(machine(nic), "-o", "json"))).contains("KVN-V087");
    assertThat(findings(check(machine(nic), "-o", "json", "--upstream-only")))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(upstream(f, "type")).isNotEmpty());
  }

  @Test
  void judgesEachKindWhereItsMachineStands() throws IOException {
    assertThat(
            fields(
                """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: web, namespace: vms}
                spec: {domain: {devices: {interfaces: [{name: default}]}}, networks: [{name: default, pod: {}}]}
                """))
        .containsExactly("spec.domain.devices.interfaces[0]");
    assertThat(
            fields(
                """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstanceReplicaSet
                metadata: {name: web, namespace: vms}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {domain: {devices: {interfaces: [{name: default}]}}, networks: [{name: default, pod: {}}]}
                """))
        .containsExactly("spec.template.spec.domain.devices.interfaces[0]");
    assertThat(
            fields(
                """
                apiVersion: pool.kubevirt.io/v1beta1
                kind: VirtualMachinePool
                metadata: {name: web, namespace: vms}
                spec:
                  selector: {matchLabels: {app: web}}
                  virtualMachineTemplate:
                    metadata: {labels: {app: web}}
                    spec:
                      runStrategy: Always
                      template:
                        metadata: {labels: {app: web}}
                        spec: {domain: {devices: {interfaces: [{name: default}]}}, networks: [{name: default, pod: {}}]}
                """))
        .containsExactly(
            "spec.virtualMachineTemplate.spec.template.spec.domain.devices.interfaces[0]");
  }

  @Test
  void answersLinesForTheReleaseThatItIsTold() throws IOException {
    var line = json(machine(BARE));

    var newest = CommandRun.withInput(line, "check", "--jsonl", "--upstream-only", "-");
    var older =
        CommandRun.withInput(
            line, "check", "--jsonl", "--upstream-only", "--kubevirt-version=1.8", "-");

    assertThat(JSON.readTree(newest.out()).at("/0/upstream/field").asText())
        .isEqualTo("spec.template.spec.domain.devices.interfaces[0]");
    assertThat(older).isEqualTo(new CommandRun(0, "[]\n", ""));
  }

  @Test
  void saysTheSameOfALineAsOfAFile() throws IOException {
    var machine = machine("{name: other, bridge: {}, acpiIndex: 99999, ports: [{port: 80}]}");

    var line = CommandRun.withInput(json(machine), "check", "--jsonl", "-");

    assertThat(JSON.readTree(line.out())).isNotEmpty();
    assertThat(List.copyOf(codesOf(JSON.readTree(line.out()))))
        .isEqualTo(codes(check(machine, "-o", "json")));
  }

  private static CommandRun check(String input, String... options) {
    var arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    arguments.add("-");
    return CommandRun.withInput(input, arguments.toArray(new String[0]));
  }

  /** A machine with one interface, which is to be on the pod network. */
  private static String machine(String nic) {
    return """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: web, namespace: vms}
        spec:
          runStrategy: Always
          template:
            spec:
              domain: {devices: {interfaces: [%s]}}
              networks: [{name: default, pod: {}}]
        """
        .formatted(nic);
  }

  private static String kubeVirt(String configuration) {
    return """
        apiVersion: kubevirt.io/v1
        kind: KubeVirt
        metadata: {name: kubevirt, namespace: kubevirt}
        spec: {configuration: %s}
        """
        .formatted(configuration);
  }

  private static String json(String yaml) throws IOException {
    return JSON.writeValueAsString(YamlStack.YAML.readValue(yaml, Object.class));
  }

  private static List<String> fields(String input) throws IOException {
    return findings(check(input, "-o", "json", "--upstream-only")).stream()
        .map(f -> upstream(f, "field"))
        .toList();
  }

  private static List<JsonNode> findings(CommandRun run) throws IOException {
    var findings = new ArrayList<JsonNode>();
    JSON.readTree(run.out()).path("findings").forEach(findings::add);
    return findings;
  }

  private static List<String> codes(CommandRun run) throws IOException {
    return codesOf(JSON.readTree(run.out()).path("findings"));
  }

  private static List<String> codesOf(JsonNode findings) {
    var codes = new ArrayList<String>();
    findings.forEach(f -> codes.add(f.path("code").asText()));
    return codes;
  }

  private static String upstream(JsonNode finding, String field) {
    return finding.path("upstream").path(field).asText();
  }
}
