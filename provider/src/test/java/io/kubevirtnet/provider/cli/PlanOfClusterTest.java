package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.FakeApiServer;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.sides.ClusterSides;
import io.kubevirtnet.provider.sides.LiveCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan takes from a cluster. */
class PlanOfClusterTest {
  private static final String CONFIG = "{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\"}";

  @TempDir Path folder;
  private Clusters clusters;
  private FakeApiServer server;

  @BeforeEach
  void start() {
    clusters = new Clusters(folder);
    server = clusters.with("site");
  }

  @AfterEach
  void stop() {
    clusters.close();
  }

  @Test
  void readsAllPagesAndSaysWhatEachObjectIs() {
    for (int i = 0; i < 1200; i++) {
      Clusters.attachment(server, "vms", "n" + i, CONFIG);
    }

    var steps = new ArrayList<String>();
    var live = read(steps);

    assertThat(live.problem()).isEmpty();
    assertThat(live.objects())
        .filteredOn(o -> o.reference().kind().equals("NetworkAttachmentDefinition"))
        .hasSize(1200)
        .allMatch(o -> o.apiVersion().equals("k8s.cni.cncf.io/v1"));
    assertThat(steps).anyMatch(s -> s.startsWith("reading virtualmachines.kubevirt.io of http"));
    assertThat(server.requests()).allMatch(r -> r.startsWith("GET "));
  }

  @Test
  void whatIsNotInstalledIsNotChecked() {
    server.unknownKind("/apis/nmstate.io");
    server.unknownKind("/apis/management.loft.sh");

    var live = read(new ArrayList<>());

    assertThat(live.problem()).isEmpty();
    assertThat(live.notChecked())
        .contains(
            new NotChecked(
                "NodeNetworkStates of the cluster",
                "the cluster does not know nodenetworkstates.nmstate.io"))
        .noneMatch(n -> n.what().contains("NodeProvider"));
  }

  @Test
  void onlyWhatTheNewSideDeclaresIsTheOldOne() {
    Clusters.attachment(server, "default", "lan", CONFIG);
    Clusters.attachment(server, "vms", "other", CONFIG);
    var now =
        Side.of(
            KubernetesDocuments.read(
                "new",
                """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: lan}
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: fresh, namespace: vms}
                """));

    var before = ClusterSides.before(read(new ArrayList<>()).objects(), now);

    assertThat(before.live()).isTrue();
    assertThat(before.objects())
        .extracting(PlannedObject::reference)
        .containsExactly(now.objects().get(0).reference());
  }

  @Test
  void aPlanWithAClusterHasNodes() throws Exception {
    var lan = folder.resolve("lan.yaml");
    Files.writeString(
        lan,
        """
        apiVersion: k8s.cni.cncf.io/v1
        kind: NetworkAttachmentDefinition
        metadata: {name: lan, namespace: vms}
        spec: {config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br7"}'}
        """);

    var run =
        CommandRun.of(
            "plan",
            "--new",
            lan.toString(),
            "--context",
            "site",
            "--kubeconfig",
            clusters.kubeconfig(),
            "-o",
            "json");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("{").doesNotContain("no cluster reachable");
  }

  private LiveCluster read(List<String> steps) {
    try (var source =
        ClusterAccess.objects(
            Optional.of(clusters.kubeconfig()), Optional.empty(), Duration.ofSeconds(60))) {
      return LiveCluster.read(source, steps::add);
    }
  }
}
