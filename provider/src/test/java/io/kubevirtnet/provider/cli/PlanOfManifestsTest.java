package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.testing.YamlStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanOfManifestsTest {
  private static final Path CASES = Path.of("src/test/resources/plans");

  @TempDir Path folder;

  @Test
  void takesFilesAndStandardInput() throws IOException {
    var old = CASES.resolve("definitions-go-while-named/old/all.yaml");

    var run = CommandRun.withInput(Files.readString(old), "plan", "--old", "-", "--new", old + "");

    assertThat(run.exitCode()).isZero();
  }

  @Test
  void findsAnAttachmentThatGoesWhileMachinesUseIt() throws IOException {
    var example = YamlStack.YAML.readTree(UseCatalogue.ATTACHMENT_GONE.example());

    var run = plan(list(example, "old"), list(example, "new"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .filteredOn(l -> l.contains(": KVN-"))
        .singleElement()
        .asString()
        .contains("error: " + UseCatalogue.ATTACHMENT_GONE.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--old a", "--new a", "--program x --old a --new b"})
  void wantsBothSetsAndNoProgramWithThem(String arguments) {
    var run = CommandRun.of(("plan " + arguments).split(" "));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).startsWith("Say what ");
  }

  @Test
  void refusesASetThatIsNotThere() {
    var run = plan(folder.resolve("nowhere"), folder);

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err().strip()).endsWith("there is no such file.");
  }

  private Path list(JsonNode example, String name) throws IOException {
    var mapper = new JsonMapper();
    var list = mapper.createObjectNode().put("apiVersion", "v1").put("kind", "List");
    list.set("items", example.get(name));
    return Files.writeString(folder.resolve(name + ".json"), mapper.writeValueAsString(list));
  }

  private static CommandRun plan(Path old, Path now) {
    return CommandRun.of("plan", "--old", old.toString(), "--new", now.toString());
  }
}
