package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.component.InputCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --jsonl}. */
@Timeout(120)
class CheckLinesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void answersEachLineWithItsOwnFindingsInOrder() throws IOException {
    var input =
        IntStream.range(0, 1_000)
            .mapToObj(i -> bridge("n" + i, i % 3 == 0 ? 5000 : 100))
            .collect(Collectors.joining("\n"));

    var answers = answers(CommandRun.withInput(input, "check", "--jsonl", "-"), 1);

    assertThat(answers).hasSize(1_000);
    for (int i = 0; i < answers.size(); i++) {
      var finding = answers.get(i).path(0);
      assertThat(finding.path("code").asText()).isEqualTo(i % 3 == 0 ? "KVN-A051" : "");
      assertThat(finding.at("/resource/name").asText()).isEqualTo(i % 3 == 0 ? "n" + i : "");
    }
  }

  @Test
  void saysOfAnObjectWhatItIsToldOfItAlone() throws IOException {
    var object = bridge("lan", 5000);

    var line = answers(CommandRun.withInput(object, "check", "--jsonl", "-"), 1).get(0);
    var alone = JSON.readTree(CommandRun.withInput(object, "check", "-o", "json", "-").out());

    assertThat(line).isNotEmpty().isEqualTo(alone.path("findings"));
  }

  @Test
  void joinsNothing() {
    var twice = bridge("lan", 100) + "\n" + bridge("lan", 100) + "\n";

    assertThat(CommandRun.withInput(twice, "check", "--jsonl", "-"))
        .isEqualTo(new CommandRun(0, "[]\n[]\n", ""));
    assertThat(CommandRun.withInput(twice, "check", "-").out()).contains("KVN-X015");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                | no object",
        "{\"kind\": \"Pod\"                                | no JSON from line 1",
        "{\"kind\": \"Pod\", \"kind\": \"Node\"}           | the key \"kind\" is there twice",
        "{\"kind\": null, \"kind\": \"Node\"}              | the key \"kind\" is there twice",
        "{\"kind\": \"Pod\"}                               | an object without apiVersion or kind",
        "[{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}]     | no object",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"} {}    | more than one value",
        "{\"apiVersion\": \"v1\", \"kind\": \"List\"}      | a list of objects",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"n\": 1e999} | the number 1e999 is out of range",
        "kind: Pod                                         | no JSON",
      })
  void answersABadLineWithAFindingAndGoesOn(String line, String reason) throws IOException {
    var input = line + "\n" + bridge("lan", 100) + "\n";

    var answers = answers(CommandRun.withInput(input, "check", "--jsonl", "-"), 1);

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0)).hasSize(1);
    assertThat(answers.get(0).at("/0/code").asText()).isEqualTo(InputCatalogue.LINE.code());
    assertThat(answers.get(0).at("/0/message").asText()).startsWith("This line is " + reason);
    assertThat(answers.get(1)).isEmpty();
  }

  @Test
  void findsJustThisInTheExampleOfItsRule() throws IOException {
    var run = CommandRun.withInput(InputCatalogue.LINE.example(), "check", "--jsonl", "-");

    assertThat(answers(run, 1))
        .singleElement()
        .satisfies(a -> assertThat(a).hasSize(1))
        .satisfies(a -> assertThat(a.at("/0/code").asText()).isEqualTo("KVN-X080"));
  }

  @Test
  void takesLinesThatEndAsOnOtherSystems() {
    var run =
        CommandRun.withInput(bridge("a", 1) + "\r\n" + bridge("b", 2), "check", "--jsonl", "-");

    assertThat(run).isEqualTo(new CommandRun(0, "[]\n[]\n", ""));
  }

  @Test
  void readsFilesOneAfterTheOther(@TempDir Path folder) throws IOException {
    var a = Files.writeString(folder.resolve("a"), bridge("a", 1) + "\n" + bridge("a2", 1) + "\n");
    var b = Files.writeString(folder.resolve("b"), bridge("b", 1));

    var run = CommandRun.of("check", "--jsonl", a.toString(), b.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "[]\n[]\n[]\n", ""));
  }

  @Test
  void answersBeforeTheNextLineComes() throws Exception {
    var input = new PipedOutputStream();
    var answers = new PipedReader();
    var in = new PipedInputStream(input);
    var out = new PrintWriter(new PipedWriter(answers));
    var exit =
        CompletableFuture.supplyAsync(
            () ->
                Main.run(
                    in, out, new PrintWriter(PrintWriter.nullWriter()), "check", "--jsonl", "-"));

    for (int vlan : new int[] {100, 5000, 101}) {
      input.write((bridge("lan", vlan) + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      assertThat(line(answers)).startsWith(vlan == 5000 ? "[{" : "[]");
    }
    input.close();

    assertThat(exit.get()).isEqualTo(1);
  }

  @Test
  void readsOverALineThatIsTooLongAndGoesOn() throws IOException {
    var good = (bridge("lan", 100) + "\n").getBytes(StandardCharsets.UTF_8);
    var long10MiB = "x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
    InputStream input =
        new SequenceInputStream(
            new ByteArrayInputStream(long10MiB),
            new SequenceInputStream(
                new ByteArrayInputStream(new byte[] {'\n'}), new ByteArrayInputStream(good)));

    var answers = answers(CommandRun.withInput(input, "check", "--jsonl", "-"), 1);

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).at("/0/message").asText()).contains("larger than the 3 MiB");
    assertThat(answers.get(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--state=nodes.yaml", "--management-interface=allow", "--output=text"})
  void refusesWhatNeedsMoreThanOneObject(String option) {
    var run = CommandRun.of("check", "--jsonl", option, "-");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(option.substring(0, option.indexOf('=')) + " does not go with --jsonl");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(CommandRun.of("check", "--jsonl", "nowhere.jsonl"))
        .isEqualTo(new CommandRun(64, "", "nowhere.jsonl: there is no such file.\n"));
  }

  private static String bridge(String name, int vlan) {
    return """
        {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", \
        "metadata": {"name": "%1$s", "namespace": "vms"}, "spec": {"config": \
        "{\\"cniVersion\\": \\"0.3.1\\", \\"name\\": \\"%1$s\\", \\"type\\": \\"bridge\\", \
        \\"bridge\\": \\"br1\\", \\"vlan\\": %2$d, \\"disableContainerInterface\\": true}"}}"""
        .formatted(name, vlan);
  }

  private static List<JsonNode> answers(CommandRun run, int exitCode) throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
    var answers = new ArrayList<JsonNode>();
    for (var line : run.out().lines().toList()) {
      var answer = JSON.readTree(line);
      assertThat(answer.isArray()).isTrue();
      answers.add(answer);
    }
    return answers;
  }

  private static String line(PipedReader reader) throws IOException {
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
