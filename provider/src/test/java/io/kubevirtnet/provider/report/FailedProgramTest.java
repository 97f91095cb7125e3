package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import io.kubevirtnet.provider.cli.SitePrograms;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FailedProgramTest {
  private static final Path RESOURCES = Path.of("src/test/resources/report");

  @Test
  void showsAllProblemsAtTheComponentsThatHaveThem() {
    Golden.compare(RESOURCES.resolve("mistakes.txt"), failure(SitePrograms::mistakes));
  }

  @Test
  void showsWhatComponentsDoToEachOther() {
    Golden.compare(RESOURCES.resolve("quarrel.txt"), failure(SitePrograms::quarrel));
  }

  @Test
  void showsWhatTheProgramDiedOf() {
    var failure =
        failure(
            ctx -> {
              throw new IllegalStateException("no such luck");
            });

    assertThat(failure)
        .startsWith("The program failed; nothing would be made.\n")
        .contains("IllegalStateException: no such luck");
  }

  @Test
  void obeysTheSeveritiesOfTheStack() {
    var preview =
        RecordedRun.preview(
            Map.of("kubevirtnet:severities", "{\"KVN-X010\": \"warning\"}"), SitePrograms::quarrel);

    assertThat(preview.failed()).isFalse();
    assertThat(ProgramNotes.of(preview))
        .anyMatch(n -> n.line().startsWith("warning: ") && n.line().contains("KVN-X010"));
  }

  @Test
  void keepsToAHundredColumns() {
    assertThat(failure(SitePrograms::mistakes).lines()).allMatch(line -> line.length() <= 100);
  }

  private static String failure(Consumer<Context> program) {
    return FailedProgram.of(RecordedRun.preview(program));
  }
}
