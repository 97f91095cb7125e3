package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.site.App;
import com.pulumi.Context;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void showsWhatEachComponentBecomes() {
    Golden.compare(RESOURCES.resolve("plan/site.txt"), plan(App::stack));
  }

  @Test
  void showsBondsVlansGroupsAndLocalnets() {
    Golden.compare(RESOURCES.resolve("plan/storage.txt"), plan(com.example.storage.App::stack));
  }

  @Test
  void showsTheSameAttachmentInSeveralClusters() {
    Golden.compare(RESOURCES.resolve("plan/clusters.txt"), plan(com.example.clusters.App::stack));
  }

  @Test
  void showsWhatKubeVirtIsToldAboutPlugins() {
    Golden.compare(RESOURCES.resolve("plan/devices.txt"), plan(com.example.devices.App::stack));
  }

  @Test
  void showsWhatANetworkIsBeforeItsControllerIsAsked() {
    Golden.compare(RESOURCES.resolve("plan/netris.txt"), plan(com.example.netris.App::stack));
  }

  @Test
  void showsWhatElseABridgeCanBe() {
    Golden.compare(RESOURCES.resolve("plan/bridges.txt"), plan(SitePrograms::bridges));
  }

  @Test
  void showsAllProblemsAtTheComponentsThatHaveThem() {
    Golden.compare(RESOURCES.resolve("plan/mistakes.txt"), plan(SitePrograms::mistakes));
  }

  @Test
  void showsWhatComponentsDoToEachOther() {
    Golden.compare(RESOURCES.resolve("plan/quarrel.txt"), plan(SitePrograms::quarrel));
  }

  @Test
  void neverShowsASecret() {
    var plan = plan(SitePrograms::secrets);

    assertThat(plan).doesNotContain("tr0ub4dor", "1234");
    Golden.compare(RESOURCES.resolve("plan/secrets.txt"), plan);
  }

  @Test
  void showsWhatTheProgramDiedOf() {
    var plan =
        plan(
            ctx -> {
              throw new IllegalStateException("no such luck");
            });

    assertThat(plan)
        .startsWith("The program failed; nothing would be made.\n")
        .contains("IllegalStateException: no such luck");
  }

  @Test
  void obeysTheSeveritiesOfTheStack() {
    var preview =
        RecordedRun.preview(
            Map.of("kubevirtnet:severities", "{\"KVN-X010\": \"warning\"}"), SitePrograms::quarrel);

    assertThat(preview.failed()).isFalse();
    assertThat(PlanText.of(preview)).contains("warning: KVN-X010");
  }

  @Test
  void keepsToAHundredColumns() {
    assertThat(plan(SitePrograms::mistakes).lines()).allMatch(line -> line.length() <= 100);
  }

  private static String plan(Consumer<Context> program) {
    return PlanText.of(RecordedRun.preview(program));
  }
}
