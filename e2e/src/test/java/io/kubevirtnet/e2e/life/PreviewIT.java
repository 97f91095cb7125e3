package io.kubevirtnet.e2e.life;

import static io.kubevirtnet.e2e.life.Site.bridge;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.faults.Fault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview says what it knows and what it could not check, and never writes. */
class PreviewIT {
  private Site site;
  private PolicyLife life;

  @BeforeEach
  void open() {
    site = Site.open();
    life = site.policy("br1");
  }

  @AfterEach
  void close() {
    if (site != null) {
      assertThat(site.writes()).isEmpty();
      site.close();
    }
  }

  @Test
  void foretellsChangesTeardownAndDuration() {
    Outcome preview = life.preview(bridge()).orThrow();

    assertThat(preview.step()).isEqualTo("create");
    assertThat(preview.text())
        .contains("on 3 nodes: ")
        .contains("a delete puts back on 3 nodes:\n")
        .contains("rollout on 3 nodes, 3 at a time");
    assertThat(life.exists()).isFalse();
    assertThat(life.preview(bridge().replace("\"3\"", "\"1\"")).orThrow().text())
        .contains("no management interface is touched: maxUnavailable may be more than 1");
  }

  @Test
  void refusesASelectorThatMatchesNothingUnlessThatIsMeant() {
    String nobody = bridge().replace("worker", "nobody");

    assertThat(life.preview(nobody).failure()).contains("nodeSelector: KVN-N303");
    assertThat(life.preview(nobody + "allowNoNodes: true\n").orThrow().step()).isEqualTo("create");
  }

  @Test
  void refusesAnInterfaceThatNoNodeHas() {
    assertThat(life.preview(bridge().replace("ens5", "ens9")).failure()).contains("ens9");
  }

  @Test
  void needsNoCluster() {
    site.restartPlugin();
    site.goDown();

    Outcome preview = life.preview(bridge()).orThrow();

    assertThat(preview.step()).isEqualTo("create");
    assertThat(preview.warnings()).singleElement().asString().contains("KVN-N307");
  }

  @Test
  void needsNoKubeconfigUntilItWrites() {
    site.restartPlugin(Path.of("there", "is", "none"));

    assertThat(life.preview(bridge()).orThrow().warnings())
        .singleElement()
        .asString()
        .contains("KVN-N307");
    assertThat(life.up(bridge()).failure()).contains("KVN-N307", "kubevirtnet:kubeconfig");
    assertThat(life.exists()).isFalse();
  }

  @Test
  void needsNoNmstate() {
    Fault unknown =
        new Fault.Answer(404, "NotFound", "the server could not find it", Optional.empty());
    site.proxy().next(1000, request -> request.path().startsWith("/apis/nmstate.io"), unknown);

    Outcome preview = life.preview(bridge()).orThrow();

    assertThat(preview.step()).isEqualTo("create");
    assertThat(preview.warnings()).singleElement().asString().contains("KVN-N314");
    site.proxy().heal();
  }

  @Test
  void refusesAnotherClusterThanTheOneOfItsState() {
    life.up(bridge()).orThrow();
    site.writes();
    String changed = bridge("consumers: ignore");
    try (OtherCluster other = new OtherCluster(site.proxy().kubeconfig())) {
      site.restartPlugin(other.kubeconfigFile());

      assertThat(life.preview(changed).failure()).contains("KVN-N302");
      assertThat(life.up(changed).failure()).contains("KVN-N302");
      assertThat(life.refresh().failure()).contains("KVN-N302");
      assertThat(life.destroy().failure()).contains("KVN-N302");
    }
    assertThat(life.exists()).isTrue();
    site.restartPlugin();
    site.assertEnds(life);
    site.writes();
  }
}
