package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.Acknowledgement;
import io.kubevirtnet.provider.plan.FailOn;
import io.kubevirtnet.provider.plan.Suppression;
import io.kubevirtnet.provider.plan.Wildcard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class AcceptanceOptionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @TempDir private Path folder = Path.of("");

  @Command(name = "plan")
  private static final class Planned {
    @Mixin private AcceptanceOptions options = new AcceptanceOptions();
  }

  @Test
  void failsOnErrorsAndAcceptsNothingUnlessTold() {
    assertThat(accepted())
        .isEqualTo(new Acceptance(FailOn.ERROR, Map.of(), List.of(), List.of(), TODAY));
  }

  @Test
  void takesTheWholeCommandLine() {
    var accepted =
        accepted(
            "--fail-on", "warning",
            "--severity", "KVN-A009=info",
            "--severity", "x012=error",
            "--acknowledge", "restart/*",
            "--acknowledge", "management-interface/worker-1");

    assertThat(accepted.failOn()).isEqualTo(FailOn.WARNING);
    assertThat(accepted.severities())
        .isEqualTo(Map.of("KVN-A009", Severity.INFO, "KVN-X012", Severity.ERROR));
    assertThat(accepted.acknowledgements())
        .extracting(Acknowledgement::risks)
        .containsExactly("restart/*", "management-interface/worker-1");
  }

  @Test
  void readsAFile() throws IOException {
    var accepted =
        accepted(
            "--suppress",
            file(
                """
                suppress:
                  - code: KVN-A009
                    object: NetworkAttachmentDefinition vms/*
                    path: spec.config
                    reason: The bridge of the test rack carries nothing else.
                    expires: 2026-12-31
                  - {code: a041, object: "*", reason: From a template.}
                acknowledge:
                  - risk: restart/vms/*
                    reason: In the window on Sunday.
                """));

    var place = folder.resolve("accept.yaml").toString();
    assertThat(accepted.suppressions())
        .containsExactly(
            new Suppression(
                "KVN-A009",
                new Wildcard("NetworkAttachmentDefinition"),
                new Wildcard("vms/*"),
                new Wildcard("spec.config"),
                "The bridge of the test rack carries nothing else.",
                Optional.of(LocalDate.of(2026, 12, 31)),
                place + ":2"),
            new Suppression(
                "KVN-A041",
                new Wildcard("*"),
                new Wildcard("*"),
                new Wildcard("*"),
                "From a template.",
                Optional.empty(),
                place + ":7"));
    assertThat(accepted.acknowledgements())
        .containsExactly(
            new Acknowledgement("restart/vms/*", "In the window on Sunday.", place + ":9"));
  }

  @Test
  void saysAllThatIsWrongWithAFileAtOnce() throws IOException {
    var file =
        file(
            """
            suppress:
              - code: KVN-A999
                object: VirtualMachine
                reason: ""
              - code: KVN-A007
                object: VirtualMachine vms/web
                expires: tomorrow
                because: we say so
              - never
            acknowledge:
              - {risk: restrat/vms/web, reason: We know.}
              - {risk: restart/vms/web}
            silence: []
            """);

    assertThatThrownBy(() -> accepted("--suppress", file))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            """
            @:13: silence: nobody reads this. There are acknowledge, suppress.
            @:9: suppress[2]: this is no map.
            @:2: suppress[0].code: There is no code KVN-A999. Near to it are KVN-A009, KVN-A039 and KVN-A049.
            @:3: suppress[0].object: "VirtualMachine" is no object. Write its kind and its name: VirtualMachine vms/web, with * for any.
            @:4: suppress[0].reason: this is empty.
            @:8: suppress[1].because: nobody reads this. There are code, expires, object, path, reason.
            @:5: suppress[1].code: KVN-A007 can not be suppressed: the cluster would refuse it, or there is nothing that could be made of it. Mend the cause.
            @:5: suppress[1].reason: this is missing.
            @:7: suppress[1].expires: "tomorrow" is no day. Write it as 2026-12-31.
            @:11: acknowledge[0].risk: "restrat/vms/web" is no risk. A plan names each: a kind, a slash and the object. The kinds are management-interface, node-address, bridge-in-use, attachment-in-use, recreate, restart, migration.
            @:12: acknowledge[1].reason: this is missing."""
                .replace("@", folder.resolve("accept.yaml").toString()));
  }

  @Test
  void saysWhereAFileIsNoYaml() throws IOException {
    var broken = file("suppress:\n  - {code: KVN-A009\n");

    assertThatThrownBy(() -> accepted("--suppress", broken))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("accept.yaml:3: no YAML: ");
    var list = file("- code: KVN-A009\n");
    assertThatThrownBy(() -> accepted("--suppress", list)).hasMessage(list + ": no map.");
  }

  @Test
  void saysAllThatIsWrongWithTheCommandLineAtOnce() {
    assertThatThrownBy(
            () ->
                accepted(
                    "--severity", "KVN-A007=warning",
                    "--severity", "A9=info",
                    "--severity", "KVN-A009=low",
                    "--acknowledge", "all"))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            """
            --severity: KVN-A007 can not be lowered: the cluster would refuse it, or there is nothing that could be made of it. Mend the cause.
            --severity: There is no code A9. Near to it are KVN-A009, KVN-A039 and KVN-A049.
            --severity: KVN-A009=low: there are error, warning and info.
            --acknowledge: "all" is no risk. A plan names each: a kind, a slash and the object. The kinds are management-interface, node-address, bridge-in-use, attachment-in-use, recreate, restart, migration.""");
  }

  @Test
  void aFixedSeverityCanBeSaidAgain() {
    assertThat(accepted("--severity", "KVN-A007=error").severities())
        .isEqualTo(Map.of("KVN-A007", Severity.ERROR));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("accept.yaml"), text).toString();
  }

  private static Acceptance accepted(String... arguments) {
    var planned = new Planned();
    var unused =
        new CommandLine(planned).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return planned.options.acceptance(InputStream.nullInputStream(), TODAY);
  }
}
