package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.cluster.FakeApiServer;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} as somebody calls it. */
@Timeout(120)
class DoctorCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/doctor");

  @TempDir Path folder;
  private Clusters clusters;

  @BeforeEach
  void open() {
    clusters = new Clusters(folder);
  }

  @AfterEach
  void close() {
    clusters.close();
  }

  @Test
  void showsProblemsFirst() {
    sick();

    var run = doctor();

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    Golden.compare(GOLDEN.resolve("sick.txt"), withoutPort(run.out()));
  }

  @Test
  void writesTheSameAsJson() throws JsonProcessingException {
    sick();

    var run = doctor("-o", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(new JsonMapper().readTree(run.out()).path("version").asInt()).isEqualTo(1);
    Golden.compare(GOLDEN.resolve("sick.json"), withoutPort(run.out()));
  }

  @Test
  void saysWhyAClusterIsNotReached() throws JsonProcessingException {
    clusters.context("gone", "http://127.0.0.1:9");

    var run = doctor("--timeout", "1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Cluster gone (http://127.0.0.1:9)\nNot reached: http://127.0.0.1:9 cannot be");
    var json = new JsonMapper().readTree(doctor("--timeout", "1", "-o", "json").out());
    assertThat(json.path("reached").asBoolean(true)).isFalse();
    assertThat(json.path("reason").asText()).contains("127.0.0.1:9");
  }

  @Test
  void saysWhyAnAnswerDoesNotCome() {
    var server = clusters.with("slow");
    server.fault("/api/v1/nodes", FakeApiServer.Fault.HANG);

    var run = doctor("--timeout", "1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Not reached: ")
        .containsAnyOf("did not answer within 1 second", "request timed out");
  }

  @Test
  void refusesAContextThatThereIsNot() {
    clusters.with("prod");

    var run = doctor("--context", "other");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).isEqualTo("The kubeconfig has no context \"other\". It has prod.\n");
    assertThat(
            CommandRun.of("doctor", "--kubeconfig", folder.resolve("none").toString()).exitCode())
        .isEqualTo(64);
    assertThat(CommandRun.of("doctor", "--nonsense").exitCode()).isEqualTo(64);
  }

  @Test
  void asksForNothingButWhatItSaysAndWritesNothing() {
    var server = sick();

    doctor();

    assertThat(server.requests())
        .isNotEmpty()
        .allMatch(r -> r.startsWith("GET ") || r.startsWith("POST /apis/authorization.k8s.io/v1/"));
  }

  /** KubeVirt is being deployed, nothing of NMState is there, and an attachment has errors. */
  private FakeApiServer sick() {
    var server = clusters.with("prod");
    server.unknownKind("nmstate.io");
    Clusters.attachment(
        server,
        "vms",
        "lan",
        "{\"cniVersion\":\"0.3.1\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"vlan\":5000}");
    Clusters.machine(server, "vms", "web", "lan");
    Clusters.machine(server, "vms", "db", "gone");
    return server;
  }

  private static String withoutPort(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:6443");
  }

  private CommandRun doctor(String... more) {
    var all = new ArrayList<>(List.of("doctor", "--kubeconfig", clusters.kubeconfig()));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray(new String[0]));
  }
}
