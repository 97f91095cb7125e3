package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.netris.ScriptedController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NetrisFactsCommandTest {
  private static final String FACTS =
      """
      facts:
        vnet: tenant-a-nodes
        gateway: 192.168.55.254/21
        vlan: 3
        vxlan: 14
        vpc: tenant-a
        site: east
        dhcpRanges:
          - 192.168.48.1-192.168.48.99
        usedAddresses:
          - 192.168.48.200
          - 192.168.50.2
        servers:
          - name: srv-1
            shared: true
          - name: srv-2
            shared: true
      """;

  @TempDir private Path folder;

  private final ScriptedController controller = new ScriptedController();

  @AfterEach
  void stop() {
    controller.close();
  }

  @Test
  void printsFactsReadyToPin() {
    var run = run("--server-cluster", "tenant-a");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(FACTS);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void showsThemToPeople() {
    var run = run("--server-cluster", "tenant-a", "-o", "text");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            V-Net               tenant-a-nodes
            gateway             192.168.55.254/21
            VLAN                3
            VXLAN               14
            VPC                 tenant-a
            site                east
            given out by DHCP   192.168.48.1-192.168.48.99
            used addresses      192.168.48.200, 192.168.50.2
            servers             srv-1 (shared), srv-2 (shared)
            """);
  }

  @Test
  void givesProgramsTheFindingsAsWell() throws JsonProcessingException {
    controller.data(ScriptedController.SUBNETS, "[]");

    var json = new JsonMapper().readTree(run("--server-cluster", "tenant-a", "-o", "json").out());

    assertThat(json.at("/facts/vlan").asInt()).isEqualTo(3);
    assertThat(json.at("/findings/0/code").asText()).isEqualTo("KVN-T078");
    assertThat(json.at("/differences").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "text", "json"})
  void saysWhatDiffersFromPinnedFacts(String format) throws IOException {
    var same = file("same.yaml", FACTS);
    var other = file("other.yaml", FACTS.replace("vlan: 3", "vlan: 5").replace("srv-2", "srv-3"));

    var nothing = run("--server-cluster", "tenant-a", "--pinned", same, "-o", format);
    var something = run("--server-cluster", "tenant-a", "--pinned", other, "-o", format);

    assertThat(nothing.exitCode()).isZero();
    assertThat(nothing.out() + nothing.err()).doesNotContain("KVN-");
    assertThat(something.exitCode()).isEqualTo(2);
    assertThat(something.out() + something.err()).contains("KVN-T050", "facts.vlan", "srv-3");
  }

  @Test
  void saysWhatFollowsForTheHostsThatThereAre() throws IOException {
    var other =
        file("other.yaml", FACTS.replace("vlan: 3", "vlan: 5").replace("vxlan: 14", "vxlan: 15"));

    assertThat(run("--server-cluster", "tenant-a", "--pinned", other).err())
        .contains("br-3")
        .doesNotContain("nbr-14");
    assertThat(
            run("--server-cluster", "tenant-a", "--pinned", other, "--host-model", "evpn-on-host")
                .err())
        .contains("nbr-14");
    assertThat(run("--server-cluster", "tenant-a", "--host-model", "both").exitCode())
        .isEqualTo(64);
  }

  @Test
  void comparesWithWhatItPrinted() throws IOException {
    for (var format : List.of("yaml", "json")) {
      var file = file("printed." + format, run("--server-cluster", "tenant-a", "-o", format).out());

      assertThat(run("--server-cluster", "tenant-a", "--pinned", file).exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "text", "{gateway: 192.168.48.0/21, vnet: a}", "{vlan: 3}", "{a: b: c}"})
  void wantsFactsToCompareWith(String text) throws IOException {
    var run = run("--server-cluster", "tenant-a", "--pinned", file("pinned.yaml", text));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err().lines()).singleElement().asString().contains("pinned.yaml");
    assertThat(controller.requests).isEmpty();
  }

  @Test
  void saysWhatIsWrongInItsOwnWords() {
    var run = run("--server-cluster", "tenant-b");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("error: KVN-T071 --server-cluster: There is no server cluster \"tenant-b\".")
        .endsWith("Did you mean \"tenant-a\"?\n");
    assertThat(run("--server-cluster", "tenant-a", "--timeout", "0").err())
        .startsWith("error: KVN-T063 --timeout: 0 is no time to wait for an answer.");
    assertThat(run("--server-cluster", "tenant-a", "--skip-tls-verify").err())
        .startsWith("warning: KVN-T062 --skip-tls-verify: ");
  }

  @Test
  void takesThePasswordFromAFileOrAVariableOnly() throws IOException {
    var withoutPassword =
        CommandRun.of(
            "netris",
            "facts",
            "--url",
            controller.url(),
            "--username",
            "svc",
            "--server-cluster",
            "a");
    assertThat(withoutPassword.exitCode()).isEqualTo(64);
    assertThat(withoutPassword.err())
        .startsWith("Give the password with --password-file, or in KUBEVIRTNET_NETRIS_PASSWORD.");

    assertThat(
            CommandRun.of("netris", "facts", "--url", controller.url(), "--password", "x")
                .exitCode())
        .isEqualTo(64);
    assertThat(CommandRun.of("netris").exitCode()).isEqualTo(64);

    var stated =
        CommandRun.of(
            "netris",
            "facts",
            "--url",
            controller.url(),
            "--username",
            "svc",
            "--server-cluster",
            "tenant-a",
            "--password-file",
            file("word", "canary-31ab\n"));
    assertThat(stated.exitCode()).isZero();
    assertThat(controller.logins.element()).contains("\"canary-31ab\"");
    assertThat(stated.out() + stated.err()).doesNotContain("canary");
  }

  private CommandRun run(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "netris",
                "facts",
                "--url",
                controller.url(),
                "--username",
                "svc",
                "--password-file",
                "-"));
    arguments.addAll(List.of(more));
    return CommandRun.withInput("canary-31ab", arguments.toArray(new String[0]));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
