package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.site.App;
import com.pulumi.Context;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.cli.SitePrograms;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.Planner;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.provider.sides.ProgramSides;
import io.kubevirtnet.provider.sides.SceneReading;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The first plan of a program: what its components become. */
class ProgramPlanTest {
  private static final Path RESOURCES = Path.of("src/test/resources/plan");

  @Test
  void showsWhatEachComponentBecomes() {
    Golden.compare(RESOURCES.resolve("site.txt"), plan(App::stack));
  }

  @Test
  void showsBondsVlansGroupsAndLocalnets() {
    Golden.compare(RESOURCES.resolve("storage.txt"), plan(com.example.storage.App::stack));
  }

  @Test
  void showsTheSameAttachmentInSeveralClusters() {
    Golden.compare(RESOURCES.resolve("clusters.txt"), plan(com.example.clusters.App::stack));
  }

  @Test
  void showsWhatKubeVirtIsToldAboutPlugins() {
    Golden.compare(RESOURCES.resolve("devices.txt"), plan(com.example.devices.App::stack));
  }

  @Test
  void showsWhatANetworkIsBeforeItsControllerIsAsked() {
    Golden.compare(RESOURCES.resolve("netris.txt"), plan(com.example.netris.App::stack));
  }

  @Test
  void showsWhatElseABridgeCanBe() {
    Golden.compare(RESOURCES.resolve("bridges.txt"), plan(SitePrograms::bridges));
  }

  @Test
  void neverShowsASecret() {
    var plan = plan(SitePrograms::secrets);

    assertThat(plan).doesNotContain("tr0ub4dor", "1234");
    Golden.compare(RESOURCES.resolve("secrets.txt"), plan);
  }

  private static String plan(Consumer<Context> program) {
    var preview = RecordedRun.preview(program);
    var read = ProgramSides.of(preview, Map.of());
    var scene =
        SceneReading.of(
            List.of(),
            Scene.of(KubeVirtRelease.newest(), false),
            false,
            SceneReading.declared(read.before(), read.after()),
            read.notChecked());
    return PlanText.of(
        Planner.plan(read.before(), read.after(), scene), Style.PLAIN, ProgramNotes.of(preview));
  }
}
